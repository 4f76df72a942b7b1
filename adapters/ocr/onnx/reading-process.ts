import { type ChildProcess, fork, type Serializable } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { PipelineError } from '../../../core/errors.ts'
import { processorMs, residentMb } from '../../guarded/index.ts'
import type { FromChild, ReadingSetup, ToChild } from './messages.ts'
import type { LineReader } from './tesseract-lines.ts'

export interface ReadingProcess {
  readonly pid: number | undefined
  /** Its first words: `ready` or `failed`. Rejects when the process ends. */
  readonly ready: Promise<FromChild>
  /** Resolves however the process ends. */
  readonly ended: Promise<void>
  /** Its next answer; lines it asks for on the way are read and sent back. Rejects when the process ends. */
  ask(message: ToChild, readLine: LineReader | null): Promise<FromChild>
  /** Resident memory; 0 where the system does not tell. */
  residentMb(): Promise<number>
  /** Processor time it has used so far; null where the system does not tell. */
  processorMs(): number | null
  /** Ends it wherever it is, inside an inference as well: it holds nothing that must be saved. */
  kill(): void
}

const SCRIPT = fileURLToPath(new URL('./child.ts', import.meta.url))
/** What it may know of our environment: where libraries and devices are and how memory is handled, no secrets. */
const PASSED_ON = /^(?:PATH|TZ|HOME|TMPDIR|LD_LIBRARY_PATH|SYSTEMROOT|NODE_COMPILE_CACHE|(?:CUDA|NVIDIA|MALLOC|OMP)_.*)$/i

/**
 * A process of its own for the networks. Inference blocks its thread for its whole length, and a thread cannot be ended while native code works for
 * it; a process can. It does not keep ours alive while it is idle, and ends with ours.
 */
export function startReadingProcess(setup: ReadingSetup): ReadingProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => PASSED_ON.test(name)))
  const child = fork(SCRIPT, [JSON.stringify(setup)], {
    serialization: 'advanced',
    env,
    execArgv: ['--disable-warning=ExperimentalWarning'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  child.on('error', () => {}) // a message to a process that has just ended; who waits for an answer hears of its end
  const killWithUs = () => child.kill('SIGKILL')
  process.on('exit', killWithUs)
  const ended = new Promise<void>((done) => child.once('exit', () => done()))
  void ended.then(() => process.off('exit', killWithUs))
  const rest = () => {
    child.unref()
    child.channel?.unref()
  }
  return {
    pid: child.pid,
    ready: answer(child, null, rest),
    ended,
    ask(message, readLine) {
      const reply = answer(child, readLine, rest)
      post(child, message)
      return reply
    },
    residentMb: () => residentMb(child.pid),
    processorMs: () => processorMs(child.pid),
    kill: () => child.kill('SIGKILL'),
  }
}

/** `rest` is called when nothing is waited for any more. */
function answer(child: ChildProcess, readLine: LineReader | null, rest: () => void): Promise<FromChild> {
  child.ref()
  child.channel?.ref()
  return new Promise<FromChild>((resolve, reject) => {
    const onMessage = (message: FromChild) => {
      if (message.kind === 'readLine') void sendLine(child, message.id, message.pgm, readLine)
      else settle(() => resolve(message))
    }
    const onExit = () => settle(() => reject(new PipelineError('internal', 'The reading process ended.', { retryable: true })))
    const settle = (how: () => void) => {
      child.off('message', onMessage).off('exit', onExit)
      rest()
      how()
    }
    child.on('message', onMessage).on('exit', onExit)
    if (child.exitCode !== null || child.signalCode !== null) onExit()
  })
}

async function sendLine(child: ChildProcess, id: number, pgm: Uint8Array, readLine: LineReader | null): Promise<void> {
  try {
    post(child, { kind: 'line', id, words: (await readLine?.(pgm)) ?? [] })
  } catch (error) {
    post(child, { kind: 'lineFailed', id, message: error instanceof Error ? error.message : String(error) })
  }
}

function post(child: ChildProcess, message: ToChild): void {
  if (child.connected) child.send(message as Serializable, () => {})
}
