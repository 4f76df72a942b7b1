import { Worker } from 'node:worker_threads'
import { PipelineError } from '../../../core/errors.ts'
import type { FromThread, ThreadSetup, ToThread } from './messages.ts'
import { createNativeGate, type NativeGate } from './native-gate.ts'
import type { LineReader } from './tesseract-lines.ts'

export interface ReadingThread {
  /** Its first words: `ready` or `failed`. Rejects when the thread ends. */
  readonly ready: Promise<FromThread>
  /** Resolves however the thread ends. */
  readonly ended: Promise<void>
  /** The thread's next answer; lines it asks for on the way are read and sent back. Rejects when the thread ends. */
  ask(message: ToThread, readLine: LineReader | null): Promise<FromThread>
  /**
   * The thread ends itself, after the inference that is under way. Resolves when it has ended, or when it is given up: an inference that never
   * comes back cannot be ended without the process.
   */
  stop(): Promise<void>
}

const STOP_LIMIT_MS = 60_000 // a page's largest inference takes 2 to 3 s of processor time
const EXIT_LIMIT_MS = 30_000

/** `onStuck` is told of a thread that was given up. */
export function startThread(setup: Omit<ThreadSetup, 'gate'>, onStuck: () => void): ReadingThread {
  const gate = createNativeGate()
  const workerData: ThreadSetup = { ...setup, gate: gate.memory }
  const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData })
  worker.unref()
  worker.on('error', () => {}) // an idle thread's; who waits for an answer hears it there
  const ended = new Promise<void>((done) => worker.once('exit', () => done()))
  guardExit(gate, ended)
  let stopped: Promise<void> | null = null
  const rest = () => void (stopped ?? worker.unref())
  return {
    ready: answer(worker, null, rest),
    ended,
    ask(message, readLine) {
      const reply = answer(worker, readLine, rest)
      worker.postMessage(message)
      return reply
    },
    stop() {
      stopped ??= end(worker, gate, ended, onStuck)
      return stopped
    },
  }
}

function end(worker: Worker, gate: NativeGate, ended: Promise<void>, onStuck: () => void): Promise<void> {
  gate.shut()
  worker.postMessage({ kind: 'stop' } satisfies ToThread)
  worker.ref() // who waits for its end must not find the process over before
  return new Promise((done) => {
    const limit = setTimeout(() => {
      if (!gate.isInside) return void worker.terminate()
      onStuck()
      worker.unref()
      done()
    }, STOP_LIMIT_MS).unref()
    void ended.then(() => {
      clearTimeout(limit)
      done()
    })
  })
}

const gates = new Set<NativeGate>()

/** Node ends the threads of a process that exits, wherever they are: with this, never inside an inference. */
function guardExit(gate: NativeGate, ended: Promise<void>): void {
  if (gates.size === 0) process.on('exit', leaveNative)
  gates.add(gate)
  void ended.then(() => {
    gates.delete(gate)
    if (gates.size === 0) process.off('exit', leaveNative)
  })
}

function leaveNative(): void {
  for (const gate of gates) gate.shut()
  const until = performance.now() + EXIT_LIMIT_MS
  const empty = [...gates].map((gate) => gate.waitUntilEmpty(Math.max(0, until - performance.now())))
  // The other end would be an abort, which writes pages of documents into a memory dump.
  if (empty.includes(false)) process.kill(process.pid, 'SIGKILL')
}

/** `rest` is called when nothing is waited for any more. */
function answer(worker: Worker, readLine: LineReader | null, rest: () => void): Promise<FromThread> {
  worker.ref()
  return new Promise<FromThread>((resolve, reject) => {
    const onMessage = (message: FromThread) => {
      if (message.kind === 'readLine') void sendLine(worker, message.id, message.pgm, readLine)
      else settle(() => resolve(message))
    }
    const onError = (error: unknown) => settle(() => reject(error))
    const onExit = () => settle(() => reject(new PipelineError('internal', 'The reading thread ended.', { retryable: true })))
    const settle = (how: () => void) => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      rest()
      how()
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  })
}

async function sendLine(worker: Worker, id: number, pgm: Uint8Array, readLine: LineReader | null): Promise<void> {
  const post = (message: ToThread) => worker.postMessage(message)
  try {
    post({ kind: 'line', id, words: (await readLine?.(pgm)) ?? [] })
  } catch (error) {
    post({ kind: 'lineFailed', id, message: error instanceof Error ? error.message : String(error) })
  }
}
