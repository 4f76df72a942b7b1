import { sameRow } from '../../../core/extraction/labels/index.ts'
import { countEarlier } from './kindred.ts'
import type { DocumentFacts, PlacedCandidate } from './page-facts.ts'

export const ID_FEATURES = [
  'digits',
  'letters',
  'signs inside',
  'starts with letters',
  'part of an amount',
  'part of a date',
  'part of an identifier',
  'date on its row',
  'rank down the page',
  'occurrence',
  'percent or currency beside',
  'upper half of its line',
  'holds a year',
  'party name above',
] as const

/** The shape of an id and what else its characters could be; never the characters themselves. */
export function idFeatures(facts: DocumentFacts): (candidate: PlacedCandidate) => readonly number[] {
  const of = (...kinds: readonly string[]) => facts.candidates.filter(({ kind }) => kinds.includes(kind))
  const amounts = Map.groupBy(
    of('money').filter(({ sure }) => sure),
    ({ span }) => span.line,
  )
  const dates = of('date')
  const datesOnLine = Map.groupBy(dates, ({ span }) => span.line)
  const datesOnPage = Map.groupBy(dates, ({ page }) => page)
  const years = [...new Set(dates.flatMap(({ value }) => [value.slice(0, 4), `${value.slice(2, 4)}${value.slice(5, 7)}`]))]
  const identifiers = Map.groupBy(of('iban', 'bic', 'vatId', 'inn', 'ogrn', 'account', 'corrAccount'), ({ span }) => span.line)
  const parties = Map.groupBy(
    of('party').filter(({ sure }) => sure),
    ({ page }) => page,
  )
  const earlierOf = countEarlier(facts.candidates)
  return (candidate) => {
    const { value, span, page, at, kind } = candidate
    const inside = (other: PlacedCandidate) =>
      other.kind !== kind && other.span.line === span.line && other.span.from < span.to && other.span.to > span.from
    const earlier = earlierOf.get(candidate)!
    const near = span.line.text.slice(span.to, span.to + 3)
    const above = (parties.get(page) ?? []).filter((p) => p.at.y0 <= at.y1 && Math.abs(p.at.x0 - at.x0) < 0.25 * page.aspect)
    const nearest = above.length === 0 ? 40 : Math.min(...above.map((p) => (at.y0 - p.at.y0) / span.line.em))
    return [
      value.replace(/\D/g, '').length,
      value.replace(/[^\p{L}]/gu, '').length,
      value.replace(/[\p{L}\d]/gu, '').length,
      /^\p{L}/u.test(value) ? 1 : 0,
      amounts.get(span.line)?.some(inside) ? 1 : 0,
      datesOnLine.get(span.line)?.some(inside) ? 1 : 0,
      identifiers.get(span.line)?.some(inside) ? 1 : 0,
      datesOnPage.get(page)?.some((other) => sameRow(other.at, at)) ? 1 : 0,
      Math.min(60, earlier.onPage),
      Math.min(5, earlier.sameValue),
      /^\s?(?:%|€|\$|EUR|руб)/u.test(near) ? 1 : 0,
      span.from < span.line.text.length / 2 ? 1 : 0,
      years.some((year) => value.includes(year)) ? 1 : 0,
      Math.min(40, Math.max(0, nearest)),
    ]
  }
}
