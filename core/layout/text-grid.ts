import type { PageWords, Reading, Rule, Word } from '../reading.ts'
import { layOutPage } from './lay-out-page.ts'
import { linkPages } from './link-pages.ts'

const CELL = 0.009 // width of one character in page widths: 110 columns across
const ROW = 0.016

/**
 * A page from text in a fixed pitch, for tests: the place of a character in the text is its place on the page. Rows of `+---+` and `|` draw
 * rules. Two spaces or more part columns, one space parts words.
 */
export function pageOfText(text: string, index = 1, source: 'text' | 'ocr' = 'text'): PageWords {
  const rows = text.replace(/^\n/, '').split('\n')
  const words: Word[] = []
  const rules: Rule[] = []
  rows.forEach((row, r) => {
    const y = 0.04 + r * ROW
    for (const match of row.matchAll(/\+[-+]*\+/g))
      rules.push({ x0: x(match.index), x1: x(match.index + match[0].length - 1), y0: y, y1: y + 0.001 })
    for (const match of row.matchAll(/\|/g))
      rules.push({ x0: x(match.index), x1: x(match.index) + 0.001, y0: y - ROW, y1: y + ROW + 0.001 })
    const plain = row.replace(/\+[-+]*\+|\|/g, (m) => ' '.repeat(m.length))
    for (const match of plain.matchAll(/\S+/g))
      words.push({
        text: match[0],
        box: { x0: x(match.index), x1: x(match.index + match[0].length) - 0.002, y0: y, y1: y + 0.011 },
        confidence: source === 'ocr' ? 0.9 : null,
      })
  })
  return { index, widthPx: 1654, heightPx: 2339, source, engine: null, words, rules }
}

function x(column: number): number {
  return 0.03 + column * CELL
}

/** A reading of one or more such pages. */
export function readingOfText(...pages: readonly string[]): Reading {
  return { pages: linkPages(pages.map((text, i) => layOutPage(pageOfText(text, i + 1)))) }
}
