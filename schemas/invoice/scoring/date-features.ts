import type { DocumentFacts, PlacedCandidate } from './page-facts.ts'

export const DATE_FEATURES = [
  'day and month sure',
  'distinct dates',
  'rank from the earliest',
  'rank from the latest',
  'days after the earliest',
  'days before the latest',
  'rank down the page',
  'first day of a month',
  'last day of a month',
  'date after it on its line',
  'date before it on its line',
  'number before it on its line',
  'alone on its line',
] as const

const DAY = 86_400_000

/** What a date is among the other dates. */
export function dateFeatures(facts: DocumentFacts): (candidate: PlacedCandidate) => readonly number[] {
  const dates = facts.candidates.filter(({ kind }) => kind === 'date')
  const distinct = [...new Set(dates.map(({ value }) => value))].sort()
  const days = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / DAY)
  return (candidate) => {
    const { value, span, page, at } = candidate
    const beside = dates.filter((other) => other !== candidate && other.span.line === span.line)
    const before = span.line.text.slice(0, span.from)
    return [
      candidate.sure ? 1 : 0,
      Math.min(12, distinct.length),
      distinct.indexOf(value),
      distinct.length - 1 - distinct.indexOf(value),
      Math.min(400, days(distinct[0]!, value)),
      Math.min(400, days(value, distinct.at(-1)!)),
      Math.min(20, dates.filter((other) => other.page.index < page.index || (other.page === page && other.at.y0 < at.y0 - 0.002)).length),
      value.endsWith('-01') ? 1 : 0,
      new Date(Date.parse(value) + DAY).getUTCDate() === 1 ? 1 : 0,
      beside.some((other) => other.span.from > span.from) ? 1 : 0,
      beside.some((other) => other.span.from < span.from) ? 1 : 0,
      /\d/.test(before.slice(-30)) ? 1 : 0,
      before.trim() === '' && span.line.text.slice(span.to).trim() === '' ? 1 : 0,
    ]
  }
}
