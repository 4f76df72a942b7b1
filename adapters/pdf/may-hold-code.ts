import type { Shape } from './glyphs.ts'

const SMALLEST_PT = 34 // 12 mm: a smaller code cannot be read from paper
const LARGEST_PT = 300 // a larger picture is a photo or the page itself
const MODULE_PT = 5 // side of one square of a drawn code, at most
const MODULES = 120 // the smallest QR code has 21 × 21 squares, about half of them dark
const LINES = 9 // different rows and columns that the squares stand in

/** Whether the page shows a picture of a code's size and shape, or is drawn with so many small marks that they could be one. Wrong guesses only cost time. */
export function mayHoldCode(shapes: readonly Shape[]): boolean {
  const pictures = shapes.some(({ x0, y0, x1, y1, kind }) => kind === 'image' && isCodeSized(x1 - x0, y1 - y0))
  return pictures || drawnModules(shapes)
}

/** Square (QR, Data Matrix) or a wide strip (bar code, PDF417). */
function isCodeSized(wide: number, high: number): boolean {
  const [short, long] = [Math.min(wide, high), Math.max(wide, high)]
  if (long < SMALLEST_PT || long > LARGEST_PT) return false
  return short / long > 0.8 || (short >= 12 && long / short >= 1.8 && long / short < 8)
}

function drawnModules(shapes: readonly Shape[]): boolean {
  const marks = shapes.filter(
    ({ x0, y0, x1, y1, kind }) => kind === 'fill' && x1 - x0 > 0.3 && y1 - y0 > 0.3 && x1 - x0 <= MODULE_PT && y1 - y0 <= MODULE_PT,
  )
  if (marks.length < MODULES) return false
  const rows = new Set(marks.map(({ y0 }) => Math.round(y0 * 2)))
  const columns = new Set(marks.map(({ x0 }) => Math.round(x0 * 2)))
  return rows.size >= LINES && columns.size >= LINES
}
