import type { KeyDate } from '../../core/calendar/index.ts'
import { afterDuration, parseDuration } from '../../core/values/index.ts'
import type { Contract } from './schema.ts'

/** A contract that renews itself for a day every day would never come to an end here. */
const MOST_TERMS = 200

/**
 * The next days that matter, from `today` (ISO) on. A contract that renews itself has its next end, not its first. A notice in working days needs a
 * calendar of holidays and gives no day: a wrong one would be worse.
 */
export function contractKeyDates({ expiryDate, indefinite, renewal }: Contract, today: string): readonly KeyDate[] {
  if (expiryDate === null || indefinite === true) return []
  const renews = renewal.auto === true
  const end = renews ? nextEnd(expiryDate, renewal.period, today) : expiryDate
  const notice = renewal.notice === null ? null : parseDuration(renewal.notice)
  const lastDay = renews && notice ? afterDuration(end, notice, -1) : renews ? daysBefore(end, renewal.noticeDays) : null
  return [
    ...(lastDay === null ? [] : [{ kind: 'notice_by' as const, date: lastDay }]),
    { kind: renews ? ('renews' as const) : ('ends' as const), date: end },
  ].filter(({ date }) => date >= today)
}

/** The end of the term that runs today. Counted from the first end each time: the 31st stays the 31st where there is one. */
function nextEnd(first: string, period: string | null, today: string): string {
  const length = period === null ? null : parseDuration(period)
  if (!length || length.count === 0) return first
  for (let terms = 0; terms <= MOST_TERMS; terms++) {
    const end = terms === 0 ? first : afterDuration(first, { ...length, count: length.count * terms })
    if (end === null || end >= today) return end ?? first
  }
  return first
}

function daysBefore(end: string, days: string | null): string | null {
  const count = days === null ? Number.NaN : Number(days)
  return Number.isInteger(count) && count >= 0 && count < 4000 ? afterDuration(end, { count, unit: 'day', dayType: 'calendar' }, -1) : null
}
