import { type DetectOptions, detect, type TextBox } from './detect.ts'
import type { Rgb } from './raster.ts'
import type { Session } from './session.ts'

// Height of a found line as the detector saw it, with what it grows by. Measured: the smallest tenth of usual pages stands at 20–30 px, that of
// consignment notes on A4 across at 18, where every twentieth line is lost.
const SMALL_PX = 19
const WANTED_PX = 22
const SMALLEST_SHARE = 0.1

/** Text lines of a page; a page with small print is looked at once more, larger. */
export async function detectPrint(session: Session, page: Rgb, options: DetectOptions): Promise<readonly TextBox[]> {
  const boxes = await detect(session, page, options)
  const sidePx = sideForPrint(boxes, Math.max(page.width, page.height), options.sidePx)
  return sidePx === options.sidePx ? boxes : detect(session, page, { ...options, sidePx })
}

/** The longest side at which the smallest print of a page of `longestPx`, found at `sidePx`, is large enough. Never beyond the page's own. */
export function sideForPrint(boxes: readonly TextBox[], longestPx: number, sidePx: number): number {
  const scale = Math.min(1, sidePx / longestPx)
  const heights = boxes.map(({ rect }) => Math.min(rect.width, rect.height) * scale).toSorted((a, b) => a - b)
  const small = heights[Math.floor(heights.length * SMALLEST_SHARE)] ?? SMALL_PX
  return small >= SMALL_PX || longestPx <= sidePx ? sidePx : Math.min(longestPx, Math.round((sidePx * WANTED_PX) / small))
}
