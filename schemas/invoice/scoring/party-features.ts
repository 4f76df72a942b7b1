import { isStreet, townOf } from '../../../core/candidates/index.ts'
import { captionKey, sameRow, type TextLine } from '../../../core/extraction/labels/index.ts'
import { countAlike } from './count-alike.ts'
import type { DocumentFacts, PlacedCandidate } from './page-facts.ts'

export const PARTY_FEATURES = [
  'legal form',
  'words',
  'digits',
  'capitals',
  'whole line',
  'starts its line',
  'lines to a town below',
  'lines to a street below',
  'name lines directly above',
  'contact below',
  'times on the document',
  'longer name beside it',
  'caption on its line',
  'rank down the page',
  'tax id below',
  'in the address window',
] as const

const CONTACT = /@|www\.|(?<!\p{L})(?:tel|fon|phone|fax|тел|mobile|e-?mail)(?!\p{L})/iu
const TAX_ID = /(?<!\p{L})(?:ust-?id|vat|tva|инн|steuer-?n|siret|siren|ein|tax id)/iu

/** What stands around a name: its block, not its letters. */
export function partyFeatures(facts: DocumentFacts): (candidate: PlacedCandidate) => readonly number[] {
  const names = facts.candidates.filter(({ kind }) => kind === 'party')
  const timesOf = countAlike(names.map((name) => ({ name, key: captionKey(name.value), line: name.span.line })))
  const onPage = Map.groupBy(names, ({ page }) => page)
  const onLine = Map.groupBy(names, ({ span }) => span.line)
  const below = (line: TextLine, page: PlacedCandidate['page']) =>
    page.lines
      .filter(
        (o) => o.at.y0 > line.at.y0 + 0.4 * line.em && o.at.y0 - line.at.y1 < 7 * line.em && Math.abs(o.at.x0 - line.at.x0) < 3 * line.em,
      )
      .sort((a, b) => a.at.y0 - b.at.y0)
      .slice(0, 6)
  const columns = new Map<TextLine, readonly TextLine[]>()
  return (candidate) => {
    const { span, page, at, value, more } = candidate
    const under = columns.get(span.line) ?? below(span.line, page)
    columns.set(span.line, under)
    const town = under.findIndex(({ text }) => townOf(text) !== null)
    const street = under.findIndex(({ text }) => isStreet(text))
    const above = page.lines.filter(
      (o) => o.at.y1 <= at.y0 + 0.3 * span.line.em && at.y0 - o.at.y1 < span.line.em && Math.abs(o.at.x0 - at.x0) < 2 * span.line.em,
    )
    const tail = span.line.text.slice(span.to)
    return [
      candidate.sure ? 1 : 0,
      value.split(' ').length,
      value.replace(/\D/g, '').length,
      value.replace(/[^\p{Lu}]/gu, '').length / Math.max(1, value.replace(/[^\p{L}]/gu, '').length),
      span.from === 0 && span.to === span.line.text.length ? 1 : 0,
      span.from === 0 ? 1 : 0,
      townOf(tail) !== null ? 0 : town < 0 ? 9 : town + 1,
      street < 0 ? 9 : street + 1,
      above.length,
      under.some(({ text }) => CONTACT.test(text)) ? 1 : 0,
      Math.min(6, timesOf(candidate)),
      onLine.get(span.line)!.some((other) => other.value.length > value.length && other.more.length >= more.length) ? 1 : 0,
      facts.invoice.hitsOn(span.line).some((hit) => hit.from <= span.from && hit.to >= span.to - 2) ? 1 : 0,
      Math.min(80, onPage.get(page)!.filter((other) => other.at.y0 < at.y0 && !sameRow(other.at, at)).length),
      under.some(({ text }) => TAX_ID.test(text)) || TAX_ID.test(tail) ? 1 : 0,
      at.y0 > 0.1 && at.y0 < 0.36 && at.x0 < 0.4 * page.aspect && page.index === 1 ? 1 : 0,
    ]
  }
}
