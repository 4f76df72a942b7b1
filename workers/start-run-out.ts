import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../adapters/log.ts'

export interface RunOut {
  /** Removes rows that have served; returns table → how many. Several processes may do it at once. */
  sweep(): Promise<Readonly<Record<string, number>>>
}

const HOUR_MS = 3_600_000

/** Clears the database of what has run out, at once and every hour. A database that is away is met again an hour later: nothing waits for this. */
export function startRunOut({ runOut, log, everyMs = HOUR_MS }: { readonly runOut: RunOut; readonly log: Log; readonly everyMs?: number }) {
  const over = new AbortController()
  const run = async () => {
    while (!over.signal.aborted) {
      try {
        const removed = await runOut.sweep()
        if (Object.keys(removed).length > 0) log.info('run_out_removed', removed)
      } catch (error) {
        log.warn('run_out_waits', { error: error instanceof Error ? error.name : typeof error })
      }
      await delay(everyMs, undefined, { signal: over.signal }).catch(() => {})
    }
  }
  const running = run()
  return {
    async stop(): Promise<void> {
      over.abort()
      await running
    },
  }
}
