import { type Box, boundingBox, centre } from '../geometry.ts'
import type { Cell, Rule, Table, Word } from '../reading.ts'
import { anchored, connectedGroups, mergeSegments, type Segment, TOUCH } from './segments.ts'

const MIN_WIDTH = 0.1
const SHORT_ACROSS = 0.1
const SHORT_DOWN = 0.06
const OPEN = 0.01 // of the page: less is a line that overshoots

/** Tables from drawn lines: connected groups of horizontal and vertical rules become a grid; grid cells without a rule between them are one cell. */
export function ruledTables(rules: readonly Rule[], words: readonly Word[]): readonly Table[] {
  const horizontal = mergeSegments(
    rules.filter((r) => r.x1 - r.x0 >= r.y1 - r.y0 && r.y1 - r.y0 < 0.01).map((r) => ({ at: (r.y0 + r.y1) / 2, from: r.x0, to: r.x1 })),
  )
  const vertical = mergeSegments(
    rules.filter((r) => r.y1 - r.y0 > r.x1 - r.x0 && r.x1 - r.x0 < 0.01).map((r) => ({ at: (r.x0 + r.x1) / 2, from: r.y0, to: r.y1 })),
  )
  // A drawing has thousands of strokes; a table has not.
  if (horizontal.length * vertical.length > 250_000) return []
  const down = anchored(vertical, horizontal, SHORT_DOWN)
  return connectedGroups(anchored(horizontal, down, SHORT_ACROSS), down).flatMap(({ h, v }) => gridTable(h, v, words) ?? [])
}

function gridTable(h: readonly Segment[], v: readonly Segment[], words: readonly Word[]): Table | null {
  const ys = positions([...h.map((s) => s.at), ...openEnds(v, h)])
  const xs = positions([...v.map((s) => s.at), ...openEnds(h, v)])
  const rows = ys.length - 1
  const columns = xs.length - 1
  if (rows < 2 || columns < 2 || rows * columns > 20_000 || xs.at(-1)! - xs[0]! < MIN_WIDTH) return null
  // Hatching and charts: more work than any table is worth.
  if (rows * columns * words.length > 20_000_000) return null
  const below = (r: number, c: number) => covers(h, ys[r + 1]!, xs[c]!, xs[c + 1]!)
  const right = (r: number, c: number) => covers(v, xs[c + 1]!, ys[r]!, ys[r + 1]!)
  const taken = new Set<number>()
  const cells: Cell[] = []
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      if (taken.has(row * columns + column)) continue
      let columnSpan = 1
      while (column + columnSpan < columns && !right(row, column + columnSpan - 1)) columnSpan++
      let rowSpan = 1
      while (row + rowSpan < rows && !below(row + rowSpan - 1, column)) rowSpan++
      for (let r = row; r < row + rowSpan; r++) for (let c = column; c < column + columnSpan; c++) taken.add(r * columns + c)
      const box: Box = { x0: xs[column]!, y0: ys[row]!, x1: xs[column + columnSpan]!, y1: ys[row + rowSpan]! }
      cells.push({ row, column, rowSpan, columnSpan, box, ...contents(box, words) })
    }
  }
  if (cells.length < 4 || cells.filter((c) => c.text !== '').length < 3) return null
  return { box: boundingBox(cells.map((c) => c.box)), ruled: true, rows, columns, headerRows: 0, cells }
}

/** A table may be drawn without its outer lines: where several lines run on past the last one across them, their common end is its edge. */
function openEnds(lines: readonly Segment[], across: readonly Segment[]): readonly number[] {
  const first = Math.min(...across.map((s) => s.at))
  const last = Math.max(...across.map((s) => s.at))
  const starts = lines.map((s) => s.from).filter((from) => from < first - OPEN)
  const ends = lines.map((s) => s.to).filter((to) => to > last + OPEN)
  return [...(starts.length > 1 ? [Math.min(...starts)] : []), ...(ends.length > 1 ? [Math.max(...ends)] : [])]
}

/** Distinct grid positions, ascending. */
function positions(values: readonly number[]): readonly number[] {
  const out: number[] = []
  for (const value of [...values].sort((a, b) => a - b)) if (out.length === 0 || value - out.at(-1)! > TOUCH) out.push(value)
  return out
}

function covers(segments: readonly Segment[], at: number, from: number, to: number): boolean {
  const middle = (from + to) / 2
  return segments.some((s) => Math.abs(s.at - at) <= TOUCH && s.from <= middle && s.to >= middle)
}

function contents(box: Box, words: readonly Word[]): { text: string; words: readonly Word[] } {
  const inside = words.filter((w) => {
    const { x, y } = centre(w.box)
    return x > box.x0 && x < box.x1 && y > box.y0 && y < box.y1
  })
  const ordered = inRows(inside)
  return { text: ordered.map((w) => w.text).join(' '), words: ordered }
}

/** Words top to bottom, each row left to right. */
export function inRows(words: readonly Word[]): readonly Word[] {
  const rows: Word[][] = []
  for (const word of [...words].sort((a, b) => a.box.y0 + a.box.y1 - b.box.y0 - b.box.y1)) {
    const row = rows.at(-1)
    const first = row?.[0]
    const middle = (word.box.y0 + word.box.y1) / 2
    if (row && first && middle < first.box.y1 && middle > first.box.y0) row.push(word)
    else rows.push([word])
  }
  return rows.flatMap((row) => row.sort((a, b) => a.box.x0 - b.box.x0))
}
