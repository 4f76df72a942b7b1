import { afterDuration, parseDuration } from '../../core/values/index.ts'
import type { Derived } from '../define.ts'
import type { Contract } from './schema.ts'

/**
 * What follows from printed values. A contract is in force from its date unless it says otherwise (ГК РФ art. 425; common law the same), and ends when
 * its term is over: 2 June 2008 plus two years is 2 June 2010.
 */
export function deriveContract(data: Contract): Readonly<Record<string, Derived>> {
  const derived: Record<string, Derived> = {}
  const { signDate, term, expiryDate, indefinite, renewal, termination } = data
  if (data.effectiveDate === null && signDate !== null) derived.effectiveDate = { value: signDate, from: ['signDate'] }
  const start = data.effectiveDate ?? signDate
  const length = term === null ? null : parseDuration(term)
  const end = start && length ? afterDuration(start, length) : null
  if (expiryDate === null && end && start)
    derived.expiryDate = { value: end, from: [data.effectiveDate === null ? 'signDate' : 'effectiveDate', 'term'] }
  if (indefinite === null && (expiryDate !== null || term !== null))
    derived.indefinite = { value: false, from: [expiryDate === null ? 'term' : 'expiryDate'] }
  addDays(derived, 'renewal.noticeDays', renewal.noticeDays, 'renewal.notice', renewal.notice)
  addDays(derived, 'termination.noticeDays', termination.noticeDays, 'termination.notice', termination.notice)
  return derived
}

/** Days and weeks only: a month has no fixed number of days. */
function addDays(derived: Record<string, Derived>, path: string, own: string | null, from: string, printed: string | null): void {
  const notice = printed === null ? null : parseDuration(printed)
  if (own !== null || !notice || (notice.unit !== 'day' && notice.unit !== 'week')) return
  derived[path] = { value: String(notice.count * (notice.unit === 'week' ? 7 : 1)), from: [from] }
}
