import type { Word } from '../reading.ts'
import { inRows } from './ruled-tables.ts'

/** A row as printed: its words per column. */
export interface Band {
  readonly y0: number
  readonly y1: number
  readonly cells: readonly (readonly Word[])[]
}

const ANCHORED = 0.6 // share of the full rows that have a figure in the anchor column
const NEAR = 1 // of the word height: lines of one cell stand closer
const CAPTION_NEAR = 1.6 // captions may stand a little away from the first row
const CAPTION_FAR = 2.6 // further when there are three or more, which an address beside another has not

/**
 * Printed rows → rows of the table. The rightmost column of figures says where a row is; what has none there is the rest of a wrapped cell
 * and goes to the nearest such row, above on a tie. All rows above the first figures are the captions. `above` and `below` are thinner rows
 * outside, nearest first, taken in while they stand close. Without a column of figures the rows stay as they are.
 */
export function foldRows(
  rows: readonly Band[],
  above: readonly Band[],
  below: readonly Band[],
  height: number,
): { readonly rows: readonly Band[]; readonly headerRows: number } {
  const anchor = anchorColumn(rows)
  if (anchor === null) return { rows, headerRows: 0 }
  const all = [
    ...closest(above, rows[0]!, height, anchor, 'above').toReversed(),
    ...rows,
    ...closest(below, rows.at(-1)!, height, anchor, 'below'),
  ]
  const isFull = (band: Band) => hasFigure(band.cells[anchor]!)
  const first = all.findIndex(isFull)
  const head = headOf(all.slice(0, first), height)
  const body: Band[][] = []
  const rest = all.slice(first)
  for (const [i, band] of rest.entries()) {
    if (isFull(band)) body.push([...takenBelow(rest, i, isFull), band])
    else if (!belongsBelow(rest, i, isFull)) body.at(-1)!.push(band)
  }
  return {
    rows: [...head.stray, ...(head.captions ? [head.captions] : []), ...body.map(joined)],
    headerRows: head.stray.length + (head.captions ? 1 : 0),
  }
}

/** The rightmost column where most full rows have a figure. */
function anchorColumn(rows: readonly Band[]): number | null {
  const full = rows.filter(({ cells }) => cells.filter((words) => words.length > 0).length >= 3)
  for (let column = (rows[0]?.cells.length ?? 0) - 1; column >= 0; column--)
    if (full.filter(({ cells }) => hasFigure(cells[column]!)).length >= ANCHORED * full.length) return column
  return null
}

function hasFigure(words: readonly Word[]): boolean {
  return words.some(({ text }) => /\d/.test(text))
}

/** Rows outside that go on: captions above (two or more cells), a wrapped cell below (one cell, as close as lines of one text). */
function closest(bands: readonly Band[], edge: Band, height: number, anchor: number, side: 'above' | 'below'): readonly Band[] {
  const taken: Band[] = []
  let next = edge
  for (const band of bands) {
    const gap = side === 'above' ? next.y0 - band.y1 : band.y0 - next.y1
    const filled = band.cells.filter((words) => words.length > 0).length
    const fits =
      side === 'above'
        ? filled >= 2 && gap <= (filled >= 3 ? CAPTION_FAR : CAPTION_NEAR) * height
        : filled === 1 && gap <= 0.5 * NEAR * height
    if (!fits || hasFigure(band.cells[anchor]!)) break
    taken.push(band)
    next = band
  }
  return taken
}

/** Caption rows that touch are one row of captions; what stands further up is not part of it. */
function headOf(bands: readonly Band[], height: number): { readonly captions: Band | null; readonly stray: readonly Band[] } {
  let from = bands.length
  while (from > 0 && (from === bands.length || bands[from]!.y0 - bands[from - 1]!.y1 <= NEAR * height)) from--
  const captions = bands.slice(from)
  return { captions: captions.length > 0 ? joined(captions) : null, stray: bands.slice(0, from) }
}

function belongsBelow(bands: readonly Band[], i: number, isFull: (band: Band) => boolean): boolean {
  const below = bands.findIndex((band, at) => at > i && isFull(band))
  const aboveAt = bands.findLastIndex((band, at) => at < i && isFull(band))
  if (below < 0) return false
  if (aboveAt < 0) return true
  const toBelow = bands[i + 1]!.y0 - bands[i]!.y1
  const toAbove = bands[i]!.y0 - bands[i - 1]!.y1
  const goesOn = !isFull(bands[i - 1]!) && !belongsBelow(bands, i - 1, isFull)
  return toBelow < 0.6 * toAbove && !(goesOn && toAbove <= toBelow)
}

function takenBelow(bands: readonly Band[], full: number, isFull: (band: Band) => boolean): readonly Band[] {
  let from = full
  while (from > 0 && !isFull(bands[from - 1]!) && belongsBelow(bands, from - 1, isFull)) from--
  return bands.slice(from, full)
}

function joined(bands: readonly Band[]): Band {
  const columns = bands[0]!.cells.length
  return {
    y0: Math.min(...bands.map(({ y0 }) => y0)),
    y1: Math.max(...bands.map(({ y1 }) => y1)),
    cells: Array.from({ length: columns }, (_, column) => inRows(bands.flatMap(({ cells }) => cells[column]!))),
  }
}
