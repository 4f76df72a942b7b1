import type { Band, BodyRow } from '../../../core/extraction/tables/index.ts'
import type { Column } from '../labels/index.ts'
import type { PrintedItem } from './items.ts'

/** Text rows between two items belong to the upper one unless grid, position number, an unnamed lower item or a wider gap say otherwise. */
export function itemAt(
  rows: readonly BodyRow[],
  anchors: readonly number[],
  i: number,
  at: number,
  bands: readonly Band<Column>[],
  adjustments: readonly BodyRow[],
): PrintedItem {
  const from = i === 0 ? splitFirst(rows, at, bands) : split(rows, anchors[i - 1]!, at, bands)
  const to = i === anchors.length - 1 ? end(rows, at) : split(rows, at, anchors[i + 1]!, bands)
  return { bands, anchor: rows[at]!, above: rows.slice(from, at), below: rows.slice(at + 1, to), adjustments }
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
