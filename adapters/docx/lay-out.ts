import type { PageWords, Word } from '../../core/reading.ts'
import type { Block, Paragraph } from './paragraphs.ts'

/** A4 at 150 dpi: what a reviewer sees. */
export const PAGE = { widthPx: 1240, heightPx: 1754 } as const

// One pitch for all: a Word file says what is written, not where. 11 points, 90 characters in a row, 58 rows on a page.
const LEFT = 0.1
const RIGHT = 0.92
const TOP = 0.06
const BOTTOM = 0.95
const CELL = (RIGHT - LEFT) / 90
const ROW = 0.0153
const LETTER_HEIGHT = 0.0115
const COLUMN_GAP = 2 // characters

interface Row {
  readonly words: readonly { readonly text: string; readonly column: number }[]
}

/**
 * Pages of words with places from paragraphs and tables. A page ends where the document breaks it (its own breaks and those that Word drew last), or
 * where it is full. Every word of the document stands on exactly one place.
 */
export function layOut(blocks: readonly Block[]): readonly PageWords[] {
  const rowsOnPage = Math.floor((BOTTOM - TOP) / ROW)
  const pages: Row[][] = [[]]
  const add = (rows: readonly Row[], breakBefore: boolean) => {
    if (breakBefore && pages.at(-1)!.some(({ words }) => words.length > 0)) pages.push([])
    for (const row of rows) {
      if (pages.at(-1)!.length >= rowsOnPage) pages.push([])
      // No page begins with white space.
      if (row.words.length > 0 || pages.at(-1)!.length > 0) pages.at(-1)!.push(row)
    }
  }
  for (const block of blocks) {
    if (block.kind === 'paragraph') add([...paragraphRows(block, 0, 90), ...(block.text === '' ? [] : [{ words: [] }])], block.breakBefore)
    else
      for (const row of block.rows)
        add(
          tableRow(row, block.widths),
          row.some((cell) => cell.some(({ breakBefore }) => breakBefore)),
        )
  }
  return pages.map((rows, i) => ({
    index: i + 1,
    ...PAGE,
    source: rows.some(({ words }) => words.length > 0) ? 'text' : 'none',
    engine: null,
    words: rows.flatMap(({ words }, at) => words.map((word) => placed(word, at))),
    rules: [],
  }))
}

function placed({ text, column }: Row['words'][number], row: number): Word {
  const x0 = LEFT + column * CELL
  const y0 = TOP + row * ROW
  return { text, box: { x0, y0, x1: Math.min(1, x0 + text.length * CELL), y1: y0 + LETTER_HEIGHT }, confidence: null }
}

/** Wrapped at the width of the column; a line break inside the paragraph stays one. */
function paragraphRows({ text, centred }: Paragraph, from: number, width: number): readonly Row[] {
  return text.split('\n').flatMap((part) => {
    const rows: { text: string; column: number }[][] = [[]]
    let at = 0
    for (const match of part.matchAll(/(\s*)(\S+)/gu)) {
      const gap = at === 0 ? 0 : Math.min(3, match[1]!.length)
      for (const [i, piece] of pieces(match[2]!, width).entries()) {
        if (at > 0 && at + (i === 0 ? gap : 0) + piece.length > width) {
          rows.push([])
          at = 0
        }
        const column = at === 0 ? 0 : at + gap
        rows.at(-1)!.push({ text: piece, column: from + column })
        at = column + piece.length
      }
    }
    return rows.map((words) => ({ words: centred ? centre(words, from, width) : words }))
  })
}

/** A word longer than its column is cut, so that nothing leaves the page. */
function pieces(word: string, width: number): readonly string[] {
  if (word.length <= width) return [word]
  return Array.from({ length: Math.ceil(word.length / width) }, (_, i) => word.slice(i * width, (i + 1) * width))
}

function centre(words: Row['words'], from: number, width: number): Row['words'] {
  const last = words.at(-1)
  const shift = last ? Math.max(0, Math.floor((width - (last.column + last.text.length - from)) / 2)) : 0
  return words.map((word) => ({ ...word, column: word.column + shift }))
}

/** The cells of a row beside each other, each wrapped in its own column. */
function tableRow(cells: readonly (readonly Paragraph[])[], widths: readonly number[]): readonly Row[] {
  const shares = cells.map((_, i) => widths[i] ?? 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  let at = 0
  const columns = cells.map((cell, i) => {
    const width = Math.max(3, Math.floor((shares[i]! / total) * 90) - COLUMN_GAP)
    const rows = cell.flatMap((paragraph) => paragraphRows(paragraph, at, width))
    at += width + COLUMN_GAP
    return rows
  })
  const height = Math.max(0, ...columns.map((rows) => rows.length))
  return Array.from({ length: height }, (_, i) => ({ words: columns.flatMap((rows) => rows[i]?.words ?? []) }))
}
