import { type Span, sameRow, sharesColumn, type TextLine } from '../../../../core/extraction/labels/index.ts'
import type { Hit, TradeText } from './context.ts'

/**
 * The value over a caption printed small underneath it: "INV-35148" and below it "Invoice number". Only where the caption is all of its line,
 * and nothing else claims the value: no caption over it and none on its row.
 */
export function valueOver(invoice: TradeText, hit: Hit): Span | null {
  const { line } = hit
  if (hit.from > 0 || hit.to < line.text.trimEnd().length) return null
  const { lines } = invoice.page(line)
  const isCaption = (other: TextLine) => invoice.hitsOn(other).some((h) => h.from === 0)
  const value = lines
    .filter((other) => other !== line && closeOver(other, line) && sharesColumn(other.at, line.at, line.em) && !isCaption(other))
    .sort((a, b) => b.at.y0 - a.at.y0)[0]
  // What a caption names underneath is the larger print.
  if (!value || value.em < line.em) return null
  const claimed = lines.some(
    (other) =>
      other !== value &&
      other !== line &&
      isCaption(other) &&
      (sameRow(other.at, value.at) || (closeOver(other, value) && sharesColumn(other.at, value.at, value.em))),
  )
  return claimed ? null : { line: value, from: 0, to: value.text.length }
}

function closeOver(upper: TextLine, lower: TextLine): boolean {
  const gap = lower.at.y0 - upper.at.y1
  return gap > -0.5 * lower.em && gap < 0.9 * lower.em
}
