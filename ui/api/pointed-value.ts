import { findAmounts, findDates } from '../../core/candidates/index.ts'
import { documentText, evidenceOf, type Span, textOf } from '../../core/extraction/labels/index.ts'
import { findValue } from '../../core/extraction/value-in.ts'
import type { Evidence, Value, ValueKind } from '../../core/field.ts'
import { type Box, centre } from '../../core/geometry.ts'
import type { Reading } from '../../core/reading.ts'
import type { DocumentLocale } from '../../core/values/index.ts'

/** What a reviewer pointed at: canonical, as printed, and where. */
export interface PointedValue {
  readonly value: Value
  readonly raw: string
  readonly evidence: readonly Evidence[]
}

const PROSE: ReadonlySet<ValueKind> = new Set(['text', 'name', 'address'])

/**
 * The value of a kind in a region of a page (fractions; a click is a region without extent), read in the notation of the document, not of the
 * reader: «1.234,56» on a German invoice is 1234.56 for everyone. Texts take every word of the region, line by line; other kinds the first value.
 * Null when there is none of that kind.
 */
export function valueInRegion(reading: Reading, page: number, region: Box, kind: ValueKind): PointedValue | null {
  const text = documentText(reading)
  const spans = text.lines.flatMap((line): readonly Span[] => {
    const inside = line.page === page ? line.words.filter(({ word }) => isIn(word.box, region)) : []
    const [first, last] = [inside[0], inside.at(-1)]
    return first && last ? [{ line, from: first.from, to: last.to }] : []
  })
  if (spans.length === 0) return null
  if (PROSE.has(kind)) {
    const raw = spans.map(textOf).join(' ')
    return { value: raw, raw, evidence: spans.map(evidenceOf) }
  }
  for (const span of spans) {
    const found = findValue(wholeValue(span, kind, text.locale) ?? span, kind, text.locale)
    if (found) return { value: found.value, raw: textOf(found.span), evidence: [evidenceOf(found.span)] }
  }
  return null
}

/** The word's middle lies in the region, or a corner of the region in the word: a click hits the word it is on. */
function isIn(word: Box, region: Box): boolean {
  const { x, y } = centre(word)
  const corners = [region.x0, region.x1].flatMap((cx) => [region.y0, region.y1].map((cy) => [cx, cy] as const))
  return holds(region, x, y) || corners.some(([cx, cy]) => holds(word, cx, cy))
}

function holds({ x0, y0, x1, y1 }: Box, x: number, y: number): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1
}

/** A click on the «1» of «1 234,56» or on the «мая» of a date means all of it. */
function wholeValue({ line, from, to }: Span, kind: ValueKind, locale: DocumentLocale): Span | null {
  const found = kind === 'money' ? findAmounts(line.text, locale) : kind === 'date' ? findDates(line.text, locale) : []
  const whole = found.find((value) => value.from < to && value.to > from)
  return whole ? { line, from: Math.min(whole.from, from), to: Math.max(whole.to, to) } : null
}
