import { setMaxListeners } from 'node:events'
import { Worker } from 'node:worker_threads'
import { PipelineError } from '../../../core/errors.ts'
import type { OcrModels } from '../../models/model-files.ts'
import { createSlots } from '../../slots.ts'
import { within } from '../within.ts'
import type { FromThread, ThreadSetup, ToThread } from './messages.ts'
import type { PageText } from './page-reader.ts'
import type { Provider } from './session.ts'
import type { LineReader } from './tesseract-lines.ts'

export interface ThreadPoolOptions {
  readonly models: OcrModels
  readonly providers: readonly Provider[]
  readonly size: number
  readonly timeoutMs: number
  /** Reads one line in the script the models do not know; null: there is none. */
  readonly readLine: ((pgm: Uint8Array, signal: AbortSignal) => ReturnType<LineReader>) | null
  /** A thread that has read so many pages is replaced; 500 unless given. */
  readonly pagesPerThread?: number
  /** So is one after a page that leaves the whole process with more resident memory than this, bytes; 1.2 GB unless given. */
  readonly mostMemory?: number
  /** Told once per provider that does not start here. */
  readonly onRefused?: (provider: Provider, reason: string) => void
}

export interface ThreadPool {
  /** What runs the networks; null before the first page. */
  readonly provider: Provider | null
  read(image: Uint8Array, signal?: AbortSignal): Promise<PageText>
  /** Votes of the line classifier on a page with level lines; null without a classifier. */
  vote(image: Uint8Array, signal?: AbortSignal): Promise<{ readonly upright: number; readonly lines: number } | null>
  close(): Promise<void>
}

const PAGES_PER_THREAD = 500
const RSS_LIMIT = 1.2e9 // the process as a whole; a fresh thread gives its networks' memory back
const IDLE_MS = 60_000

interface Thread {
  readonly worker: Worker
  readonly ready: Promise<void>
  pages: number
  idleTimer: NodeJS.Timeout | null
}

/** Bounded pool of reading threads: started when pages come, ended when idle, replaced after many pages, much memory, an abort or a failure. */
export function createThreadPool(options: ThreadPoolOptions): ThreadPool {
  const { pagesPerThread = PAGES_PER_THREAD, mostMemory = RSS_LIMIT } = options
  const slots = createSlots(options.size)
  const idle: Thread[] = []
  const refused = new Set<Provider>()
  let provider: Provider | null = null
  let closed = false

  function start(): Thread {
    const setup: ThreadSetup = { models: options.models, providers: options.providers, hasLineReader: options.readLine !== null }
    const worker = new Worker(new URL('./thread.ts', import.meta.url), { workerData: setup })
    worker.unref()
    const ready = answer(worker).then((message) => {
      if (message.kind !== 'ready') {
        const cause = message.kind === 'failed' ? new Error(message.message) : undefined
        throw new PipelineError('dependency_unavailable', 'The OCR models do not load. Run: docket models verify', {
          retryable: true,
          cause,
        })
      }
      provider = message.provider
      for (const { provider: name, reason } of message.refused) {
        if (!refused.has(name)) options.onRefused?.(name, reason)
        refused.add(name)
      }
    })
    return { worker, ready, pages: 0, idleTimer: null }
  }

  function keep(thread: Thread): Promise<unknown> | null {
    if (closed || thread.pages >= pagesPerThread || process.memoryUsage.rss() > mostMemory) return thread.worker.terminate()
    thread.idleTimer = setTimeout(() => {
      idle.splice(idle.indexOf(thread), 1)
      void thread.worker.terminate()
    }, IDLE_MS).unref()
    idle.push(thread)
    return null
  }

  const ask = (message: ToThread, signal: AbortSignal | undefined): Promise<FromThread> =>
    slots.run(async () => {
      signal?.throwIfAborted()
      const thread = idle.pop() ?? start()
      if (thread.idleTimer) clearTimeout(thread.idleTimer)
      const over = new AbortController()
      setMaxListeners(0, over.signal) // a page of a hundred lines waits with as many listeners
      try {
        await within(thread.ready, options.timeoutMs, signal)
        const reply = answer(thread.worker, options.readLine && ((pgm) => options.readLine!(pgm, over.signal)))
        thread.worker.postMessage(message)
        const result = await within(reply, options.timeoutMs, signal)
        if (result.kind === 'failed')
          throw new PipelineError('internal', 'The page could not be read.', { retryable: true, cause: new Error(result.message) })
        thread.pages++
        await keep(thread)
        return result
      } catch (error) {
        over.abort() // lines that still wait for their reader
        // The only way to stop an inference that is under way.
        await thread.worker.terminate()
        throw error
      }
    })

  return {
    get provider() {
      return provider
    },
    async read(image, signal) {
      const reply = await ask({ kind: 'read', image }, signal)
      if (reply.kind !== 'page') throw new PipelineError('internal', 'The reading thread answered something else.', { retryable: true })
      return reply.text
    },
    async vote(image, signal) {
      if (!options.models.cls) return null
      const reply = await ask({ kind: 'vote', image }, signal)
      return reply.kind === 'votes' ? { upright: reply.upright, lines: reply.lines } : null
    },
    async close() {
      closed = true
      await Promise.all(
        idle.splice(0).map((thread) => {
          if (thread.idleTimer) clearTimeout(thread.idleTimer)
          return thread.worker.terminate()
        }),
      )
    },
  }
}

/** The thread's next answer; lines it asks for on the way are read and sent back. Rejects when the thread ends. */
function answer(worker: Worker, readLine: LineReader | null = null): Promise<FromThread> {
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
      worker.unref()
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
