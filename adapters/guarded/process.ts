import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PipelineError } from '../../core/errors.ts'
import { processorMs, residentMb } from './process-use.ts'
import type { Answer } from './protocol.ts'

export interface ProcessLimits {
  readonly memoryMb: number
  /** Processor time of one call. Where the system does not tell it, and three times as long in any case, of the clock. */
  readonly timeoutMs: number
}

const WATCH_MS = 50 // a bomb was seen to grow by about 100 MB in this time
/** A machine that is busy with other work makes no file more complex: it gets this much of the clock. */
const PATIENCE = 3

/** What runs in the process, and what people call the files that it reads. */
export interface Guarded {
  /** The script, which answers by `serve`. */
  readonly script: URL
  /** «PDF»: messages name the file by it. */
  readonly what: string
}

/** One child process for strangers' files. `ask` kills it, and rejects with `too_complex`, when it passes the memory cap or its time. */
export interface GuardedProcess {
  ask(request: unknown): Promise<unknown>
  readonly alive: boolean
  /** Resident memory; 0 where the system does not tell. */
  residentMb(): Promise<number>
  end(): void
}

/** Starts the child with nothing of our environment but the time zone: what is parsed there must not learn secrets. */
export function startGuardedProcess({ script, what }: Guarded, { memoryMb, timeoutMs }: ProcessLimits): GuardedProcess {
  const child = fork(fileURLToPath(script), [], {
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
    residentMb: () => residentMb(child.pid),
    end: () => child.kill('SIGKILL'),
    ask: (request) => ask(child, request, what, memoryMb, timeoutMs),
  }
}

function ask(child: ChildProcess, request: unknown, what: string, memoryMb: number, timeoutMs: number): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  let verdict: PipelineError | null = null
  const kill = (message: string) => {
    verdict = new PipelineError('too_complex', message)
    child.kill('SIGKILL')
  }
  const slow = () => kill(`The ${what} takes longer than ${timeoutMs / 1000} s to read. Export it in a simpler form, or scan it.`)
  const began = processorMs(child.pid)
  const clock = setTimeout(slow, began === null ? timeoutMs : PATIENCE * timeoutMs)
  const watch = setInterval(async () => {
    if ((await residentMb(child.pid)) > memoryMb)
      kill(`The ${what} needs more than ${memoryMb} MB of memory to read. Export it in a simpler form, or scan it.`)
    else if ((processorMs(child.pid) ?? 0) - (began ?? 0) > timeoutMs) slow()
  }, WATCH_MS)
  const onMessage = (answer: Answer) => (answer.ok ? resolve(answer.value) : reject(new PipelineError(answer.code, answer.message)))
  // A process that dies by itself ran out of memory inside V8 or aborted in native code: the file did that.
  const onExit = () =>
    reject(
      verdict ??
        new PipelineError('too_complex', `Reading the ${what} ended the reading process. Export it in a simpler form, or scan it.`),
    )
  child.ref()
  child.channel?.ref()
  child.once('message', onMessage)
  child.once('exit', onExit)
  if (child.exitCode !== null || child.signalCode !== null) onExit()
  else child.send(request as Serializable, (error) => error && onExit())
  return promise.finally(() => {
    clearTimeout(clock)
    clearInterval(watch)
    child.off('message', onMessage)
    child.off('exit', onExit)
    child.unref()
    child.channel?.unref()
  })
}
