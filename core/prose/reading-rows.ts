import { type Box, boundingBox } from '../geometry.ts'
import { visualRows } from '../layout/visual-rows.ts'
import type { Line, Page, Word } from '../reading.ts'

export interface ReadingRow {
  readonly words: readonly Word[]
  readonly box: Box
}

// Two columns of text leave the middle of the page free over most of its rows.
const LEAST_PAIRED = 0.5
const MOST_CROSSING = 0.08
const LEAST_ROWS = 6

/**
 * The rows of a page in the order in which prose is read. Justified text falls apart into pieces with wide gaps, and clause numbers stand in a margin of
 * their own: pieces at one height are one row. Two languages or signatures beside each other are two columns and are read one after the other.
 */
export function readingRows(page: Page): readonly ReadingRow[] {
  const gutter = gutterOf(page.lines)
  if (gutter === null) return rowsOf(page.lines)
  const across = page.lines.filter(({ box }) => box.x0 < gutter && box.x1 > gutter)
  // A heading over both columns ends one pair of columns and begins the next.
  const cuts = [...across.map(({ box }) => box.y0).sort((a, b) => a - b), Number.POSITIVE_INFINITY]
  let top = Number.NEGATIVE_INFINITY
  return cuts.flatMap((bottom) => {
    const between = page.lines.filter(({ box }) => box.y0 >= top && box.y0 < bottom)
    top = bottom
    const own = between.filter((line) => across.includes(line))
    const sides = between.filter((line) => !across.includes(line))
    return [...rowsOf(own), ...rowsOf(sides.filter(({ box }) => box.x1 <= gutter)), ...rowsOf(sides.filter(({ box }) => box.x0 >= gutter))]
  })
}

function rowsOf(lines: readonly Line[]): readonly ReadingRow[] {
  return visualRows(lines).map(({ lines: pieces, box }) => ({ words: pieces.flatMap(({ words }) => words), box }))
}

/** Where the white strip between two columns of text runs; null when the page has one column. */
function gutterOf(lines: readonly Line[]): number | null {
  const rows = visualRows(lines)
  if (rows.length < LEAST_ROWS) return null
  for (const x of [0.5, 0.48, 0.52, 0.46, 0.54, 0.44, 0.56, 0.42, 0.58]) {
    const crossing = rows.filter((row) => row.lines.some(({ box }) => box.x0 < x && box.x1 > x)).length
    const paired = rows.filter((row) => {
      const [left, right] = [row.lines.filter(({ box }) => box.x1 <= x), row.lines.filter(({ box }) => box.x0 >= x)]
      return left.length > 0 && right.length > 0 && wide(left) && wide(right)
    }).length
    if (crossing <= MOST_CROSSING * rows.length && paired >= LEAST_PAIRED * rows.length) return x
  }
  return null
}

/** Text, not a clause number. */
function wide(lines: readonly Line[]): boolean {
  const { x0, x1 } = boundingBox(lines.map(({ box }) => box))
  return x1 - x0 > 0.12
}
