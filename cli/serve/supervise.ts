import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../../adapters/log.ts'

/** Something that runs beside us: a process, mostly. */
export interface Part {
  readonly ended: Promise<unknown>
  stop(): Promise<void>
}

export interface Supervised<P extends Part> {
  /** The one that runs now; while it restarts, the one before. */
  current(): P
  stop(): Promise<void>
}

const FIRST_PAUSE_MS = 100
const LAST_PAUSE_MS = 10_000
/** A part that ran this long was healthy: its next end is a new incident. */
const HEALTHY_MS = 30_000

/** Starts a part and starts it again whenever it ends by itself, with growing pauses. The first start must succeed: that is the caller's news. */
export async function supervise<P extends Part>(name: string, start: (before: P | null) => Promise<P>, log: Log): Promise<Supervised<P>> {
  const over = new AbortController()
  let part = await start(null)
  const watch = async () => {
    let pauseMs = FIRST_PAUSE_MS
    for (;;) {
      const since = Date.now()
      await part.ended.catch(() => {})
      if (over.signal.aborted) return
      if (Date.now() - since > HEALTHY_MS) pauseMs = FIRST_PAUSE_MS
      log.error('part_ended', { part: name, restartInMs: pauseMs })
      for (;;) {
        await delay(pauseMs, undefined, { signal: over.signal }).catch(() => {})
        if (over.signal.aborted) return
        pauseMs = Math.min(pauseMs * 2, LAST_PAUSE_MS)
        try {
          part = await start(part)
          break
        } catch (error) {
          log.error('part_does_not_start', {
            part: name,
            error: error instanceof Error ? error.message : String(error),
            retryInMs: pauseMs,
          })
        }
      }
      if (over.signal.aborted) return
      log.warn('part_restarted', { part: name })
    }
  }
  const watching = watch()
  return {
    current: () => part,
    async stop() {
      over.abort()
      await part.stop()
      await watching
      // A start that was under way when we were told to stop has brought a new one.
      await part.stop()
    },
  }
}
