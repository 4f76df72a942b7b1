import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../adapters/log.ts'
import type { DocumentInput } from '../core/stages.ts'

/** Accepted uploads whose workflow may not have been started yet, written in the transaction of the upload. */
export interface StartOutbox {
  /** Up to `limit` of the oldest; another sweeper's are left out while it works on them. */
  take(limit: number): Promise<readonly { readonly id: string; readonly document: DocumentInput }[]>
  markStarted(ids: readonly string[]): Promise<void>
  /** Calls back when something may have been added. Missing a call is harmless: the sweeper looks by itself as well. */
  onAdded(callback: () => void): Promise<() => Promise<void>>
}

export interface Sweeper {
  stop(): Promise<void>
}

export interface SweeperSetup {
  readonly outbox: StartOutbox
  /** Starts the document's workflow or finds that it was started; throws when Temporal cannot be asked. */
  readonly start: (document: DocumentInput) => Promise<boolean>
  readonly log: Log
  /** How long to rest when nobody calls. */
  readonly pollMs?: number
}

const BATCH = 50
const FIRST_RETRY_MS = 250
const LAST_RETRY_MS = 10_000

/**
 * Brings accepted uploads into Temporal, at least once; the workflow's id makes it exactly once. While Temporal or Postgres is away
 * it waits longer and longer, and nothing else does: uploads go on.
 */
export function startSweeper({ outbox, start, log, pollMs = 2_000 }: SweeperSetup): Sweeper {
  const over = new AbortController()
  let called = false
  let wake = () => {}
  const call = () => {
    called = true
    wake()
  }
  /** Until somebody calls (a call during the last sweep counts), or the time is over. */
  const rest = async () => {
    const woken = new Promise<void>((done) => {
      wake = done
    })
    if (!called) await Promise.race([woken, delay(pollMs, undefined, { signal: over.signal }).catch(() => {})])
    called = false
  }

  const sweep = async (): Promise<number> => {
    const waiting = await outbox.take(BATCH)
    for (const { id, document } of waiting) {
      const first = await start(document)
      await outbox.markStarted([id])
      log.info('workflow_started', { documentId: document.documentId, run: document.run, first })
    }
    return waiting.length
  }

  const run = async () => {
    let retryMs = FIRST_RETRY_MS
    while (!over.signal.aborted) {
      try {
        const count = await sweep()
        retryMs = FIRST_RETRY_MS
        if (count < BATCH) await rest()
      } catch (error) {
        log.warn('sweeper_waits', { retryMs, error: nameOf(error) })
        await delay(retryMs, undefined, { signal: over.signal }).catch(() => {})
        retryMs = Math.min(retryMs * 2, LAST_RETRY_MS)
      }
    }
  }

  const listening = outbox.onAdded(call).catch((error: unknown) => {
    log.warn('sweeper_polls_only', { error: nameOf(error) })
    return async () => {}
  })
  const running = run()
  return {
    async stop() {
      over.abort()
      await running
      await (await listening)()
    },
  }
}

function nameOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return 'code' in error ? String(error.code) : error.name
}
