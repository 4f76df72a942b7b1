import { type CaptionHit, captionsOfLine, type DocumentText, type Span, type TextLine } from '../../../core/extraction/labels/index.ts'
import { overlap } from '../../../core/geometry.ts'
import { CAPTION_INDEX, type Caption } from '../labels/index.ts'
import { type Amount, amountsIn } from './amounts.ts'

export type Hit = CaptionHit<Caption>

/** What stands beside each other on the slip, left to right. `place` counts rows from the top of the document. */
export interface SlipRow {
  readonly place: number
  readonly lines: readonly TextLine[]
  readonly hits: readonly Hit[]
  readonly amounts: readonly Amount[]
}

const BESIDE = 0.3 // of the lower line: slips are curled, captions and sums drift apart

/**
 * The slip as rows. A line joins the row whose nearest piece it overlaps most, so a row may bend. The page's own slope rests on a few long lines, and
 * a slip has few: of that slope and none the one counts that pairs more captions with sums.
 */
export function slipRows(text: DocumentText): readonly SlipRow[] {
  const rows = text.pages.flatMap(({ lines, slope }) => {
    const flat = rowsOf(lines, 0)
    const tilted = slope === 0 ? flat : rowsOf(lines, slope)
    return tilted.length < flat.length ? tilted : flat
  })
  return rows.map((lines, place) => ({
    place,
    lines,
    hits: lines.flatMap((line) => captionsOfLine(line, CAPTION_INDEX)),
    amounts: lines.flatMap(amountsIn),
  }))
}

/** `tilt`: the slope to be put back into the places of the lines; they come without the page's. */
function rowsOf(lines: readonly TextLine[], tilt: number): readonly (readonly TextLine[])[] {
  const placed = lines.map((line) => ({ line, y0: line.at.y0 + tilt * middle(line), y1: line.at.y1 + tilt * middle(line) }))
  const rows: (typeof placed)[] = []
  for (const one of placed.toSorted((a, b) => a.line.at.x0 - b.line.at.x0)) {
    const best = rows
      .map((row) => ({ row, share: shared(row.at(-1)!, one) }))
      .filter(({ share }) => share >= BESIDE)
      .sort((a, b) => b.share - a.share)[0]
    if (best) best.row.push(one)
    else rows.push([one])
  }
  return rows.sort((a, b) => a[0]!.y0 + a[0]!.y1 - b[0]!.y0 - b[0]!.y1).map((row) => row.map(({ line }) => line))
}

interface Placed {
  readonly line: TextLine
  readonly y0: number
  readonly y1: number
}

function shared(left: Placed, right: Placed): number {
  if (right.line.at.x0 < left.line.at.x1 - 0.5 * left.line.em) return 0
  return overlap(left.y0, left.y1, right.y0, right.y1) / Math.min(left.y1 - left.y0, right.y1 - right.y0)
}

function middle({ at }: TextLine): number {
  return (at.x0 + at.x1) / 2
}

export function rowText(row: SlipRow): string {
  return row.lines.map(({ text }) => text).join(' ')
}

/** Captions of a kind that begin their row or their line: «Total» of a sum, not a word inside a sentence. */
export function captionsOf(row: SlipRow, ...kinds: readonly Caption[]): readonly Hit[] {
  return row.hits.filter((hit) => kinds.includes(hit.kind) && !/\p{L}{3}/u.test(hit.line.text.slice(0, hit.from)))
}

/** The printed text behind a caption up to the row's end: of its own line, else of the next line to the right. */
export function behind(row: SlipRow, hit: Hit): Span | null {
  const own = /^[\s:;.,#№=–—-]*/.exec(hit.line.text.slice(hit.to))![0].length
  const next = row.hits.find((other) => other.line === hit.line && other.from >= hit.to && other.kind !== hit.kind)
  const to = next?.from ?? hit.line.text.length
  if (hit.to + own < to) return { line: hit.line, from: hit.to + own, to }
  const right = row.lines[row.lines.indexOf(hit.line) + 1]
  return right ? { line: right, from: 0, to: right.text.length } : null
}
