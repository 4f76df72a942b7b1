import type { Grey } from '../images/grey.ts'
import { INK, isEven, type Run } from './runs.ts'

const FAINT = 240 // dots of one pixel, blurred, are hardly grey
// Shares of the longest side: 200 dpi on A4 is 2339 px.
const GAP = 1 / 260 // between the marks
const MARK = 1 / 180 // the longest mark; strokes of figures below one another are longer
const BESIDE = 1 / 390
const CLEAR = 0.12 // ink beside the line; a row through letters has more above or below it
const MARKS = 5
const ALIKE_PX = 1.5
const REGULAR = 0.7 // share of marks and gaps that are as long as the others; crossing lines disturb the rest

/** Lines of dots or dashes of at least `shortest` pixels: alike marks at alike distances, with nothing right above and below. */
export function dottedRuns(page: Grey, shortest: number): readonly Run[] {
  const { data, width, height } = page
  const longest = Math.max(width, height)
  const gap = Math.max(3, Math.round(longest * GAP))
  const beside = Math.max(3, Math.round(longest * BESIDE))
  const runs: Run[] = []
  for (let y = beside; y < height - beside; y++) {
    let from = -1
    let last = -1
    for (let x = 0; x <= width; x++) {
      if (x < width && data[y * width + x]! < FAINT) {
        if (from < 0) from = x
        last = x
      } else if (from >= 0 && (x - last > gap || x === width)) {
        const run = { across: y, from, to: last + 1 }
        from = -1
        if (run.to - run.from < shortest || !isClear(page, run, y - beside) || !isClear(page, run, y + beside)) continue
        if (isRegular(page, run, Math.max(4, Math.round(longest * MARK)))) runs.push(run)
      }
    }
  }
  return runs
}

function isClear({ data, width }: Grey, { from, to }: Run, y: number): boolean {
  const most = CLEAR * (to - from)
  let ink = 0
  for (let x = from; x < to; x++) if (data[y * width + x]! < INK && ++ink > most) return false
  return true
}

function isRegular({ data, width }: Grey, { across, from, to }: Run, longestMark: number): boolean {
  // Faint dots are blurred into one even line.
  if (isEven(data, across * width + from, to - from)) return true
  let sum = 0
  for (let x = from; x < to; x++) sum += data[across * width + x]!
  const level = sum / (to - from)
  const marks: number[] = []
  const gaps: number[] = []
  let start = from
  for (let x = from + 1; x <= to; x++) {
    const was = data[across * width + x - 1]! < level
    if (x < to && data[across * width + x]! < level === was) continue
    ;(was ? marks : gaps).push(x - start)
    start = x
  }
  return marks.length >= MARKS && alike(marks, longestMark) && alike(gaps, longestMark)
}

function alike(lengths: readonly number[], longest: number): boolean {
  const median = lengths.toSorted((a, b) => a - b)[Math.floor(lengths.length / 2)]!
  return median <= longest && lengths.filter((length) => Math.abs(length - median) <= ALIKE_PX).length >= REGULAR * lengths.length
}
