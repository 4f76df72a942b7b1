import type { BodyRow } from '../../../../core/extraction/tables/index.ts'
import type { NameSide } from './name-side.ts'

/** Rows that stand together, and where among them the row of figures is; null for a block of text only. */
export interface Block {
  readonly rows: readonly BodyRow[]
  readonly anchor: number | null
}

// Line heights by which the blank between two items exceeds the one between two lines; OCR measures ink.
const CLEAR = { text: 0.25, ocr: 0.4 } as const

/**
 * Items told apart by the blanks between them, wherever in its cell a name begins: over, beside or under the figures. The widest blanks that leave
 * no two rows of figures together are taken, and first those that let every item begin with its figures, as most tables do: what follows them
 * after a blank is then a remark. Null where the blanks say nothing. `named`: whether a row of figures says what it is; `side`: what other
 * pages show.
 */
export function blocksOf(
  rows: readonly BodyRow[],
  anchors: readonly number[],
  named: (row: BodyRow) => boolean,
  side: NameSide | null,
): readonly Block[] | null {
  if (rows.length === anchors.length || anchors.length === 0) return null
  const em = median(rows.map((row) => row.lines[0]!.em))
  const clear = CLEAR[rows[0]!.lines[0]!.source] * em
  const gaps = rows.slice(1).map((row, i) => row.at.y0 - rows[i]!.at.y1)
  const sizes = gaps.toSorted((a, b) => a - b)
  const jumps = sizes.slice(1).flatMap((size, i) => (size - sizes[i]! > clear ? [(size + sizes[i]!) / 2] : []))
  // A single item is parted at the first of them: a heading over it is none of its lines.
  const limits = anchors.length === 1 ? jumps : jumps.toReversed()
  const cuts = limits.flatMap((limit) => {
    const blocks = cut(rows, gaps, limit, new Set(anchors))
    return blocks ? [blocks] : []
  })
  const fromTop = (block: Block) => block.anchor === null || (block.anchor === 0 && named(block.rows[0]!))
  const over = cuts.find((blocks) => overFigures(blocks, named))
  if (side === 'over' && over) return over
  return cuts.find((blocks) => blocks.every(fromTop)) ?? over ?? null
}

/** Names begin over their figures: the first item's does, where no other item could own the rows; or several do, or one would have no name. */
function overFigures(blocks: readonly Block[], named: (row: BodyRow) => boolean): boolean {
  const items = blocks.filter((block) => block.anchor !== null)
  const over = items.filter((block) => block.anchor! > 0)
  return over.length > 1 || over[0] === items[0] || over.some((block) => !named(block.rows[block.anchor!]!))
}

function cut(rows: readonly BodyRow[], gaps: readonly number[], limit: number, anchors: ReadonlySet<number>): readonly Block[] | null {
  const starts = rows.flatMap((_, i) => (i === 0 || gaps[i - 1]! > limit ? [i] : []))
  const blocks = starts.map((start, n) => {
    const end = starts[n + 1] ?? rows.length
    const own = [...anchors].filter((at) => at >= start && at < end)
    return { rows: rows.slice(start, end), anchors: own.map((at) => at - start) }
  })
  if (blocks.some((block) => block.anchors.length > 1)) return null
  return blocks.map((block) => ({ rows: block.rows, anchor: block.anchors[0] ?? null }))
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)]!
}
