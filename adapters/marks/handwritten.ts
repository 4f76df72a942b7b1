import type { Mark } from '../images/ink-marks.ts'
import type { InkGroup } from './ink-groups.ts'

const LETTERS = 3 // fewer say nothing about a row
const LEAST_PX = 20 // the tallest letter: in smaller ones the dots of a needle printer and the raster look like a hand
const TALL = 0.25 // of the group's height; lower marks are dots, commas and what a stroke was broken into
const TWO_ROWS = 2.2 // heights of the tallest letter
const DRAWN = 0.05 // of the letters' height: thinner strokes are frames
const MOST = { rising: 0.06, uneven: 0.3 }

// A logistic regression over 106 groups written in five hands' faces or drawn stroke by stroke and 999 groups of print that was given a colour, on 30
// generated pages each (samples/hand-words.ts, seed `o`). At 0.8: 91 % of the written and 1.4 % of the printed ones.
const WEIGHTS = { uneven: 20.03, rising: 93.81, stroke: -68.52, filled: -18.8, bias: 17.42 }
const WRITTEN = 0.8

/**
 * Whether a row of marks is written by a hand: its letters keep no line or a rising one, and are thin for their height. Print stands on a level line (pages are
 * levelled before) and fills more of its letters' boxes. `probability` 0..1, or null where there are too few letters, or more rows than one.
 */
export function handwritten(group: InkGroup): { readonly isWritten: boolean; readonly probability: number } | null {
  const high = group.y1 - group.y0
  const letters = group.marks.filter((m) => m.y1 - m.y0 >= TALL * high)
  if (letters.length < LETTERS) return null
  const heights = letters.map((m) => m.y1 - m.y0)
  const tallest = Math.max(...heights)
  if (tallest < LEAST_PX || high > TWO_ROWS * tallest || group.strokePx < DRAWN * tallest) return null
  const slope = slopeOf(letters, high)
  const feet = letters.map((m) => m.y1 - slope * middleOf(m))
  const line = median(feet)
  const boxes = group.marks.reduce((sum, m) => sum + (m.x1 - m.x0) * (m.y1 - m.y0), 0)
  const odds =
    WEIGHTS.bias +
    WEIGHTS.uneven * Math.min(MOST.uneven, mean(feet.map((foot) => Math.abs(foot - line))) / median(heights)) +
    WEIGHTS.rising * Math.min(MOST.rising, Math.abs(slope)) +
    (WEIGHTS.stroke * group.strokePx) / tallest +
    (WEIGHTS.filled * group.marks.reduce((sum, m) => sum + m.area, 0)) / boxes
  const probability = 1 / (1 + Math.exp(-odds))
  return { isWritten: probability >= WRITTEN, probability }
}

/** Median slope of the line between the feet of any two letters that stand apart (Theil 1950): single descenders do not turn it. */
function slopeOf(letters: readonly Mark[], apart: number): number {
  const slopes = letters.flatMap((a, i) =>
    letters.slice(i + 1).flatMap((b) => {
      const across = middleOf(b) - middleOf(a)
      return Math.abs(across) > apart ? [(b.y1 - a.y1) / across] : []
    }),
  )
  return median(slopes)
}

function middleOf({ x0, x1 }: Mark): number {
  return (x0 + x1) / 2
}

/** 0 of nothing. */
function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function mean(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0) / values.length
}
