import type { Mark } from './ink-marks.ts'
import { findMarks } from './ink-marks.ts'
import type { PageMeasures } from './measure-page.ts'

const PALE = 240 // on an evenly lit page: what is paler than this no reader finds. Print that shines through from the back is read, not skipped
const SPECK_PX = 4
const EDGE = 0.025 // scanners leave shadows and strips there
const PUNCHED = 0.09 // holes and staples are near the edge, too
const LEAST_INK_PX = 20 // at 1600 px: less than one figure of small print

/** Whether nothing is printed: specks, shadows along the edges and punch holes are not counted. One printed page number is print. */
export function isBlank({ lit, level, marks }: Pick<PageMeasures, 'lit' | 'level' | 'marks'>): boolean {
  if (inkOf(marks, lit) >= LEAST_INK_PX) return false
  return level >= PALE || inkOf(findMarks(lit, PALE), lit) < LEAST_INK_PX
}

function inkOf(marks: readonly Mark[], { width, height }: { readonly width: number; readonly height: number }): number {
  return marks.filter((m) => !isSpeck(m) && !touchesEdge(m, width, height) && !isHole(m, width, height)).reduce((sum, m) => sum + m.area, 0)
}

function isSpeck({ x0, y0, x1, y1 }: Mark): boolean {
  return Math.max(x1 - x0, y1 - y0) <= SPECK_PX
}

function touchesEdge({ x0, y0, x1, y1 }: Mark, width: number, height: number): boolean {
  return x1 < width * EDGE || x0 > width * (1 - EDGE) || y1 < height * EDGE || y0 > height * (1 - EDGE)
}

/** A filled disc of 4 to 8 mm near the edge. */
function isHole({ x0, y0, x1, y1, area }: Mark, width: number, height: number): boolean {
  const [w, h] = [x1 - x0, y1 - y0]
  const round = area > 0.6 * w * h && area < 0.95 * w * h && Math.abs(w - h) < 0.3 * Math.max(w, h)
  const size = Math.max(w, h) / Math.max(width, height)
  const near = x1 < width * PUNCHED || x0 > width * (1 - PUNCHED) || y1 < height * PUNCHED || y0 > height * (1 - PUNCHED)
  return round && near && size > 0.01 && size < 0.035
}
