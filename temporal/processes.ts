import { type ChildProcess, execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'

const run = promisify(execFile)
const PATIENCE_MS = 10_000

/** Whether process `pid` lives and has `text` in its command line. A pid alone proves nothing: numbers are used again. */
export async function runsWith(pid: number, text: string): Promise<boolean> {
  try {
    return (await commandLine(pid)).includes(text)
  } catch {
    return false
  }
}

/** Slim containers have no `ps`; other systems have no /proc. */
async function commandLine(pid: number): Promise<string> {
  if (process.platform === 'linux') return (await readFile(`/proc/${pid}/cmdline`, 'utf8')).replaceAll('\0', ' ')
  return (await run('ps', ['-ww', '-o', 'command=', '-p', String(pid)])).stdout
}

/** SIGTERM, and SIGKILL after `patienceMs`. Resolves when the process is gone. */
export async function endProcess(target: ChildProcess | number, ended?: Promise<void>, patienceMs = PATIENCE_MS): Promise<void> {
  const pid = typeof target === 'number' ? target : target.pid
  if (pid === undefined || !alive(target)) return
  signal(pid, 'SIGTERM')
  const gone = ended ?? until(() => !alive(target))
  const stubborn = setTimeout(() => signal(pid, 'SIGKILL'), patienceMs)
  await gone
  clearTimeout(stubborn)
}

function alive(target: ChildProcess | number): boolean {
  if (typeof target !== 'number') return target.exitCode === null && target.signalCode === null
  return signal(target, 0)
}

function signal(pid: number, name: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(pid, name)
  } catch {
    return false
  }
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await delay(50)
}
