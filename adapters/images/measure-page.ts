import { measureSkew } from './estimate-skew.ts'
import { evenLight } from './even-light.ts'
import { type Grey, shrunk } from './grey.ts'
import { findMarks, inkLevel, type Mark } from './ink-marks.ts'
import { lettersOf, textDirection } from './text-direction.ts'
import { upDown } from './up-down.ts'

export const MEASURE_PX = 1600
const SKEW_PX = 1000
const SURE_OF_ROWS = 0.65
const SURE_OF_LETTERS = 0.75
const ENOUGH_LETTERS = 40
/** Upright pages of 11 layouts in four languages score 0.05 to 0.33, low-resolution receipts in capitals down to -0.1. */
const SURE_UPRIGHT = 0.1
const DISTINCT_ROWS = 1.6

export type Turn = 0 | 90 | 180 | 270

/** What is known of a page image before it is straightened. Pixels are those of the copy that was measured. */
export interface PageMeasures {
  readonly lit: Grey
  readonly level: number
  readonly marks: readonly Mark[]
  /** Clockwise turn that puts the rows of letters level and, where `sureOfUp`, upright. */
  readonly turn: Turn
  /** False: the letters do not tell which way is up. */
  readonly sureOfUp: boolean
  /** Tilt after the turn, degrees clockwise; 0 where it cannot be told. */
  readonly skewDeg: number
}

/** Direction, way up and tilt of the text. `page` is the grey page at `MEASURE_PX` or less. */
export async function measurePage(page: Grey): Promise<PageMeasures> {
  const lit = evenLight(page)
  const level = inkLevel(lit)
  const marks = findMarks(lit, level)
  const direction = textDirection(marks)
  const sideways = direction.along === 'columns' && direction.share >= SURE_OF_ROWS && direction.votes >= ENOUGH_LETTERS
  const level90 = sideways ? turnedMarks(marks, lit.height) : marks
  const small = await shrunk(sideways ? turnedGrey(lit) : lit, SKEW_PX)
  const { deg, distinct } = measureSkew(small)
  const skewDeg = distinct < DISTINCT_ROWS ? 0 : deg
  const up = upDown(level90, skewDeg)
  const sure = Math.abs(up.score) >= SURE_UPRIGHT && up.letters >= ENOUGH_LETTERS && direction.share >= SURE_OF_LETTERS
  const onHead = up.score < 0 && (sure || sideways)
  return { lit, level, marks, turn: sideways ? (onHead ? 270 : 90) : onHead ? 180 : 0, sureOfUp: sure, skewDeg }
}

/** Typical height of a letter in pixels of the measured copy, whichever way it lies; 0 without letters. */
export function letterHeight(marks: readonly Mark[], turn: Turn): number {
  const letters = lettersOf(marks)
  const heights = letters.map((m) => (turn === 90 || turn === 270 ? m.x1 - m.x0 : m.y1 - m.y0)).toSorted((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

function turnedMarks(marks: readonly Mark[], height: number): readonly Mark[] {
  return marks.map(({ x0, y0, x1, y1, area }) => ({ x0: height - y1, y0: x0, x1: height - y0, y1: x1, area }))
}

function turnedGrey({ data, width, height }: Grey): Grey {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + (height - 1 - y)] = data[y * width + x]!
  return { data: turned, width: height, height: width }
}
