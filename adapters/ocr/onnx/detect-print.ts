import type { Grey } from '../../images/grey.ts'
import { detect, type TextBox } from './detect.ts'
import { measurePrint, sideForPrint, sideForSecondLook } from './print-size.ts'
import type { Rgb } from './raster.ts'
import type { Session } from './session.ts'

/** How far a box grows beyond the shrunken text that the detector marks; the ratio of Differentiable Binarization (Liao 2020, eq. 10). */
export const UNCLIP = 1.6

/**
 * Text lines of an upright page, seen as large as its print needs: the detector's time grows with the pixels. Where that
 * was too small the page is looked at once more, larger. `grey`: the same page.
 */
export async function detectPrint(session: Session, page: Rgb, grey: Grey): Promise<readonly TextBox[]> {
  const print = await measurePrint(grey)
  const longestPx = Math.max(page.width, page.height)
  const sidePx = sideForPrint(print, longestPx)
  const boxes = await detect(session, page, { sidePx, unclip: UNCLIP })
  const largerPx = sideForSecondLook(print, boxes, longestPx, sidePx)
  return largerPx === sidePx ? boxes : detect(session, page, { sidePx: largerPx, unclip: UNCLIP })
}
