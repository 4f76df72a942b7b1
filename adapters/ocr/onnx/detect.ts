import { components } from './components.ts'
import { type Rgb, resized } from './raster.ts'
import { convexHull, grown, minAreaRect, type Rect } from './rect.ts'
import type { Session } from './session.ts'

/** A text line found on the page, in pixels of the image given. `score` 0..1 is the detector's mean probability inside it. */
export interface TextBox {
  readonly rect: Rect
  readonly score: number
}

export interface DetectOptions {
  /** Longest side the detector sees. */
  readonly sidePx: number
  /** How far a box grows beyond the shrunken text the detector marks; the ratio of Differentiable Binarization (Liao 2020, eq. 10). */
  readonly unclip: number
}

const STEP = 32 // the network halves the picture five times
const BAND_PX = 384
const MARGIN_PX = 2 * STEP
const INK = 0.3
const SURE = 0.5
const SMALLEST_PX = 3
// ImageNet statistics the detector was trained with, in the order of its channels (blue, green, red).
const MEAN = [0.485, 0.456, 0.406] as const
const DEVIATION = [0.229, 0.224, 0.225] as const

/** Text lines of a page at any angle, top to bottom. */
export async function detect(session: Session, page: Rgb, { sidePx, unclip }: DetectOptions): Promise<readonly TextBox[]> {
  const scale = Math.min(1, sidePx / Math.max(page.width, page.height))
  const width = multiple(page.width * scale)
  const height = multiple(page.height * scale)
  const data = await inBands(session, await resized(page, width, height))
  const back = { x: page.width / width, y: page.height / height }
  return boxesIn(data, width, height, unclip).map(({ rect, score }) => ({ rect: scaled(rect, back.x, back.y), score }))
}

/** Post-processing of the detector: threshold, components, smallest rectangles, the sure ones grown back to the size of the text. */
export function boxesIn(probability: Float32Array, width: number, height: number, unclip: number): readonly TextBox[] {
  const boxes: TextBox[] = []
  for (const outline of components(dilated(probability, width, height), width, height)) {
    const rect = minAreaRect(convexHull(outline))
    if (Math.min(rect.width, rect.height) < SMALLEST_PX) continue
    const score = meanInside(probability, width, height, rect)
    if (score < SURE) continue
    const offset = (rect.width * rect.height * unclip) / (2 * (rect.width + rect.height))
    boxes.push({ rect: grown(rect, offset), score })
  }
  return boxes
}

/** 2 × 2 dilation, as in PaddleOCR: thin strokes of small print stay in one piece. */
function dilated(probability: Float32Array, width: number, height: number): Uint8Array {
  const mask = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      if (probability[at]! <= INK) continue
      mask[at] = 1
      if (x + 1 < width) mask[at + 1] = 1
      if (y + 1 < height) mask[at + width] = 1
      if (x + 1 < width && y + 1 < height) mask[at + width + 1] = 1
    }
  }
  return mask
}

function meanInside(probability: Float32Array, width: number, height: number, { centre, u, ...rect }: Rect): number {
  const reachX = (Math.abs(u.x) * rect.width + Math.abs(u.y) * rect.height) / 2
  const reachY = (Math.abs(u.y) * rect.width + Math.abs(u.x) * rect.height) / 2
  let sum = 0
  let count = 0
  for (let y = Math.max(0, Math.floor(centre.y - reachY)); y < Math.min(height, centre.y + reachY); y++) {
    for (let x = Math.max(0, Math.floor(centre.x - reachX)); x < Math.min(width, centre.x + reachX); x++) {
      const [dx, dy] = [x + 0.5 - centre.x, y + 0.5 - centre.y]
      if (Math.abs(dx * u.x + dy * u.y) > rect.width / 2 || Math.abs(dy * u.x - dx * u.y) > rect.height / 2) continue
      sum += probability[y * width + x]!
      count++
    }
  }
  return count === 0 ? 0 : sum / count
}

/**
 * The network's answer for a picture whose sides are multiples of 32, band by band: what it keeps in between grows with the rows it sees, and
 * large pieces of memory are fetched from the system and given back each time. A band sees some rows of its neighbours and answers for its own.
 */
async function inBands(session: Session, page: Rgb): Promise<Float32Array> {
  const { width, height } = page
  const bands = session.provider === 'cpu' ? Math.ceil(height / BAND_PX) : 1
  const rows = multiple(height / bands, Math.ceil)
  const answer = new Float32Array(width * height)
  for (let top = 0; top < height; top += rows) {
    const [from, to] = [Math.max(0, top - MARGIN_PX), Math.min(height, top + rows + MARGIN_PX)]
    const { data } = await session.run(normalised(page, from, to), [1, 3, to - from, width])
    answer.set(data.subarray((top - from) * width, (Math.min(height, top + rows) - from) * width), top * width)
  }
  return answer
}

/** The rows `from` to `to` (not included) as the network wants them: blue first, our pixels have red first. */
function normalised({ data, width }: Rgb, from: number, to: number): Float32Array {
  const area = width * (to - from)
  const input = new Float32Array(3 * area)
  for (let channel = 0; channel < 3; channel++) {
    const factor = 1 / (255 * DEVIATION[channel]!)
    const shift = MEAN[channel]! / DEVIATION[channel]!
    for (let i = 0, at = 3 * from * width + 2 - channel, put = channel * area; i < area; i++, at += 3)
      input[put + i] = data[at]! * factor - shift
  }
  return input
}

/** Both factors are almost equal (the picture was fitted to multiples of 32), so a turned rectangle stays one. */
function scaled({ centre, width, height, u }: Rect, x: number, y: number): Rect {
  const alongU = Math.hypot(u.x * x, u.y * y)
  const acrossU = Math.hypot(u.y * x, u.x * y)
  return {
    centre: { x: centre.x * x, y: centre.y * y },
    width: width * alongU,
    height: height * acrossU,
    u: { x: (u.x * x) / alongU, y: (u.y * y) / alongU },
  }
}

function multiple(px: number, round = Math.round): number {
  return Math.max(STEP, round(px / STEP) * STEP)
}
