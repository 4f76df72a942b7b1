import type { Region } from '../../core/reading.ts'
import { type Component, componentsOf, spread } from './components.ts'
import type { Pixels } from './pixels.ts'

// Shares of the page's longest side (297 mm on A4).
const STAMP = [0.06, 0.22] as const // 18 to 65 mm
const PEN_HEIGHT = 0.008 // a lower stroke is a dash or a letter
const PEN_WIDTH = 0.03
const COLOURED = 36 // difference of the strongest and the weakest channel; grey print and JPEG stay below
const RING = 0.7 // share of the directions in which a stamp's edge is seen
const SPARSE = 0.4 // ink in the box of a stroke of the pen; letters are denser
const TWO_LINES = 2.2
const UNEVEN_PX = 1.5 // less is the raster
const UNEVEN = 0.06 // of the height: median distance of the letters' feet from their line; in print most stand on it

interface Ink {
  readonly mask: Uint8Array
  readonly width: number
  readonly height: number
}

/**
 * Where stamps, signatures and handwriting in coloured ink stand. By shape, not by content: a stamp has a closed edge, a signature is one long thin
 * stroke, handwriting is letters that do not stand on a line. Black ink is left alone: without colour a stroke of the pen cannot be told from a
 * drawing or a logo.
 */
export function regionsOf(pixels: Pixels): readonly Region[] {
  const ink = colouredInk(pixels)
  const { mask, width, height } = ink
  const longest = Math.max(width, height)
  // JPEG thins out the colour of fine strokes: a pixel around closes the gaps.
  const pieces = componentsOf(spread(mask, width, height, 1, 1), width, height, 12)
  const letters = componentsOf(mask, width, height, 3)
  const grown = componentsOf(spread(mask, width, height, Math.round(longest * 0.008), Math.round(longest * 0.003)), width, height, 20)
  const stamps = componentsOf(spread(mask, width, height, Math.round(longest * 0.006), Math.round(longest * 0.006)), width, height, 20)
    .filter((box) => isStamp(ink, box, longest))
    .map((box) => region('stamp', tight(box, pieces), ink, 0.8))
  const rest = grown.filter((box) => !stamps.some((stamp) => inside(box, stamp, ink)))
  return [...stamps, ...rest.flatMap((box) => penOf(ink, tight(box, pieces), pieces, letters, longest) ?? [])]
}

/** At half the size: a stroke is wide enough, and there is a quarter of the work. */
function colouredInk({ data, width: fullWidth, height: fullHeight }: Pixels): Ink {
  const [width, height] = [fullWidth >> 1, fullHeight >> 1]
  const mask = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      if (BLOCK.some((offset) => isColoured(data, 4 * (2 * y * fullWidth + 2 * x + (offset >> 1) * fullWidth + (offset & 1)))))
        mask[y * width + x] = 1
    }
  return { mask, width, height }
}

const BLOCK = [0, 1, 2, 3]

function isColoured(data: Uint8Array, at: number): boolean {
  const [r, g, b] = [data[at]!, data[at + 1]!, data[at + 2]!]
  return Math.max(r, g, b) - Math.min(r, g, b) >= COLOURED
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

function penOf(ink: Ink, box: Component, pieces: readonly Component[], loose: readonly Component[], longest: number): Region | null {
  const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0]
  if (high < PEN_HEIGHT * longest || wide < PEN_WIDTH * longest || high > 0.15 * longest || wide > 0.5 * longest) return null
  const own = pieces.filter((p) => p.x0 >= box.x0 && p.x1 <= box.x1 && p.y0 >= box.y0 && p.y1 <= box.y1)
  const total = own.reduce((sum, p) => sum + p.ink, 0)
  const main = own.toSorted((a, b) => b.ink - a.ink)[0]
  if (!main) return null
  const isStroke =
    main.ink >= 0.5 * total && main.ink <= SPARSE * (main.x1 - main.x0) * (main.y1 - main.y0) && main.x1 - main.x0 >= PEN_WIDTH * longest
  if (isStroke && main.y1 - main.y0 >= 1.5 * PEN_HEIGHT * longest) return region('signature', box, ink, 0.7)
  const letters = loose.filter((p) => p.x0 >= box.x0 && p.x1 <= box.x1 && p.y0 >= box.y0 && p.y1 <= box.y1)
  return isUneven(letters, high) && total <= 1.5 * SPARSE * wide * high ? region('handwriting', box, ink, 0.6) : null
}

/** Letters of different heights whose feet are not on one line. */
function isUneven(letters: readonly Component[], high: number): boolean {
  const tall = letters.filter((p) => p.y1 - p.y0 >= 0.25 * high)
  if (tall.length < 2) return false
  const middle = (values: readonly number[]) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!
  // Two lines of print have their feet at two heights.
  if (high > TWO_LINES * Math.max(...tall.map((p) => p.y1 - p.y0))) return false
  const foot = middle(tall.map((p) => p.y1))
  return middle(tall.map((p) => Math.abs(p.y1 - foot))) >= Math.max(UNEVEN * high, UNEVEN_PX)
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

function inside(box: Component, { box: outer }: Region, { width, height }: Ink): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2 / width, (box.y0 + box.y1) / 2 / height]
  return x > outer.x0 && x < outer.x1 && y > outer.y0 && y < outer.y1
}

function region(kind: Region['kind'], { x0, y0, x1, y1 }: Component, { width, height }: Ink, confidence: number): Region {
  return { kind, box: { x0: x0 / width, y0: y0 / height, x1: x1 / width, y1: y1 / height }, confidence }
}
