import { type ChildProcess, fork } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { PipelineError } from '../../core/errors.ts'
import type { Answer, Request } from './protocol.ts'

export interface ProcessLimits {
  readonly memoryMb: number
  readonly timeoutMs: number
}

const WATCH_MS = 50 // a bomb was seen to grow by about 100 MB in this time
const PAGE_BYTES = 4096

/** One child process for PDFs. `ask` kills it, and rejects with `too_complex`, when it passes the memory cap or the clock. */
export interface GuardedProcess {
  ask(request: Request): Promise<unknown>
  readonly alive: boolean
  end(): void
}

/** Starts the child with nothing of our environment but the time zone: what is parsed there must not learn secrets. */
export function startGuardedProcess({ memoryMb, timeoutMs }: ProcessLimits): GuardedProcess {
  const child = fork(fileURLToPath(new URL('./child.ts', import.meta.url)), [], {
    serialization: 'advanced',
    env: { TZ: process.env.TZ, PATH: process.env.PATH },
    execArgv: ['--disable-warning=ExperimentalWarning', `--max-old-space-size=${memoryMb}`],
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  child.unref()
  child.channel?.unref()
  let alive = true
  child.once('exit', () => {
    alive = false
  })
  return {
    get alive() {
      return alive
    },
    end: () => child.kill('SIGKILL'),
    ask: (request) => ask(child, request, memoryMb, timeoutMs),
  }
}

function ask(child: ChildProcess, request: Request, memoryMb: number, timeoutMs: number): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  let verdict: PipelineError | null = null
  const kill = (message: string) => {
    verdict = new PipelineError('too_complex', message)
    child.kill('SIGKILL')
  }
  const clock = setTimeout(
    () => kill(`The PDF takes longer than ${timeoutMs / 1000} s to read. Export it in a simpler form, or scan it.`),
    timeoutMs,
  )
  const watch = setInterval(async () => {
    if ((await residentMb(child.pid)) > memoryMb)
      kill(`The PDF needs more than ${memoryMb} MB of memory to read. Export it in a simpler form, or scan it.`)
  }, WATCH_MS)
  const onMessage = (answer: Answer) => (answer.ok ? resolve(answer.value) : reject(new PipelineError(answer.code, answer.message)))
  // A process that dies by itself ran out of memory inside V8 or aborted in native code: the file did that.
  const onExit = () =>
    reject(
      verdict ?? new PipelineError('too_complex', 'Reading the PDF ended the reading process. Export it in a simpler form, or scan it.'),
    )
  child.ref()
  child.channel?.ref()
  child.once('message', onMessage)
  child.once('exit', onExit)
  if (child.exitCode !== null || child.signalCode !== null) onExit()
  else child.send(request, (error) => error && onExit())
  return promise.finally(() => {
    clearTimeout(clock)
    clearInterval(watch)
    child.off('message', onMessage)
    child.off('exit', onExit)
    child.unref()
    child.channel?.unref()
  })
}

/** Resident memory of a process in MB; 0 where the system does not tell (then only the V8 cap and the clock hold). */
async function residentMb(pid: number | undefined): Promise<number> {
  try {
    const [, resident] = (await readFile(`/proc/${pid}/statm`, 'utf8')).split(' ')
    return (Number(resident) * PAGE_BYTES) / 1024 / 1024
  } catch {
    return 0
  }
}
