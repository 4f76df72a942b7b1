import type { Band, BodyRow } from '../../../../core/extraction/tables/index.ts'
import type { Column } from '../labels/index.ts'
import { type Block, blocksOf } from './item-blocks.ts'
import type { PrintedItem } from './items.ts'
import type { NameSide } from './name-side.ts'

/** The items of a part of a page, each with its rows: by drawn grid, by the blanks between items, else row by row. */
export function itemsOf(
  rows: readonly BodyRow[],
  anchors: readonly number[],
  bands: readonly Band<Column>[],
  adjustments: ReadonlyMap<number, readonly BodyRow[]>,
  side: NameSide | null,
): readonly PrintedItem[] {
  const gridded = anchors.every((at) => rows[at]!.gridRow !== null)
  const blocks = gridded ? null : blocksOf(rows, anchors, (row) => /\p{L}{2}/u.test(nameText(row, bands)), side)
  const own = (i: number) => adjustments.get(i) ?? []
  return blocks ? fromBlocks(blocks, bands, own) : anchors.map((at, i) => itemAt(rows, anchors, i, at, bands, own(i), side))
}

/** A block without figures is a remark on the item above, unless it begins left of the names, as the heading of a section does. */
function fromBlocks(
  blocks: readonly Block[],
  bands: readonly Band<Column>[],
  adjustments: (i: number) => readonly BodyRow[],
): readonly PrintedItem[] {
  const items: PrintedItem[] = []
  let bottom = 0
  for (const { rows, anchor } of blocks) {
    const last = items.at(-1)
    if (anchor !== null) {
      const [above, below] = [rows.slice(0, anchor), rows.slice(anchor + 1)]
      items.push({ bands, anchor: rows[anchor]!, above, below, remarks: [], adjustments: adjustments(items.length) })
    } else if (last && beginsAtName(rows[0]!, bands) && rows[0]!.at.y0 - bottom < 1.3 * rows[0]!.lines[0]!.em) {
      items[items.length - 1] = { ...last, remarks: [...last.remarks, ...rows] }
    }
    bottom = rows.at(-1)!.at.y1
  }
  return items
}

function beginsAtName(row: BodyRow, bands: readonly Band<Column>[]): boolean {
  const name = bands.findIndex((band) => band.kind === 'name')
  return name >= 0 && row.cells.findIndex((cell) => cell.parts.length > 0) >= name
}

/** Text rows between two items belong to the upper one unless grid, position number, an unnamed lower item or a wider gap say otherwise. */
function itemAt(
  rows: readonly BodyRow[],
  anchors: readonly number[],
  i: number,
  at: number,
  bands: readonly Band<Column>[],
  adjustments: readonly BodyRow[],
  side: NameSide | null,
): PrintedItem {
  const from = i === 0 ? (side === 'over' ? solidAbove(rows, at) : splitFirst(rows, at, bands)) : split(rows, anchors[i - 1]!, at, bands)
  const to = i === anchors.length - 1 ? end(rows, at) : split(rows, at, anchors[i + 1]!, bands)
  return { bands, anchor: rows[at]!, above: rows.slice(from, at), below: rows.slice(at + 1, to), remarks: [], adjustments }
}

const SOLID = 0.5 // line heights between two lines of one cell, at most

/** The first of the rows over the figures that are set without a blank between them. */
export function solidAbove(rows: readonly BodyRow[], at: number): number {
  let from = at
  while (from > 0 && rows[from]!.at.y0 - rows[from - 1]!.at.y1 < SOLID * rows[from - 1]!.lines[0]!.em) from--
  return from
}

function splitFirst(rows: readonly BodyRow[], at: number, bands: readonly Band<Column>[]): number {
  let from = at
  while (from > 0 && belongsDown(rows[from - 1]!, rows[from]!, rows[at]!, bands)) from--
  return from
}

function belongsDown(row: BodyRow, next: BodyRow, anchor: BodyRow, bands: readonly Band<Column>[]): boolean {
  if (row.gridRow !== null && anchor.gridRow !== null) return row.gridRow === anchor.gridRow
  if (next.at.y0 - row.at.y1 > 0.8 * row.lines[0]!.em) return false
  const name = nameText(anchor, bands)
  if (opensItem(anchor, bands)) return false
  return !/\p{L}{2}/u.test(name) || /^\p{Ll}/u.test(name) || (position(row, bands) !== '' && position(anchor, bands) === '')
}

/** A row with position number and name is its item's first. */
function opensItem(row: BodyRow, bands: readonly Band<Column>[]): boolean {
  return position(row, bands) !== '' && /\p{L}{2}/u.test(nameText(row, bands))
}

function split(rows: readonly BodyRow[], upper: number, lower: number, bands: readonly Band<Column>[]): number {
  const A = rows[upper]!
  const B = rows[lower]!
  const between = rows.slice(upper + 1, lower)
  if (between.length === 0) return lower
  if (A.gridRow !== null && B.gridRow !== null && A.gridRow !== B.gridRow) {
    const first = between.findIndex((row) => row.gridRow !== null && row.gridRow >= B.gridRow!)
    return first < 0 ? lower : upper + 1 + first
  }
  if (opensItem(B, bands) && !between.some((row) => position(row, bands) !== '')) return lower
  if (position(A, bands) !== '' && position(B, bands) === '') {
    const numbered = between.findIndex((row) => position(row, bands) !== '')
    if (numbered >= 0) return upper + 1 + numbered
  }
  const named = (row: BodyRow) => /\p{L}{2}/u.test(nameText(row, bands))
  if (!named(B) && (named(A) || between.length > 1)) return lower - 1
  const gaps = [A, ...between, B].slice(1).map((row, i) => row.at.y0 - [A, ...between][i]!.at.y1)
  const widest = Math.max(...gaps)
  const narrowest = Math.min(...gaps)
  const where = gaps.indexOf(widest)
  const em = A.lines[0]!.em
  // The widest gap parts the items; equal gaps say nothing, then text follows its item.
  return widest - narrowest > 0.25 * em && where < gaps.length - 1 ? upper + 1 + where : lower
}

/** Text under the last item: as long as it stands close. */
function end(rows: readonly BodyRow[], at: number): number {
  let to = at + 1
  while (to < rows.length && rows[to]!.at.y0 - rows[to - 1]!.at.y1 < 1.3 * rows[to]!.lines[0]!.em && to - at < 9) to++
  return to
}

export function nameText(row: BodyRow, bands: readonly Band<Column>[]): string {
  return bands
    .map((band, i) => (band.kind === 'name' ? row.cells[i]!.text : ''))
    .filter((t) => t !== '')
    .join(' ')
}

export function position(row: BodyRow, bands: readonly Band<Column>[]): string {
  const at = bands.findIndex((b) => b.kind === 'position')
  const text = at < 0 ? '' : row.cells[at]!.text.trim()
  return /^[\p{L}]?\d[\d.]*$/u.test(text) ? text.replace(/\.$/, '') : ''
}
