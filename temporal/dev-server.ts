import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { Connection } from '@temporalio/client'
import { endProcess, runsWith } from './processes.ts'

export interface DevServerOptions {
  readonly executable: string
  /** Folder for the database file, the log and the pid file. */
  readonly dir: string
  readonly namespace: string
  /** Port of the server before this one: clients that already know it find the new server there. */
  readonly port?: number
  /** Port of Temporal's own web pages; absent = none. Payloads are encrypted there. */
  readonly uiPort?: number | undefined
}

export interface DevServer {
  readonly address: string
  readonly port: number
  readonly pid: number
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

/** As temporal/dynamic-config.yaml, which gives the reasons. */
const DYNAMIC_CONFIG = ['matching.useNewMatcher=true', 'matching.enableFairness=true', 'history.maxInFlightUpdates=100']

const READY_TIMEOUT_MS = 30_000

/**
 * Temporal's development server on a database file (in memory it would forget everything). Resolves when it answers.
 * A server left over from a killed Docket holds the same file: it is ended first.
 */
export async function startDevServer(options: DevServerOptions): Promise<DevServer> {
  mkdirSync(options.dir, { recursive: true })
  const database = join(options.dir, 'temporal.db')
  const pidFile = join(options.dir, 'server.json')
  await endLeftOver(pidFile, database)
  const port = options.port ?? (await freePort())
  const child = launch(options, database, port)
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const pid = await pidOf(child)
  await writeFile(`${pidFile}.new`, JSON.stringify({ pid, port }))
  await rename(`${pidFile}.new`, pidFile)
  const address = `127.0.0.1:${port}`
  const stop = async () => {
    await endProcess(child, ended)
    await rm(pidFile, { force: true })
  }
  const over = new AbortController()
  try {
    await Promise.race([
      ready(address, options.namespace, over.signal),
      ended.then(() => Promise.reject(new Error(`The Temporal server ended at once; see ${logFile(options.dir)}`))),
    ])
  } catch (error) {
    await stop()
    throw error
  } finally {
    over.abort()
  }
  return { address, port, pid, ended, stop }
}

function launch({ executable, dir, namespace, uiPort }: DevServerOptions, database: string, port: number): ChildProcess {
  const log = openSync(logFile(dir), 'a', 0o600)
  try {
    return spawn(
      executable,
      [
        ...['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--db-filename', database, '--namespace', namespace],
        ...(uiPort === undefined ? ['--headless'] : ['--ui-port', String(uiPort)]),
        ...['--log-level', 'error', '--log-format', 'json'],
        ...DYNAMIC_CONFIG.flatMap((value) => ['--dynamic-config-value', value]),
      ],
      // A group of its own: Ctrl+C in the terminal reaches us alone, and we end the worker before its server.
      { stdio: ['ignore', log, log], detached: true },
    )
  } finally {
    closeSync(log)
  }
}

function logFile(dir: string): string {
  return join(dir, 'server.log')
}

function pidOf(child: ChildProcess): Promise<number> {
  return new Promise((done, failed) => {
    child.once('spawn', () => done(child.pid as number))
    child.once('error', failed)
  })
}

/** Asks for the namespace, the last thing that the server sets up. */
async function ready(address: string, namespace: string, over: AbortSignal): Promise<void> {
  const connection = Connection.lazy({ address, connectTimeout: '2s' })
  const until = Date.now() + READY_TIMEOUT_MS
  try {
    for (;;) {
      try {
        await connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.describeNamespace({ namespace }))
        return
      } catch (cause) {
        if (Date.now() > until) throw new Error(`The Temporal server does not answer on ${address}`, { cause })
        if (over.aborted) return
        await delay(100)
      }
    }
  } finally {
    await connection.close()
  }
}

async function endLeftOver(pidFile: string, database: string): Promise<void> {
  const left = await readFile(pidFile, 'utf8').then(
    (text) => JSON.parse(text) as { pid?: unknown },
    () => null,
  )
  if (typeof left?.pid !== 'number' || !(await runsWith(left.pid, database))) return
  await endProcess(left.pid)
}

export function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('No free port'))))
    })
  })
}
