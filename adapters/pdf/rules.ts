import type { Rule } from '../../core/reading.ts'
import type { Shape } from './glyphs.ts'

const RULE_PT = 3 // a filled box thinner than this is a drawn line
const RULE_LENGTH_PT = 12
const SIDE_LENGTH_PT = 7 // the side of a low cell: thinner than a letter's stroke is long
const SIDE_PT = 1.6
const DOTTED_LENGTH_PT = 9
const DOTS = 6 // this many marks in a row are a dotted line, fewer (the side of a low cell) when they are alike
const ALIKE_DOTS = 3
const DOT_GAP_PT = 4

/** Straight drawn lines in page fractions, dotted ones included; a filled rectangle gives its four sides. */
export function rulesOf(shapes: readonly Shape[], widthPt: number, heightPt: number): readonly Rule[] {
  const rules: Rule[] = []
  const add = (x0: number, y0: number, x1: number, y1: number) =>
    rules.push({ x0: x0 / widthPt, y0: y0 / heightPt, x1: x1 / widthPt, y1: y1 / heightPt })
  const dots: Shape[] = []
  for (const shape of shapes) {
    const { x0, y0, x1, y1, kind, colour } = shape
    if (kind === 'image' || colour === '#ffffff') continue
    const wide = x1 - x0
    const high = y1 - y0
    if (Math.max(wide, high) < RULE_LENGTH_PT) {
      if (Math.min(wide, high) <= RULE_PT) dots.push(shape)
      if (high >= SIDE_LENGTH_PT && wide <= SIDE_PT) add(x0, y0, x1, y1)
    } else if (Math.min(wide, high) <= RULE_PT) add(x0, y0, x1, y1)
    else if (kind === 'fill') {
      // The edges of a filled cell part the page just as lines do.
      add(x0, y0, x1, y0)
      add(x0, y1, x1, y1)
      add(x0, y0, x0, y1)
      add(x1, y0, x1, y1)
    }
  }
  for (const { across, from, to } of dottedLines(dots.map((d) => ({ across: (d.y0 + d.y1) / 2, from: d.x0, to: d.x1 }))))
    add(from, across, to, across)
  for (const { across, from, to } of dottedLines(dots.map((d) => ({ across: (d.x0 + d.x1) / 2, from: d.y0, to: d.y1 }))))
    add(across, from, across, to)
  return rules
}

interface Piece {
  readonly across: number
  readonly from: number
  readonly to: number
}

/** Marks that follow one another closely at the same height: programs draw dotted and dashed borders mark by mark. */
function dottedLines(marks: readonly Piece[]): readonly Piece[] {
  const rows = new Map<number, Piece[]>()
  for (const mark of marks) {
    const key = Math.round(mark.across * 4)
    const row = rows.get(key)
    if (row) row.push(mark)
    else rows.set(key, [mark])
  }
  return [...rows.values()].flatMap((row) => chains(row.toSorted((a, b) => a.from - b.from)))
}

function chains(row: readonly Piece[]): readonly Piece[] {
  const found: Piece[][] = []
  for (const mark of row) {
    const chain = found.at(-1)
    if (chain && mark.from - chain.at(-1)!.to <= DOT_GAP_PT) chain.push(mark)
    else found.push([mark])
  }
  return found
    .filter((chain) => chain.length >= DOTS || (chain.length >= ALIKE_DOTS && chain.every((mark) => alike(mark, chain[0]!))))
    .map((chain) => ({ across: chain[0]!.across, from: chain[0]!.from, to: chain.at(-1)!.to }))
    .filter(({ from, to }) => to - from >= DOTTED_LENGTH_PT)
}

function alike(a: Piece, b: Piece): boolean {
  return Math.abs(a.to - a.from - (b.to - b.from)) <= 0.3 * (b.to - b.from)
}
