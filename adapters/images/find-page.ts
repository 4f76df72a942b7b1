import { type Grey, shrunk } from './grey.ts'
import type { Point } from './homography.ts'
import { type Line, lineThrough, meeting } from './lines.ts'

/** Corners of the sheet in the picture, clockwise from the top left, in fractions of it. */
export type Quad = readonly [Point, Point, Point, Point]

const SMALL_PX = 400
const CLOSE_PX = 3 // half the width of the strokes that vanish
const LEAST_STEP = 35 // grey levels between sheet and table
const LEAST_SHARE = 0.2
const MOST_SHARE = 0.94 // more is a scan with a thin edge: nothing to flatten
const STRAIGHT = 0.006 // of the diagonal: how far the edge may stray from a line
const ALIKE = 0.97 // overlap of region and quadrilateral over their union
const LEAST_ANGLE = 60

/**
 * The sheet of paper in a photograph: one bright region around the middle, bounded by four straight edges inside the picture. Null when any of
 * this is in doubt: a wrongly cut page loses print, an uncut one only has a border.
 */
export async function findPage(picture: Grey): Promise<Quad | null> {
  const copy = await shrunk(picture, SMALL_PX)
  if (!hasDarkBorder(copy)) return null
  const small = withoutPrint(copy)
  const level = splitLevel(small)
  if (level === null) return null
  const sheet = regionAround(small, level)
  const share = sheet.area / (small.width * small.height)
  if (share < LEAST_SHARE || share > MOST_SHARE) return null
  const quad = quadAround(sheet.mask, small.width, small.height)
  if (!quad || !isSheet(quad, sheet, small)) return null
  return quad.map(({ x, y }) => ({ x: x / small.width, y: y / small.height })) as unknown as Quad
}

/** Whether the border of the picture is darker than its bright part: without a table around it there is no sheet to look for. */
function hasDarkBorder({ data, width, height }: Grey): boolean {
  const border: number[] = []
  for (let x = 0; x < width; x += 2) border.push(data[x]!, data[(height - 1) * width + x]!)
  for (let y = 0; y < height; y += 2) border.push(data[y * width]!, data[y * width + width - 1]!)
  const within = Array.from({ length: 2000 }, (_, i) => data[Math.floor((i / 2000) * data.length)]!)
  const level = (values: number[], share: number) => values.toSorted((a, b) => a - b)[Math.floor(values.length * share)]!
  return level(border, 0.5) < level(within, 0.85) - LEAST_STEP / 2
}

/** Dark things narrower than twice `CLOSE_PX` vanish, edges stay where they are: brightest neighbours first, then the darkest of these. */
function withoutPrint(page: Grey): Grey {
  return extremes(extremes(page, Math.max), Math.min)
}

function extremes({ data, width, height }: Grey, pick: (a: number, b: number) => number): Grey {
  const pass = (from: Uint8Array, step: number, length: number, place: (i: number) => number) => {
    const to = new Uint8Array(from.length)
    for (let i = 0; i < from.length; i++) {
      const at = place(i)
      let best = from[i]!
      for (let d = Math.max(-CLOSE_PX, -at); d <= Math.min(CLOSE_PX, length - 1 - at); d++) best = pick(best, from[i + d * step]!)
      to[i] = best
    }
    return to
  }
  const wide = pass(data, 1, width, (i) => i % width)
  return { data: pass(wide, width, height, (i) => Math.floor(i / width)), width, height }
}

/** Level between the two kinds of ground (Otsu 1979); null where they hardly differ. */
function splitLevel({ data }: Grey): number | null {
  const counts = new Float64Array(256)
  for (const value of data) counts[value]!++
  const total = data.length
  const sum = counts.reduce((all, count, value) => all + count * value, 0)
  let below = 0
  let belowSum = 0
  let best = { between: -1, level: 0, step: 0 }
  for (let value = 0; value < 256; value++) {
    below += counts[value]!
    belowSum += counts[value]! * value
    if (below === 0 || below === total) continue
    const step = (sum - belowSum) / (total - below) - belowSum / below
    const between = below * (total - below) * step * step
    if (between > best.between) best = { between, level: value, step }
  }
  return best.step < LEAST_STEP ? null : best.level
}

/** The bright region that the middle of the picture lies in, its holes (stamps, photographs) filled row by row. */
function regionAround({ data, width, height }: Grey, level: number): { readonly mask: Uint8Array; readonly area: number } {
  const mask = new Uint8Array(data.length)
  const queue: number[] = []
  const visit = (at: number) => {
    if (mask[at] || data[at]! <= level) return
    mask[at] = 1
    queue.push(at)
  }
  for (let dy = -10; dy <= 10; dy++) visit((Math.floor(height / 2) + dy) * width + Math.floor(width / 2))
  while (queue.length > 0) {
    const at = queue.pop()!
    const x = at % width
    if (x > 0) visit(at - 1)
    if (x < width - 1) visit(at + 1)
    if (at >= width) visit(at - width)
    if (at < width * (height - 1)) visit(at + width)
  }
  return filled(mask, width, height)
}

/** What has the region on both sides and above and below is a hole in it; a bay is not. */
function filled(mask: Uint8Array, width: number, height: number): { readonly mask: Uint8Array; readonly area: number } {
  const columns = Array.from({ length: width }, () => ({ first: height, last: -1 }))
  for (let at = 0; at < mask.length; at++) {
    if (!mask[at]) continue
    const column = columns[at % width]!
    column.first = Math.min(column.first, Math.floor(at / width))
    column.last = Math.floor(at / width)
  }
  const whole = new Uint8Array(mask.length)
  let area = 0
  for (let y = 0; y < height; y++) {
    const row = mask.subarray(y * width, (y + 1) * width)
    const first = row.indexOf(1)
    if (first < 0) continue
    const last = row.lastIndexOf(1)
    for (let x = first; x <= last; x++) {
      if (y < columns[x]!.first || y > columns[x]!.last) continue
      whole[y * width + x] = 1
      area++
    }
  }
  return { mask: whole, area }
}

function quadAround(mask: Uint8Array, width: number, height: number): Quad | null {
  const edge = outline(mask, width, height)
  const best = (of: (p: Point) => number) => edge.reduce((a, b) => (of(b) > of(a) ? b : a))
  const corners = [best((p) => -p.x - p.y), best((p) => p.x - p.y), best((p) => p.x + p.y), best((p) => p.y - p.x)] as const
  const diagonal = Math.hypot(width, height)
  const sides: Line[] = []
  for (let i = 0; i < 4; i++) {
    const side = lineThrough(between(edge, corners[i]!, corners[(i + 1) % 4]!), STRAIGHT * diagonal)
    if (!side) return null
    sides.push(side)
  }
  const found = sides.map((side, i) => meeting(sides[(i + 3) % 4]!, side))
  return found.every((p) => p !== null) ? (found as unknown as Quad) : null
}

function outline(mask: Uint8Array, width: number, height: number): readonly Point[] {
  const points: Point[] = []
  const inside = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === 1
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      if (inside(x, y) && !(inside(x - 1, y) && inside(x + 1, y) && inside(x, y - 1) && inside(x, y + 1)))
        points.push({ x: x + 0.5, y: y + 0.5 })
  return points
}

/** Points of the outline near the side from `a` to `b`, without its ends: corners are often bent. */
function between(edge: readonly Point[], a: Point, b: Point): readonly Point[] {
  const length = Math.hypot(b.x - a.x, b.y - a.y)
  const [ux, uy] = [(b.x - a.x) / length, (b.y - a.y) / length]
  return edge.filter((p) => {
    const along = (p.x - a.x) * ux + (p.y - a.y) * uy
    const off = Math.abs((p.y - a.y) * ux - (p.x - a.x) * uy)
    return along > 0.06 * length && along < 0.94 * length && off < 0.04 * length
  })
}

function isSheet(quad: Quad, { mask, area }: { readonly mask: Uint8Array; readonly area: number }, { width, height }: Grey): boolean {
  const inside = quad.every(({ x, y }) => x > -0.02 * width && y > -0.02 * height && x < 1.02 * width && y < 1.02 * height)
  const atBorder = quad.filter(({ x, y }) => x < 2 || y < 2 || x > width - 2 || y > height - 2).length
  if (!inside || atBorder > 1 || quad.some((_, i) => Math.abs(angleAt(quad, i) - 90) > 90 - LEAST_ANGLE)) return false
  let common = 0
  let all = area
  for (let at = 0; at < mask.length; at++) {
    if (!isWithin(quad, (at % width) + 0.5, Math.floor(at / width) + 0.5)) continue
    if (mask[at]) common++
    else all++
  }
  return common >= ALIKE * all
}

function isWithin(quad: Quad, x: number, y: number): boolean {
  for (let i = 0; i < 4; i++) {
    const a = quad[i]!
    const b = quad[(i + 1) % 4]!
    if ((b.x - a.x) * (y - a.y) - (b.y - a.y) * (x - a.x) < 0) return false
  }
  return true
}

function angleAt(quad: Quad, i: number): number {
  const [p, a, b] = [quad[i]!, quad[(i + 3) % 4]!, quad[(i + 1) % 4]!]
  const turn = Math.atan2(a.y - p.y, a.x - p.x) - Math.atan2(b.y - p.y, b.x - p.x)
  return ((turn * 180) / Math.PI + 360) % 360
}
