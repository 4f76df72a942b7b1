import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../adapters/log.ts'
import { type IndexDeps, indexDocuments } from './index-documents.ts'

/** Keeps the search index up with what is read and approved. Whose turn it is stands in the database: a restart loses nothing. */
export function startIndexer({ log, pollMs = 1_000, ...deps }: IndexDeps & { readonly log: Log; readonly pollMs?: number }) {
  const over = new AbortController()
  const run = async () => {
    while (!over.signal.aborted) {
      const taken = await indexDocuments(deps).then(
        (round) => {
          if (round.failed.length > 0) log.warn('search_not_indexed', { documents: round.failed.length, codes: round.failed.join(',') })
          return round.taken
        },
        (error: unknown) => {
          log.warn('search_waits', { error: error instanceof Error ? error.name : typeof error })
          return 0
        },
      )
      if (taken === 0) await delay(pollMs, undefined, { signal: over.signal }).catch(() => {})
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
