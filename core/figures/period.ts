/** Days in UTC; `from` is the first day, `until` the day after the last. ISO dates. */
export interface Period {
  readonly from: string
  readonly until: string
}

export type Step = 'day' | 'week' | 'month'

export const PERIOD_DAYS = [7, 30, 90, 365] as const
const MOST_DAYS = 3 * 366
const DAY_MS = 86_400_000

/** The last `days` days, today included. `today` is an ISO date. */
export function lastDays(days: number, today: string): Period {
  return { from: plusDays(today, 1 - days), until: plusDays(today, 1) }
}

/** Two days as a person gives them, both included; null when they are no days, stand in the wrong order or span more than three years. */
export function periodBetween(first: string, last: string): Period | null {
  if (!isDay(first) || !isDay(last)) return null
  const period = { from: first, until: plusDays(last, 1) }
  const days = daysIn(period)
  return days >= 1 && days <= MOST_DAYS ? period : null
}

export function daysIn({ from, until }: Period): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / DAY_MS)
}

export function lastDayOf({ until }: Period): string {
  return plusDays(until, -1)
}

/** What one point of a plot stands for: a plot stays readable up to some thirty points. */
export function stepOf(period: Period): Step {
  const days = daysIn(period)
  return days <= 31 ? 'day' : days <= 26 * 7 ? 'week' : 'month'
}

/** The first day of every step that touches the period, as PostgreSQL's date_trunc names them: weeks begin on Monday. */
export function stepsOf(period: Period, step = stepOf(period)): readonly string[] {
  const steps: string[] = []
  for (let at = truncated(period.from, step); at < period.until; at = next(at, step)) steps.push(at)
  return steps
}

function truncated(day: string, step: Step): string {
  if (step === 'month') return `${day.slice(0, 8)}01`
  return step === 'day' ? day : plusDays(day, -((new Date(day).getUTCDay() + 6) % 7))
}

function next(day: string, step: Step): string {
  return step === 'month' ? truncated(plusDays(day, 31), 'month') : plusDays(day, step === 'day' ? 1 : 7)
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && plusDays(text, 0) === text
}
