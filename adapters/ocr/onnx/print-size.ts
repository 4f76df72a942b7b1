import { evenLight } from '../../images/even-light.ts'
import { type Grey, shrunk } from '../../images/grey.ts'
import { findMarks, inkLevel } from '../../images/ink-marks.ts'
import { lettersOf, medianOf } from '../../images/text-direction.ts'
import type { TextBox } from './detect.ts'
import type { Point } from './rect.ts'

/** Middles of the marks that have the size of letters, in pixels of the page, and their median height. */
export interface Print {
  readonly letters: readonly Point[]
  readonly heightPx: number
}

const MEASURE_PX = 1600
// Height at which the detector sees the usual letter of a page. Measured on scans with 10 to 19 px a letter: as few errors as at 12 px, at 8.4 a
// third more (boxes stand looser around the print, so that the recogniser sees it smaller), at 6.5 lines are lost.
const SEEN_PX = 9.3
const LEAST_PX = 960 // smaller, the boxes are rough: 0.2 points more errors on pages of large print
const MOST_PX = 2400
const LOOKED_THROUGH = 0.97 // of the letters; dirt and pictures hold some that are none
const LARGER = 1.4
const DENSE_LINES = 120
const SMALL_PX = 14
const DENSER = 1.17 // ТОРГ-12, printed small on A4 across: 3.2 % errors without

/** What is printed on an upright page, by its connected pieces of ink. About 80 ms of a processor's time. */
export async function measurePrint(page: Grey): Promise<Print> {
  const small = await shrunk(page, MEASURE_PX)
  const lit = evenLight(small)
  const scale = page.width / small.width
  const letters = lettersOf(findMarks(lit, inkLevel(lit)))
  return {
    letters: letters.map(({ x0, y0, x1, y1 }) => ({ x: ((x0 + x1) / 2) * scale, y: ((y0 + y1) / 2) * scale })),
    heightPx: medianOf(letters.map(({ y0, y1 }) => y1 - y0)) * scale,
  }
}

/** The longest side at which the detector sees the print of a page of `longestPx` as large as it needs. Never beyond the page's own. */
export function sideForPrint({ heightPx }: Pick<Print, 'heightPx'>, longestPx: number): number {
  const wanted = heightPx === 0 ? LEAST_PX : (longestPx * SEEN_PX) / heightPx
  return Math.round(Math.min(longestPx, MOST_PX, Math.max(LEAST_PX, wanted)))
}

/**
 * The side for a second look, larger where letters lie outside all boxes (small print beside large was not seen) or where small print stands so
 * dense that boxes touch (forms); the same side where the first look was enough.
 */
export function sideForSecondLook({ letters, heightPx }: Print, boxes: readonly TextBox[], longestPx: number, sidePx: number): number {
  const found = letters.filter((letter) => boxes.some((box) => covers(box, letter))).length
  const dense = boxes.length >= DENSE_LINES && heightPx < SMALL_PX ? DENSER : 1
  const larger = found < LOOKED_THROUGH * letters.length ? LARGER : dense
  return Math.min(Math.max(sidePx, Math.min(longestPx, MOST_PX)), Math.round(sidePx * larger))
}

function covers({ rect }: TextBox, { x, y }: Point): boolean {
  const [dx, dy] = [x - rect.centre.x, y - rect.centre.y]
  return Math.abs(dx * rect.u.x + dy * rect.u.y) <= rect.width / 2 && Math.abs(dy * rect.u.x - dx * rect.u.y) <= rect.height / 2
}
