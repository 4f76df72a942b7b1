import type { TextPage } from '../../../core/extraction/labels/index.ts'
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
  const rank = new Map(distinct.map((value, i) => [value, i]))
  const onLine = Map.groupBy(dates, ({ span }) => span.line)
  const onPage = Map.groupBy(dates, ({ page }) => page)
  const before = countBefore(facts, onPage)
  const days = (a: string, b: string) => Math.round((Date.parse(b) - Date.parse(a)) / DAY)
  return (candidate) => {
    const { value, span, page, at } = candidate
    const beside = onLine.get(span.line)!
    const text = span.line.text.slice(0, span.from)
    return [
      candidate.sure ? 1 : 0,
      Math.min(12, distinct.length),
      rank.get(value)!,
      distinct.length - 1 - rank.get(value)!,
      Math.min(400, days(distinct[0]!, value)),
      Math.min(400, days(value, distinct.at(-1)!)),
      Math.min(20, before.get(page)! + onPage.get(page)!.filter((other) => other.at.y0 < at.y0 - 0.002).length),
      value.endsWith('-01') ? 1 : 0,
      new Date(Date.parse(value) + DAY).getUTCDate() === 1 ? 1 : 0,
      beside.some((other) => other.span.from > span.from) ? 1 : 0,
      beside.some((other) => other.span.from < span.from) ? 1 : 0,
      /\d/.test(text.slice(-30)) ? 1 : 0,
      text.trim() === '' && span.line.text.slice(span.to).trim() === '' ? 1 : 0,
    ]
  }
}

/** Dates on the pages before each page. */
function countBefore(facts: DocumentFacts, onPage: ReadonlyMap<TextPage, readonly unknown[]>): ReadonlyMap<TextPage, number> {
  let sum = 0
  return new Map(
    facts.invoice.text.pages.map((page) => {
      const before = sum
      sum += onPage.get(page)?.length ?? 0
      return [page, before]
    }),
  )
}
