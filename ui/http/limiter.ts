/** Counts what a key did in a sliding window; memory is bounded by forgetting the oldest keys first. */
export interface Limiter {
  /** Seconds to wait before the next try, or null when it is welcome. */
  blockedFor(key: string): number | null
  record(key: string): void
}

const MOST_KEYS = 10_000

export function createLimiter({
  most,
  windowMs,
  now = Date.now,
}: {
  readonly most: number
  readonly windowMs: number
  readonly now?: () => number
}): Limiter {
  const seen = new Map<string, number[]>()
  const recent = (key: string) => (seen.get(key) ?? []).filter((at) => at > now() - windowMs)
  return {
    blockedFor(key) {
      const times = recent(key)
      return times.length < most ? null : Math.max(1, Math.ceil((times[0]! + windowMs - now()) / 1000))
    },
    record(key) {
      const times = [...recent(key), now()].slice(-most)
      seen.delete(key)
      seen.set(key, times)
      if (seen.size > MOST_KEYS) seen.delete(seen.keys().next().value!)
    },
  }
}
