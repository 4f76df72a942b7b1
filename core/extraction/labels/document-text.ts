import type { Evidence } from '../../field.ts'
import { type Box, boundingBox } from '../../geometry.ts'
import type { Line, Page, Reading, Word } from '../../reading.ts'
import { type DocumentLocale, detectLocale } from '../../values/index.ts'

/** A word inside its line's text. `at`: place in page heights on both axes with the page's skew taken out; for geometry only, never as evidence. */
export interface TextWord {
  readonly word: Word
  readonly at: Box
  readonly from: number
  readonly to: number
}

export interface TextLine {
  readonly page: number
  readonly source: 'text' | 'ocr'
  readonly text: string
  readonly words: readonly TextWord[]
  readonly at: Box
  /** Line height in page heights. */
  readonly em: number
  /** Place in the reading order of the whole document. */
  readonly order: number
  /** It stands on other pages as well (a letterhead, a footer): no row of a table. */
  readonly running?: boolean
}

export interface TextPage {
  readonly index: number
  readonly aspect: number
  readonly slope: number
  readonly lines: readonly TextLine[]
  readonly page: Page
}

/** The reading in the form that label extraction works on. */
export interface DocumentText {
  readonly pages: readonly TextPage[]
  readonly lines: readonly TextLine[]
  readonly locale: DocumentLocale
}

/** Characters `from` (inclusive) to `to` (exclusive) of a line. */
export interface Span {
  readonly line: TextLine
  readonly from: number
  readonly to: number
}

export function documentText(reading: Reading): DocumentText {
  let order = 0
  const pages = reading.pages.map((page): TextPage => {
    const aspect = page.widthPx / page.heightPx
    const slope = pageSlope(page, aspect)
    const flat = (box: Box): Box => {
      const drop = slope * ((box.x0 + box.x1) / 2) * aspect
      return { x0: box.x0 * aspect, x1: box.x1 * aspect, y0: box.y0 - drop, y1: box.y1 - drop }
    }
    const running = new Set([...(page.running?.heads ?? []), ...(page.running?.feet ?? [])].map((i) => page.lines[i]))
    const lines = page.lines
      .filter((line) => !upright(line, aspect))
      .map((line) => ({ ...textLine(page, line.words, flat, order++), ...(running.has(line) && { running: true }) }))
    return { index: page.index, aspect, slope, lines, page }
  })
  const lines = pages.flatMap((p) => p.lines)
  return { pages, lines, locale: detectLocale(lines.map((l) => l.text)) }
}

function textLine(page: Page, words: readonly Word[], flat: (box: Box) => Box, order: number): TextLine {
  let text = ''
  const placed = words.map((word, i): TextWord => {
    const previous = words[i - 1]
    const glue = text === '' || (previous !== undefined && torn(page, previous, word)) ? '' : ' '
    const from = text.length + glue.length
    text += glue + word.text
    return { word, at: flat(word.box), from, to: text.length }
  })
  const heights = placed.map((w) => w.at.y1 - w.at.y0).sort((a, b) => a - b)
  const em = heights[Math.floor(heights.length / 2)] ?? 0.01
  return {
    page: page.index,
    source: page.source === 'ocr' ? 'ocr' : 'text',
    text,
    words: placed,
    at: boundingBox(placed.map((w) => w.at)),
    em,
    order,
  }
}

/** Text turned by 90° in the margin: its words are taller than wide. It belongs to no row of the page. */
function upright(line: Line, aspect: number): boolean {
  return line.words.every((w) => w.text.length >= 3 && w.box.y1 - w.box.y0 > 1.4 * (w.box.x1 - w.box.x0) * aspect)
}

/** OCR tears numbers apart ("201 3"): two words of digits without a real space between them are one. */
function torn(page: Page, left: Word, right: Word): boolean {
  if (page.source !== 'ocr' || !/\d[.,/-]?$/.test(left.text) || !/^\d/.test(right.text)) return false
  const gap = (right.box.x0 - left.box.x1) * (page.widthPx / page.heightPx)
  return gap < 0.22 * Math.max(left.box.y1 - left.box.y0, right.box.y1 - right.box.y0)
}

/** Median slope of the page's longer lines (dy/dx); 0 for a text layer, which is never skewed. */
function pageSlope(page: Page, aspect: number): number {
  if (page.source !== 'ocr') return 0
  const slopes = page.lines
    .filter((line) => line.words.length >= 4)
    .map((line) => {
      const first = line.words[0]!.box
      const last = line.words.at(-1)!.box
      const dx = ((last.x0 + last.x1 - first.x0 - first.x1) / 2) * aspect
      return dx < 0.1 ? null : (last.y0 + last.y1 - first.y0 - first.y1) / 2 / dx
    })
    .filter((slope) => slope !== null)
    .sort((a, b) => a - b)
  const median = slopes[Math.floor(slopes.length / 2)]
  return slopes.length < 3 || median === undefined || Math.abs(median) > 0.1 ? 0 : median
}

export function wordsOf(span: Span): readonly TextWord[] {
  return span.line.words.filter((w) => w.from < span.to && w.to > span.from)
}

export function textOf(span: Span): string {
  return span.line.text.slice(span.from, span.to)
}

export function wholeLine(line: TextLine): Span {
  return { line, from: 0, to: line.text.length }
}

/** Flattened place of a span (see TextWord.at). */
export function placeOf(span: Span): Box {
  const words = wordsOf(span)
  return words.length === 0 ? span.line.at : boundingBox(words.map((w) => w.at))
}

export function evidenceOf(span: Span): Evidence {
  const words = wordsOf(span)
  return { page: span.line.page, box: words.length === 0 ? null : boundingBox(words.map((w) => w.word.box)), text: textOf(span) }
}

/** Mean OCR confidence of the span's words; 1 for a text layer. */
export function certainty(span: Span): number {
  const known = wordsOf(span).flatMap((w) => (w.word.confidence === null ? [] : [w.word.confidence]))
  return known.length === 0 ? 1 : known.reduce((a, b) => a + b, 0) / known.length
}
