const HOUR_MS = 3_600_000

/**
 * The moment of this hour (0..23) on this day (ISO) in a time zone (IANA name), in milliseconds since 1970. An hour that a change of the clocks leaves
 * out is the one after it. Errors: RangeError for a zone that nobody knows.
 */
export function timeIn(timeZone: string, day: string, hour: number): number {
  const asUtc = Date.parse(`${day}T00:00:00Z`) + hour * HOUR_MS
  // The offset of the first guess may be that of the other side of a change; the second one is right.
  const guess = asUtc - offsetMs(timeZone, asUtc)
  return asUtc - offsetMs(timeZone, guess)
}

/** The day (ISO) that it is in a time zone at a moment. */
export function dayIn(timeZone: string, atMs: number): string {
  return new Date(atMs + offsetMs(timeZone, atMs)).toISOString().slice(0, 10)
}

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return name.length <= 60
  } catch {
    return false
  }
}

/** What the zone's clock is ahead of UTC at a moment. */
function offsetMs(timeZone: string, atMs: number): number {
  const parts = clockOf(timeZone).formatToParts(atMs)
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
  const shown = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'))
  return shown - Math.floor(atMs / 1000) * 1000
}

/** Making one takes a thousand times as long as asking it. */
const CLOCKS = new Map<string, Intl.DateTimeFormat>()

function clockOf(timeZone: string): Intl.DateTimeFormat {
  const known = CLOCKS.get(timeZone)
  if (known) return known
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  })
  CLOCKS.set(timeZone, clock)
  return clock
}
