import { columnsOf } from '../../layout/index.ts'
import type { Table } from '../../reading.ts'
import type { TextLine, TextPage, TextWord } from '../labels/document-text.ts'
import type { HeadCell, ItemHeader } from './item-header.ts'

const FAR = 0.03 // of the page height between headings and the first row

/** A column from `x0` to `x1` (page heights). */
export interface Band<Kind extends string> extends HeadCell<Kind> {
  readonly x0: number
  readonly x1: number
}

/** Column borders under a head: drawn rules where there are some, else the borders of the table found there by its gaps, else the strips between headings that the fewest words cross. */
export function columnBands<Kind extends string>(header: ItemHeader<Kind>, body: readonly TextLine[]): readonly Band<Kind>[] {
  const ruled = ruledEdges(header)
  const { cells } = header
  const found = gapEdges(header)
  const words = figureRows(body).flatMap((line) => line.words)
  const trailing = figuresTrail(cells.at(-1)!, words)
  const borders = cells.slice(1).map((cell, i) => {
    const left = cells[i]!
    if (found) return found[i]!
    const drawn = ruled.filter((x) => x > middle(left) && x < middle(cell))
    return drawn.length === 1 ? drawn[0]! : quietest(words, left, cell, trailing)
  })
  return cells.map((cell, i) => ({ ...cell, x0: borders[i - 1] ?? Number.NEGATIVE_INFINITY, x1: borders[i] ?? Number.POSITIVE_INFINITY }))
}

/** Lines of rows that carry figures; wrapped names and remarks run across columns. */
function figureRows(body: readonly TextLine[]): readonly TextLine[] {
  const figures = body.filter((line) => /\d[.,]\d{2}/.test(line.text))
  const rows = body.filter((line) => figures.some((f) => f.at.y0 < line.at.y1 - 0.3 * line.em && f.at.y1 > line.at.y0 + 0.3 * line.em))
  return rows.length > 0 ? rows : body
}

function middle(cell: HeadCell<string>): number {
  return (cell.at.x0 + cell.at.x1) / 2
}

/**
 * Border between two headings: the strip in between that is crossed least, the headings' own gap counting as proof. Of several such strips the one
 * with the most room on every row is no blank between two words of a long name; then the widest, or the last where figures trail their headings.
 */
function quietest(words: readonly TextWord[], left: HeadCell<string>, right: HeadCell<string>, trailing: boolean): number {
  const from = Math.min(middle(left), left.at.x1)
  const to = Math.max(middle(right), right.at.x0)
  const steps = 60
  const cost = Array.from({ length: steps + 1 }, (_, i) => {
    const x = from + ((to - from) * i) / steps
    const crossing = words.filter((w) => w.at.x0 < x && w.at.x1 > x).length
    const heading = x < left.at.x1 || x > right.at.x0 ? 0.5 : 0
    return crossing + heading
  })
  const strips = quietStrips(cost)
  const at = ({ start, length }: Strip) => from + ((to - from) * (start + (length - 1) / 2)) / steps
  const rooms = strips.length > 1 ? strips.map((strip) => roomAt(words, at(strip))) : strips.map(() => ENOUGH)
  const most = Math.max(...rooms)
  const clear = strips.filter((_, i) => rooms[i]! > most - CLEARER)
  if (trailing) return at(clear.at(-1)!)
  return at(clear.reduce((widest, strip) => (strip.length > widest.length ? strip : widest)))
}

const TRAIL = 0.8 // word heights by which most rows end behind the last heading

/** Headings set to the left over figures set to the right: under the last heading, which has no neighbour, the figures begin in it and end behind it. */
function figuresTrail(last: HeadCell<string>, words: readonly TextWord[]): boolean {
  const ends = words.filter((word) => word.at.x1 > last.at.x1 && /\d[.,]\d{2}(?!\d)/.test(word.word.text))
  const height = last.at.y1 - last.at.y0
  return ends.length > 1 && ends.every((word) => word.at.x0 > last.at.x0 && word.at.x1 - last.at.x1 > TRAIL * height)
}

interface Strip {
  readonly start: number
  readonly length: number
}

/** Runs of the least cost. */
function quietStrips(cost: readonly number[]): readonly Strip[] {
  const least = Math.min(...cost)
  const starts = cost.flatMap((c, i) => (c === least && cost[i - 1] !== least ? [i] : []))
  return starts.map((start) => {
    const end = cost.findIndex((c, i) => i > start && c !== least)
    return { start, length: (end < 0 ? cost.length : end) - start }
  })
}

const CLEARER = 0.15 // of a word's height: blanks of one font differ by less
const ENOUGH = 1.5 // word heights: no blank is as wide

/** The narrowest gap around `x` on any row that has words on both sides, in word heights, at most `ENOUGH`. */
function roomAt(words: readonly TextWord[], x: number): number {
  return words.reduce((narrowest, left) => {
    if (left.at.x1 > x) return narrowest
    const height = left.at.y1 - left.at.y0
    const row = words.filter((w) => Math.min(w.at.y1, left.at.y1) - Math.max(w.at.y0, left.at.y0) > 0.5 * height)
    if (row.some((w) => w.at.x1 <= x && w.at.x1 > left.at.x1)) return narrowest
    const right = row.filter((w) => w.at.x0 >= x).reduce((least, w) => Math.min(least, w.at.x0), Number.POSITIVE_INFINITY)
    return Math.min(narrowest, (right - left.at.x1) / height)
  }, ENOUGH)
}

/** Vertical rules of the drawn table around the head, in page heights. */
function ruledEdges(header: ItemHeader<string>): readonly number[] {
  const table = ruledTableAt(header.page, header.at.x0, (header.at.y0 + header.at.y1) / 2)
  if (!table) return []
  return [...new Set(table.cells.map((c) => c.box.x0 * header.page.aspect))].sort((a, b) => a - b)
}

/** Borders of a table without rules that has one column for each heading, in page heights; null where there is none. */
function gapEdges({ page, at, cells }: ItemHeader<string>): readonly number[] | null {
  for (const table of page.page.tables) {
    if (table.ruled || table.columns !== cells.length || table.box.y0 > at.y1 + FAR || table.box.y1 < at.y1) continue
    const columns = columnsOf(table).map(({ x0, x1 }) => ({ x0: x0 * page.aspect, x1: x1 * page.aspect }))
    if (cells.every((cell, i) => middle(cell) > columns[i]!.x0 && middle(cell) < columns[i]!.x1))
      return columns.slice(1).map(({ x0 }) => x0)
  }
  return null
}

export function ruledTableAt(page: TextPage, x: number, y: number): Table | null {
  return (
    page.page.tables.find(
      (t) => t.ruled && t.box.y0 - 0.005 <= y && t.box.y1 >= y && t.box.x0 * page.aspect <= x + 0.02 && t.box.x1 * page.aspect >= x,
    ) ?? null
  )
}
