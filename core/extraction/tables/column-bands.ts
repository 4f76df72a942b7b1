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
  const borders = cells.slice(1).map((cell, i) => {
    const left = cells[i]!
    if (found) return found[i]!
    const drawn = ruled.filter((x) => x > middle(left) && x < middle(cell))
    return drawn.length === 1 ? drawn[0]! : quietest(words, left, cell)
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

/** Border between two headings: the widest strip in between that is crossed least; the headings' own gap counts as proof. */
function quietest(words: readonly TextWord[], left: HeadCell<string>, right: HeadCell<string>): number {
  const from = Math.min(middle(left), left.at.x1)
  const to = Math.max(middle(right), right.at.x0)
  const steps = 60
  const cost = Array.from({ length: steps + 1 }, (_, i) => {
    const x = from + ((to - from) * i) / steps
    const crossing = words.filter((w) => w.at.x0 < x && w.at.x1 > x).length
    const heading = x < left.at.x1 || x > right.at.x0 ? 0.5 : 0
    return crossing + heading
  })
  const least = Math.min(...cost)
  let best = { start: 0, length: 0 }
  for (let i = 0; i <= steps; i++) {
    if (cost[i]! > least) continue
    let end = i
    while (end < steps && cost[end + 1]! <= least) end++
    if (end - i + 1 > best.length) best = { start: i, length: end - i + 1 }
    i = end
  }
  return from + ((to - from) * (best.start + (best.length - 1) / 2)) / steps
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
