import { area, type Box, boundingBox, centre, coverage, overlap } from '../geometry.ts'
import type { Table } from '../reading.ts'

/** One cell as printed. `content`: the box of its text, null when empty. `skip`: neither missed nor wrong (an empty corner without lines). */
export interface TruthCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly box: Box
  readonly content: Box | null
  readonly text: string
  readonly skip: boolean
}

export interface TruthTable {
  readonly ruled: boolean
  readonly cells: readonly TruthCell[]
}

/** Counts of cells. `placed`: correct ones that also have the right row, column and spans. */
export interface TableScore {
  readonly truth: number
  readonly found: number
  readonly correct: number
  readonly placed: number
}

interface FoundCell {
  readonly table: number
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly box: Box
  readonly content: Box | null
  readonly text: string
}

const SAME = 0.5

/**
 * Cells of a page against the truth, each used once. A drawn cell agrees when the boxes overlap by half (intersection over union). A cell
 * without drawn borders has no edges to compare: its text must be the same words, so the boxes of the texts overlap by half, or the text is
 * equal at the same place; empty ones are not counted. Everything found elsewhere on the page counts as wrong.
 */
export function scoreTables(truth: readonly TruthTable[], found: readonly Table[]): TableScore {
  const neutral = truth.flatMap(({ cells }) => cells.filter(({ skip }) => skip).map(({ box }) => box))
  const wanted = truth.flatMap(({ ruled, cells }) =>
    cells.filter(({ skip, content }) => !skip && (ruled || content)).map((cell) => ({ ruled, cell })),
  )
  const anyRuled = truth.some(({ ruled }) => ruled)
  const given = found.flatMap(cellsOf).filter(({ box, content }) => {
    if (neutral.some((n) => coverage(content ?? box, n) > SAME || coverage(n, box) > SAME)) return false
    return content !== null || anyRuled
  })
  const pairs = wanted
    .flatMap(({ ruled, cell }, i) => given.map((g, j) => ({ i, j, share: ruled ? iou(cell.box, g.box) : textShare(cell, g) })))
    .filter(({ share }) => share >= SAME)
    .toSorted((a, b) => b.share - a.share)
  const usedTruth = new Set<number>()
  const usedFound = new Set<number>()
  let placed = 0
  for (const { i, j } of pairs) {
    if (usedTruth.has(i) || usedFound.has(j)) continue
    usedTruth.add(i)
    usedFound.add(j)
    if (samePlace(wanted[i]!.cell, given[j]!)) placed++
  }
  return { truth: wanted.length, found: given.length, correct: usedTruth.size, placed }
}

function cellsOf({ cells }: Table, table: number): readonly FoundCell[] {
  return cells.map(({ words, ...cell }) => ({ ...cell, table, content: words.length === 0 ? null : boundingBox(words.map((w) => w.box)) }))
}

function iou(a: Box, b: Box): number {
  const shared = overlap(a.x0, a.x1, b.x0, b.x1) * overlap(a.y0, a.y1, b.y0, b.y1)
  return shared === 0 ? 0 : shared / (area(a) + area(b) - shared)
}

function textShare({ content, text }: TruthCell, found: FoundCell): number {
  if (!content || !found.content) return 0
  const { x, y } = centre(found.content)
  const inside = x > content.x0 && x < content.x1 && y > content.y0 && y < content.y1
  return inside && letters(text) !== '' && letters(text) === letters(found.text) ? 1 : iou(content, found.content)
}

function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()
}

function samePlace(a: TruthCell, b: FoundCell): boolean {
  return a.row === b.row && a.column === b.column && a.rowSpan === b.rowSpan && a.columnSpan === b.columnSpan
}
