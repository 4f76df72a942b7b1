import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../adapters/log.ts'

export interface ModelWatchSetup {
  /** Providers that have said they are a model which nobody has checked; each is given once a day at most. */
  readonly takeUnchecked: () => Promise<readonly string[]>
  readonly check: (providers: readonly string[]) => Promise<boolean>
  readonly log: Log
  readonly pollMs?: number
}

/** Has a provider checked when it says that it is another model than before: behind one name, providers change what answers. */
export function startModelWatch({ takeUnchecked, check, log, pollMs = 60_000 }: ModelWatchSetup) {
  const over = new AbortController()
  const run = async () => {
    while (!over.signal.aborted) {
      try {
        const providers = await takeUnchecked()
        if (providers.length > 0) log.info('llm_model_is_new', { providers: providers.join(','), started: await check(providers) })
      } catch (error) {
        log.warn('llm_model_watch_waits', { error: error instanceof Error ? error.name : typeof error })
      }
      await delay(pollMs, undefined, { signal: over.signal }).catch(() => {})
    }
  }
  const running = run()
  return {
    async stop() {
      over.abort()
      await running
    },
  }
}
