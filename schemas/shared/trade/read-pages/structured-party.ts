import { type Span, sameRow, type TextLine, type TextPage } from '../../../../core/extraction/labels/index.ts'
import type { Caption } from '../labels/index.ts'
import type { Hit, TradeText } from './context.ts'
import { printedValue, SECTION_END, startsField } from './party-captions.ts'
import { readParty } from './party-lines.ts'
import { type PartyText, wholeLines } from './party-text.ts'

/** Captions inside the section ("Name:", "Anschrift:") say what is what. */
export function structuredParty(invoice: TradeText, hit: Hit, page: TextPage, inItems: (line: TextLine) => boolean): PartyText | null {
  const section = sectionLines(invoice, hit, page).filter((line) => !inItems(line))
  const field = (kind: Caption) =>
    section.flatMap((line) => invoice.hitsOn(line).filter((h) => h.kind === kind && h.from === 0 && startsField(h))).at(0)
  const nameHit = field('name')
  if (!nameHit) return null
  const name = printedValue(nameHit, page)
  if (!name) return null
  const addressHit = field('address')
  const first = addressHit ? printedValue(addressHit, page) : null
  const rows = first ? [first, ...valueColumn(invoice, first, page)] : []
  const read = readParty(invoice, [name, ...rows])
  return read ? { ...read, name, lines: section } : null
}

function valueColumn(invoice: TradeText, first: Span, page: TextPage): readonly Span[] {
  const start = first.line.words.find((w) => w.from >= first.from)?.at.x0 ?? first.line.at.x0
  const lines = page.lines
    .filter(
      (line) =>
        line.at.y0 > first.line.at.y0 + 0.5 * first.line.em &&
        line.at.y0 - first.line.at.y1 < 4.5 * first.line.em &&
        Math.abs(line.at.x0 - start) < 2 * line.em,
    )
    .sort((a, b) => a.at.y0 - b.at.y0)
  const captionBeside = (line: TextLine) =>
    page.lines.some(
      (other) => other !== line && other.at.x1 <= line.at.x0 && sameRow(other.at, line.at) && invoice.hitsOn(other).length > 0,
    )
  const stop = lines.findIndex((line) => captionBeside(line) || invoice.hitsOn(line).some((h) => h.from === 0))
  return wholeLines(stop < 0 ? lines : lines.slice(0, stop))
}

/** Lines under a caption down to the next section, over the caption's own column and its values. */
function sectionLines(invoice: TradeText, hit: Hit, page: TextPage): readonly TextLine[] {
  const later = page.lines
    .filter((line) => line.at.y0 > hit.line.at.y1 - 0.4 * hit.line.em && line.at.x0 > hit.line.at.x0 - 2 * hit.line.em)
    .sort((a, b) => a.at.y0 - b.at.y0)
  const out: TextLine[] = []
  let bottom = hit.line.at.y1
  for (const line of later) {
    const ends = invoice.hitsOn(line).some((h) => h.from === 0 && SECTION_END.includes(h.kind) && startsField(h) && h.kind !== 'otherParty')
    if (ends || line.at.y0 - bottom > 3 * line.em || out.length > 30) break
    out.push(line)
    bottom = Math.max(bottom, line.at.y1)
  }
  return out
}
