import { type Span, sameRow, sharesColumn, type TextLine } from '../extraction/labels/index.ts'
import type { Box } from '../geometry.ts'

/** A word or caption that says what stands near it. `group`: index of its meaning; `weight` 0..1. */
export interface Landmark {
  readonly group: number
  readonly weight: number
  readonly page: number
  readonly at: Box
}

const REACH_EM = 14 // further down, a heading belongs to a column of a table at most
const BESIDE_EM = 5 // at this distance a landmark on the row counts half

/**
 * How near the best landmark of each group stands left of a place on its row, and above it in its column: two numbers 0..1 per group, 0 = none.
 * What stands between counts against it by distance only.
 */
export function nearness(at: Box, em: number, landmarks: readonly Landmark[], groups: number): readonly number[] {
  const left = new Array<number>(groups).fill(0)
  const above = new Array<number>(groups).fill(0)
  for (const { group, weight, at: other } of landmarks) {
    if (sameRow(other, at)) {
      const gap = at.x0 - other.x1
      if (gap > -0.4 * em) left[group] = Math.max(left[group]!, weight / (1 + Math.max(0, gap) / (BESIDE_EM * em)))
      continue
    }
    const gap = at.y0 - other.y1
    if (gap < -0.5 * em || gap > REACH_EM * em || !(sharesColumn(other, at, em) || Math.abs(other.x1 - at.x1) < 1.5 * em)) continue
    above[group] = Math.max(above[group]!, weight / (1 + Math.max(0, gap) / em))
  }
  return [...left, ...above]
}

/** What the print around a place looks like, whatever its words mean: six numbers. */
export function surroundings({ line, from, to }: Span, at: Box, lines: readonly TextLine[]): readonly number[] {
  const em = line.em
  const before = line.text.slice(0, from).trimEnd()
  const beside = lines.filter((other) => other !== line && sameRow(other.at, at))
  const leftLine = beside
    .filter((o) => o.at.x1 <= at.x0 + 0.3 * em)
    .reduce<TextLine | null>((a, b) => (!a || b.at.x1 > a.at.x1 ? b : a), null)
  const leftText = before !== '' ? before : (leftLine?.text ?? '')
  const upper = lines
    .filter((o) => o !== line && o.at.y1 < at.y0 + 0.4 * em && at.y0 - o.at.y1 < 2.5 * em && sharesColumn(o.at, at, em))
    .reduce<TextLine | null>((a, b) => (!a || b.at.y1 > a.at.y1 ? b : a), null)
  const worded = (text: string) => (text === '' ? 0 : /\p{L}{2}/u.test(text) ? (/\d/.test(text) ? 1 : 2) : -1)
  return [
    worded(leftText.slice(-40)),
    Math.min(40, leftText.length),
    before === '' && leftLine ? Math.min(30, (at.x0 - leftLine.at.x1) / em) : before === '' ? 40 : 0,
    /[:：]\s*$/.test(leftText) ? 1 : 0,
    worded(upper?.text ?? ''),
    Math.min(60, line.text.length - (to - from)),
  ]
}
