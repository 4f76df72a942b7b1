import type { Mark } from './ink-marks.ts'
import { lettersOf, medianOf } from './text-direction.ts'

/** -1..1: above 0 the letters of the rows stand upright, below 0 on their heads. `letters` counts what it rests on. */
export interface UpDown {
  readonly score: number
  readonly letters: number
}

const FEWEST_IN_LINE = 4

/**
 * Letters share their baseline, but end at two heights: bottoms are more alike than tops (Caprari 2000). Full stops and commas stand low in the
 * line. Both hold for Latin and Cyrillic print with capitals, figures and amounts; lines of capitals alone say little.
 * `skewDeg` is the tilt of the rows.
 */
export function upDown(marks: readonly Mark[], skewDeg: number): UpDown {
  const slope = Math.tan((skewDeg * Math.PI) / 180)
  const level = marks.map((m) => {
    const shift = (slope * (m.x0 + m.x1)) / 2
    return { ...m, y0: m.y0 - shift, y1: m.y1 - shift }
  })
  const letters = lettersOf(level)
  const size = medianOf(letters.map((m) => m.y1 - m.y0))
  const lines = linesOf(
    letters.filter((m) => m.y1 - m.y0 >= 0.5 * size),
    size,
  ).filter((line) => line.length >= FEWEST_IN_LINE)
  const points = level.filter((m) => m.y1 - m.y0 < 0.5 * size && m.x1 - m.x0 < 0.6 * size && m.area >= 2)
  let [score, weight] = [0, 0]
  for (const line of lines) {
    score += line.length * (alike(line.map((m) => m.y1)) - alike(line.map((m) => m.y0))) + 0.5 * lowPoints(line, points)
    weight += line.length
  }
  return { score: weight === 0 ? 0 : Math.max(-1, Math.min(1, score / weight)), letters: weight }
}

function linesOf(letters: readonly Mark[], size: number): readonly Mark[][] {
  const lines: Mark[][] = []
  let open: Mark[][] = []
  for (const mark of letters.toSorted((a, b) => a.x0 - b.x0)) {
    open = open.filter((line) => mark.x0 - line.at(-1)!.x1 < 2.5 * size)
    const line = open.find((l) => {
      const last = l.at(-1)!
      return Math.min(last.y1, mark.y1) - Math.max(last.y0, mark.y0) > 0.5 * Math.min(last.y1 - last.y0, mark.y1 - mark.y0)
    })
    if (line) line.push(mark)
    else {
      const started = [mark]
      lines.push(started)
      open.push(started)
    }
  }
  return lines
}

/** Share of the edges that lie on their median, within an eighth of nothing worse than a pixel of digitising. */
function alike(edges: readonly number[]): number {
  const middle = medianOf(edges)
  return edges.filter((edge) => Math.abs(edge - middle) <= 1.5).length / edges.length
}

/** Points between the letters of a line, low ones minus high ones; those over or under a letter are parts of it (i, й, ö). */
function lowPoints(line: readonly Mark[], points: readonly Mark[]): number {
  const [top, bottom] = [medianOf(line.map((m) => m.y0)), medianOf(line.map((m) => m.y1))]
  const [left, right] = [line[0]!.x0, line.at(-1)!.x1]
  const reach = (bottom - top) * 0.4
  let votes = 0
  for (const point of points) {
    const y = (point.y0 + point.y1) / 2
    if (point.x0 < left || point.x1 > right + reach * 2 || y < top - reach || y > bottom + reach) continue
    if (line.some((m) => m.x0 < point.x1 && m.x1 > point.x0)) continue
    if (y > bottom - reach) votes++
    else if (y < top + reach) votes--
  }
  return votes
}
