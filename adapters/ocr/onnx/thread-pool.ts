import { setMaxListeners } from 'node:events'
import { PipelineError } from '../../../core/errors.ts'
import type { OcrModels } from '../../models/model-files.ts'
import { createSlots } from '../../slots.ts'
import { within } from '../within.ts'
import type { FromThread, ToThread } from './messages.ts'
import type { PageText } from './page-reader.ts'
import { type ReadingThread, startThread } from './reading-thread.ts'
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
  /** Told of a thread whose inference never came back: it keeps its share of the pool until the process ends. */
  readonly onStuck?: () => void
}

export interface ThreadPool {
  /** What runs the networks; null before the first page. */
  readonly provider: Provider | null
  read(image: Uint8Array, signal?: AbortSignal): Promise<PageText>
  /** Votes of the line classifier on a page with level lines; null without a classifier. */
  vote(image: Uint8Array, signal?: AbortSignal): Promise<{ readonly upright: number; readonly lines: number } | null>
  /** Pages under way reject; resolves when all threads have ended themselves. */
  close(): Promise<void>
}

const PAGES_PER_THREAD = 500
const RSS_LIMIT = 1.2e9 // the process as a whole; a fresh thread gives its networks' memory back
const IDLE_MS = 60_000

interface Thread extends Pick<ReadingThread, 'ask' | 'ended' | 'stop'> {
  readonly ready: Promise<void>
  pages: number
  idleTimer: NodeJS.Timeout | null
}

/**
 * Bounded pool of reading threads: started when pages come, ended when idle, replaced after many pages, much memory, an abort or a failure.
 * At most `size` threads read. One that stops in the middle of a page is no longer among them, though it computes until its inference is over;
 * of these there are at most `size` as well: beyond, a page waits before it gets a new thread.
 */
export function createThreadPool(options: ThreadPoolOptions): ThreadPool {
  const { pagesPerThread = PAGES_PER_THREAD, mostMemory = RSS_LIMIT } = options
  const slots = createSlots(options.size)
  const idle: Thread[] = []
  const alive = new Set<Thread>()
  const refused = new Set<Provider>()
  const stopping = new Set<Promise<void>>()
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  let provider: Provider | null = null

  function start(): Thread {
    const { models, providers, readLine } = options
    const thread = startThread({ models, providers, hasLineReader: readLine !== null }, () => options.onStuck?.())
    const ready = thread.ready.then((message) => {
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
    const started: Thread = { ...thread, ready, pages: 0, idleTimer: null }
    alive.add(started)
    void thread.ended.then(() => {
      alive.delete(started)
      leaveIdle(started)
    })
    return started
  }

  function leaveIdle(thread: Thread): void {
    if (thread.idleTimer) clearTimeout(thread.idleTimer)
    if (idle.includes(thread)) idle.splice(idle.indexOf(thread), 1)
  }

  /** Counted until it has really ended, also when it was given up. */
  function stop(thread: Thread): Promise<void> {
    leaveIdle(thread)
    stopping.add(thread.ended)
    void thread.ended.then(() => stopping.delete(thread.ended))
    return thread.stop()
  }

  function keep(thread: Thread): Promise<void> | null {
    if (closing.signal.aborted || thread.pages >= pagesPerThread || process.memoryUsage.rss() > mostMemory) return stop(thread)
    thread.idleTimer = setTimeout(() => void stop(thread), IDLE_MS).unref()
    idle.push(thread)
    return null
  }

  const ask = (message: ToThread, signal: AbortSignal | undefined): Promise<FromThread> =>
    slots.run(async () => {
      signal?.throwIfAborted()
      closing.signal.throwIfAborted()
      const until = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      while (idle.length === 0 && stopping.size >= options.size) await within(Promise.race(stopping), options.timeoutMs, until)
      const thread = idle.pop() ?? start()
      if (thread.idleTimer) clearTimeout(thread.idleTimer)
      const over = new AbortController()
      setMaxListeners(0, over.signal) // a page of a hundred lines waits with as many listeners
      try {
        await within(thread.ready, options.timeoutMs, until)
        const reply = thread.ask(message, options.readLine && ((pgm) => options.readLine!(pgm, over.signal)))
        const result = await within(reply, options.timeoutMs, until)
        if (result.kind === 'failed')
          throw new PipelineError('internal', 'The page could not be read.', { retryable: true, cause: new Error(result.message) })
        thread.pages++
        await keep(thread)
        return result
      } catch (error) {
        over.abort() // lines that still wait for their reader
        void stop(thread) // an inference that is under way is not waited for
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
      closing.abort(new PipelineError('dependency_unavailable', 'The page reader was closed.', { retryable: true }))
      await Promise.all([...alive].map(stop))
    },
  }
}
