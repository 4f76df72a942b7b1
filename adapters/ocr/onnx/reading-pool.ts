import { setMaxListeners } from 'node:events'
import { PipelineError } from '../../../core/errors.ts'
import type { OcrModels } from '../../models/model-files.ts'
import { createSlots } from '../../slots.ts'
import { within } from '../within.ts'
import type { FromChild, ToChild } from './messages.ts'
import type { PageText } from './page-reader.ts'
import { type ReadingProcess, startReadingProcess } from './reading-process.ts'
import type { Provider } from './session.ts'
import type { LineReader } from './tesseract-lines.ts'
import { whileWorking } from './while-working.ts'

export interface ReadingPoolOptions {
  readonly models: OcrModels
  readonly providers: readonly Provider[]
  readonly size: number
  /** Processor time for one page. A process that uses none for a quarter of it hangs. */
  readonly timeoutMs: number
  /** Reads one line in the script the models do not know; null: there is none. */
  readonly readLine: ((pgm: Uint8Array, signal: AbortSignal) => ReturnType<LineReader>) | null
  /** A process that has read so many pages is replaced; 500 unless given. */
  readonly pagesPerProcess?: number
  /** So is one that holds more resident memory than this after a page; 600 unless given. */
  readonly mostResidentMb?: number
  /** Told once per provider that does not start here. */
  readonly onRefused?: (provider: Provider, reason: string) => void
  /** Told of each process that was ended because a page did not come back, or that ended by itself in the middle of one. */
  readonly onLost?: (reason: string) => void
}

export interface ReadingPool {
  /** What runs the networks; null before the first page. */
  readonly provider: Provider | null
  /** Ids of the processes that are alive. */
  readonly pids: readonly number[]
  read(image: Uint8Array, signal?: AbortSignal): Promise<PageText>
  /** Votes of the line classifier on a page with level lines; null without a classifier. */
  vote(image: Uint8Array, signal?: AbortSignal): Promise<{ readonly upright: number; readonly lines: number } | null>
  /** Pages under way reject; resolves when all processes have ended. */
  close(): Promise<void>
}

const PAGES_PER_PROCESS = 500
const MOST_RESIDENT_MB = 600 // a page leaves 200 to 350 behind; a fresh process gives the networks' memory back
const IDLE_MS = 60_000
const TRIES = 2 // a page that two processes do not get through is at fault itself
const END_LIMIT_MS = 5_000 // a process that was killed ends at once, unless a driver holds it

interface Member extends ReadingProcess {
  /** Resolves when it can read; throws PipelineError `dependency_unavailable` where its models do not load. */
  readonly opened: Promise<void>
  pages: number
  idleTimer: NodeJS.Timeout | null
}

/**
 * Bounded pool of reading processes: started when pages come, ended when idle, replaced after many pages, much memory, an abort or a failure. A page
 * on which a process hangs or ends is read once more by a new one. At most `size` read.
 */
export function createReadingPool(options: ReadingPoolOptions): ReadingPool {
  const { pagesPerProcess = PAGES_PER_PROCESS, mostResidentMb = MOST_RESIDENT_MB, timeoutMs } = options
  // Tesseract reads lines for the networks' process, which waits meanwhile.
  const patience = { timeoutMs, stillMs: options.readLine ? null : timeoutMs / 4 }
  const slots = createSlots(options.size)
  const idle: Member[] = []
  const alive = new Set<Member>()
  const refused = new Set<Provider>()
  const closing = new AbortController()
  setMaxListeners(0, closing.signal)
  let provider: Provider | null = null

  function start(): Member {
    const { models, providers, readLine } = options
    const started = startReadingProcess({ models, providers, hasLineReader: readLine !== null })
    const opened = started.ready.then((message) => {
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
    const member: Member = { ...started, opened, pages: 0, idleTimer: null }
    alive.add(member)
    void member.ended.then(() => {
      alive.delete(member)
      leaveIdle(member)
    })
    return member
  }

  function leaveIdle(member: Member): void {
    if (member.idleTimer) clearTimeout(member.idleTimer)
    if (idle.includes(member)) idle.splice(idle.indexOf(member), 1)
  }

  async function end(member: Member): Promise<void> {
    leaveIdle(member)
    member.kill()
    await within(member.ended, END_LIMIT_MS).catch(() => {})
  }

  async function keep(member: Member): Promise<void> {
    if (closing.signal.aborted || member.pages >= pagesPerProcess || (await member.residentMb()) > mostResidentMb) return end(member)
    member.idleTimer = setTimeout(() => void end(member), IDLE_MS).unref()
    idle.push(member)
  }

  async function askOnce(message: ToChild, until: AbortSignal): Promise<FromChild> {
    const member = idle.pop() ?? start()
    if (member.idleTimer) clearTimeout(member.idleTimer)
    const over = new AbortController()
    setMaxListeners(0, over.signal) // a page of a hundred lines waits with as many listeners
    try {
      await whileWorking(member.opened, member, patience, until)
      const reply = member.ask(message, options.readLine && ((pgm) => options.readLine!(pgm, over.signal)))
      const result = await whileWorking(reply, member, patience, until)
      if (result.kind === 'failed') throw new UnreadPage(result.message)
      member.pages++
      await keep(member)
      return result
    } catch (error) {
      over.abort() // lines that still wait for their reader
      await end(member)
      throw error
    }
  }

  const ask = (message: ToChild, signal: AbortSignal | undefined): Promise<FromChild> =>
    slots.run(async () => {
      const until = signal ? AbortSignal.any([signal, closing.signal]) : closing.signal
      for (let tries = 1; ; tries++) {
        until.throwIfAborted()
        try {
          return await askOnce(message, until)
        } catch (error) {
          if (until.aborted || !isLost(error)) throw error
          options.onLost?.(error.message)
          if (tries === TRIES) throw new PipelineError(error.code, `${error.message} It was tried ${TRIES} times.`, { cause: error })
        }
      }
    })

  return {
    get provider() {
      return provider
    },
    get pids() {
      return [...alive].flatMap(({ pid }) => pid ?? [])
    },
    async read(image, signal) {
      const reply = await ask({ kind: 'read', image }, signal)
      if (reply.kind !== 'page') throw new PipelineError('internal', 'The reading process answered something else.', { retryable: true })
      return reply.text
    },
    async vote(image, signal) {
      if (!options.models.cls) return null
      const reply = await ask({ kind: 'vote', image }, signal)
      return reply.kind === 'votes' ? { upright: reply.upright, lines: reply.lines } : null
    },
    async close() {
      closing.abort(new PipelineError('dependency_unavailable', 'The page reader was closed.', { retryable: true }))
      await Promise.all([...alive].map(end))
    },
  }
}

/** The process is well, but could not make anything of the page. */
class UnreadPage extends PipelineError {
  constructor(reason: string) {
    super('internal', 'The page could not be read.', { retryable: true, cause: new Error(reason) })
  }
}

/** The process hangs or has ended; models that do not load are no page's fault and get no better by a second process. */
function isLost(error: unknown): error is PipelineError {
  return error instanceof PipelineError && !(error instanceof UnreadPage) && error.code !== 'dependency_unavailable'
}
