import { crop } from './crop.ts'
import { detect } from './detect.ts'
import { UNCLIP } from './detect-print.ts'
import type { Rgb } from './raster.ts'
import type { Session } from './session.ts'

const SIDE_PX = 960 // the longest lines are found at any size
const WIDTH_PX = 192
const HEIGHT_PX = 48
const MOST_LINES = 12
const LONG = 3 // heights; shorter lines look alike both ways
const SURE = 0.9

/**
 * Which way up a page with level lines is: the line classifier asked about the longest lines. A vote only: on single lines it flips one of
 * fifty upright ones (measured), so it never turns a line by itself. `upright` is the share of the sure votes, `lines` their number.
 */
export async function voteUpright(
  classifier: Session,
  detector: Session,
  page: Rgb,
): Promise<{ readonly upright: number; readonly lines: number }> {
  const longest = (await detect(detector, page, { sidePx: SIDE_PX, unclip: UNCLIP }))
    .map((box) => box.rect)
    .filter((rect) => rect.width > LONG * rect.height)
    .toSorted((a, b) => b.width - a.width)
    .slice(0, MOST_LINES)
  let [upright, lines] = [0, 0]
  for (const rect of longest) {
    // The classifier was trained on the first four heights of a line.
    const start = { ...rect, width: Math.min(rect.width, (rect.height * WIDTH_PX) / HEIGHT_PX) }
    const { data } = await classifier.run(normalised(crop(page, start, WIDTH_PX, HEIGHT_PX)), [1, 3, HEIGHT_PX, WIDTH_PX])
    const [up, down] = [data[0]!, data[1]!]
    if (Math.max(up, down) < SURE) continue
    lines++
    if (up > down) upright++
  }
  return { upright: lines === 0 ? 0 : upright / lines, lines }
}

function normalised({ data, width, height }: Rgb): Float32Array {
  const area = width * height
  const input = new Float32Array(3 * area)
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0, from = 2 - channel; i < area; i++, from += 3) input[channel * area + i] = data[from]! / 127.5 - 1
  return input
}
