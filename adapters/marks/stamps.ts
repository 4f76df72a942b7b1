import type { Box } from '../../core/geometry.ts'
import type { Ink } from './coloured-ink.ts'
import { type Component, componentsOf, spread } from './components.ts'

// Shares of the page's longest side (297 mm on A4).
const STAMP = [0.06, 0.22] as const // 18 to 65 mm
const JOINED = 0.006 // a ring and the letters in it
const RING = 0.7 // share of the directions in which a stamp's edge is seen
const PIECE_PX = 12
const GROWN_PX = 20

/** Boxes of coloured ink that has a closed edge, as page fractions. */
export function stampsIn(ink: Ink): readonly Box[] {
  const { mask, width, height } = ink
  const longest = Math.max(width, height)
  // JPEG thins out the colour of fine strokes: a pixel around closes the gaps.
  const pieces = componentsOf(spread(mask, width, height, 1, 1), width, height, PIECE_PX)
  const reach = Math.round(longest * JOINED)
  return componentsOf(spread(mask, width, height, reach, reach), width, height, GROWN_PX)
    .filter((box) => isStamp(ink, box, longest))
    .map((box) => tight(box, pieces))
    .map(({ x0, y0, x1, y1 }) => ({ x0: x0 / width, y0: y0 / height, x1: x1 / width, y1: y1 / height }))
}

/** Ink all around at the edge of a circle (or oval) or of a frame, and not filled like a logo. */
function isStamp(ink: Ink, box: Component, longest: number): boolean {
  const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0]
  if (
    Math.max(wide, high) > STAMP[1] * longest ||
    Math.max(wide, high) < STAMP[0] * longest ||
    Math.min(wide, high) < STAMP[0] * 0.35 * longest
  )
    return false
  return edgeSeen(ink, box, 'oval') >= RING || edgeSeen(ink, box, 'frame') >= RING + 0.15
}

const DIRECTIONS = 36

/** Share of the directions from the middle in which ink lies near the edge, with paper somewhere further in. */
function edgeSeen({ mask, width, height }: Ink, box: Component, shape: 'oval' | 'frame'): number {
  const [cx, cy] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2]
  const [rx, ry] = [(box.x1 - box.x0) / 2, (box.y1 - box.y0) / 2]
  let seen = 0
  for (let i = 0; i < DIRECTIONS; i++) {
    const [dx, dy] = [Math.cos((i * 2 * Math.PI) / DIRECTIONS), Math.sin((i * 2 * Math.PI) / DIRECTIONS)]
    const reach = shape === 'oval' ? 1 : 1 / Math.max(Math.abs(dx), Math.abs(dy))
    let edge = false
    let paper = false
    for (let step = 0.4; step <= 1.05; step += 0.015) {
      const x = Math.round(cx + dx * rx * reach * step)
      const y = Math.round(cy + dy * ry * reach * step)
      const inked = x >= 0 && y >= 0 && x < width && y < height && mask[y * width + x] === 1
      if (inked && step >= 0.78) edge = true
      if (!inked && step < 0.95) paper = true
    }
    if (edge && paper) seen++
  }
  return seen / DIRECTIONS
}

/** The ink itself, without the spread around it. */
function tight(box: Component, pieces: readonly Component[]): Component {
  const own = pieces.filter((p) => p.x0 >= box.x0 && p.x1 <= box.x1 && p.y0 >= box.y0 && p.y1 <= box.y1)
  if (own.length === 0) return box
  const edge = (of: (p: Component) => number, pick: (...values: number[]) => number) =>
    own.reduce((value, p) => pick(value, of(p)), of(own[0]!))
  return {
    x0: edge((p) => p.x0, Math.min),
    y0: edge((p) => p.y0, Math.min),
    x1: edge((p) => p.x1, Math.max),
    y1: edge((p) => p.y1, Math.max),
    ink: box.ink,
  }
}
