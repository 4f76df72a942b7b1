import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { endProcess } from '../../temporal/processes.ts'
import type { Part } from './supervise.ts'

const HOOK = fileURLToPath(new URL('../tsx-hook.ts', import.meta.url))
const MAIN = fileURLToPath(new URL('../main.ts', import.meta.url))

export interface WorkerProcess extends Part {
  readonly pid: number
}

/**
 * `docket worker` as a child process: reading a document may block an event loop for seconds or bring a process down, and the web side
 * must notice neither. Resolves when the worker polls. It ends by itself when we are gone (its end of the channel closes).
 */
export function startWorkerProcess(queues: string, environment: Readonly<Record<string, string>>, output: number): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', HOOK, MAIN, 'worker', '--queues', queues], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', output, output, 'ipc'],
    // Ctrl+C in the terminal reaches us alone: the worker drains before its servers go.
    detached: true,
  })
  const ended = new Promise<void>((done) => child.once('close', () => done()))
  return new Promise((done, failed) => {
    child.once('error', failed)
    child.once('message', () => done({ pid: child.pid as number, ended, stop: () => endProcess(child, ended, DRAIN_MS) }))
    ended.then(() => failed(new Error('The worker ended before it was ready; see the log')))
  })
}

/** The worker's own limit is 35 s. */
const DRAIN_MS = 40_000
