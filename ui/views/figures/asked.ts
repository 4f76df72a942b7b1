import type { Asked } from '../../../adapters/db/index.ts'
import { lastDayOf, lastDays, PERIOD_DAYS, type Period, periodBetween } from '../../../core/figures/index.ts'

export interface Question extends Asked {
  /** One of the periods that are offered; null = two days that a person typed. */
  readonly days: number | null
  /** What was typed is no period; the usual one is shown instead. */
  readonly isBad: boolean
}

const USUAL_DAYS = 30
const LONGEST_TYPE = 100

/** The period and type of a query: `days`, or `from` and `to` (both included), and `type`. `today` is an ISO date in UTC. */
export function questionOf(query: Readonly<Record<string, string>>, today: string): Question {
  // Any name: documents keep their type when it is no longer registered.
  const type = query.type?.slice(0, LONGEST_TYPE) || null
  const typed = query.from || query.to ? periodBetween(query.from ?? '', query.to ?? '') : null
  if (typed) return { period: typed, days: null, type, isBad: false }
  const days = PERIOD_DAYS.find((count) => String(count) === query.days) ?? USUAL_DAYS
  return { period: lastDays(days, today), days, type, isBad: Boolean(query.from || query.to) }
}

/** The same question as a query, of another period where one is given. */
export function queryOf({ period, days, type }: Question, more: Readonly<Record<string, string>> = {}, of?: Period): string {
  const span = of ?? period
  const query = new URLSearchParams(of || days === null ? { from: span.from, to: lastDayOf(span) } : { days: String(days) })
  if (type) query.set('type', type)
  for (const [name, value] of Object.entries(more)) query.set(name, value)
  return String(query)
}
