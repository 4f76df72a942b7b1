import { isStreet, type PostalAddress, parseAddress, townOf } from '../../../../core/candidates/index.ts'
import { type Span, type TextLine, wholeLine } from '../../../../core/extraction/labels/index.ts'
import type { TradeText } from './context.ts'

export interface PlacedAddress {
  readonly address: PostalAddress
  readonly addressSpans: readonly Span[]
}

const HEAD = 0.16 // of the page's height; below it the addressee's window begins
const FOOT = 0.85

/**
 * An address printed apart from its name, in the head or the foot of the first page: "Invented Foods Ltd" on the left, "48 Invented Road,
 * Neverham, ZZ3 8LN" on the right. `taken` are lines of other parties. Complete ones only, the nearest to the name first.
 */
export function letterheadAddress(invoice: TradeText, name: Span, taken: (line: TextLine) => boolean): PlacedAddress | null {
  const page = invoice.page(name.line)
  const found = page.lines
    .filter((line) => (line.at.y0 < HEAD || line.at.y0 > FOOT) && line !== name.line && !taken(line) && line.text.length < 110)
    .flatMap((line) => (townOf(line.text) === null ? [] : (addressAt(page.lines, line, taken) ?? [])))
  const distance = ({ addressSpans }: PlacedAddress) => Math.abs(addressSpans[0]!.line.at.y0 - name.line.at.y0)
  return found.sort((a, b) => distance(a) - distance(b))[0] ?? null
}

function addressAt(lines: readonly TextLine[], town: TextLine, taken: (line: TextLine) => boolean): PlacedAddress | null {
  const alone = parseAddress([town.text])
  if (alone?.line1 && alone.zip) return { address: alone, addressSpans: [wholeLine(town)] }
  const street = lines.find(
    (line) =>
      !taken(line) &&
      isStreet(line.text) &&
      town.at.y0 - line.at.y1 > -0.4 * line.em &&
      town.at.y0 - line.at.y1 < line.em &&
      sameEdge(line, town),
  )
  const address = street ? parseAddress([street.text, town.text]) : null
  return street && address?.zip ? { address, addressSpans: [wholeLine(street), wholeLine(town)] } : null
}

/** Left, right or centre of two lines agree. */
function sameEdge({ at: a, em }: TextLine, { at: b }: TextLine): boolean {
  return Math.min(Math.abs(a.x0 - b.x0), Math.abs(a.x1 - b.x1), Math.abs(a.x0 + a.x1 - b.x0 - b.x1) / 2) < em
}
