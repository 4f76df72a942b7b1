import type { Rule } from '../../core/reading.ts'
import type { Grey } from '../images/grey.ts'
import { type Block, type Bundle, bundles } from './bundles.ts'
import { dottedRuns } from './dotted-runs.ts'
import { type Run, solidRuns } from './runs.ts'

// Shares of the longest side: 200 dpi on A4 is 2339 px.
const LONG = 1 / 50 // a line across; a dash or an underscore is shorter
const HIGH = 1 / 80 // a line down must be as high as one row of a table; strokes of letters are not
const THICK = 1 / 260 // 9 px at 200 dpi; thicker is a filled area
const NEAR = 1 / 290

/**
 * Lines drawn on an evenly lit page, solid and dotted, and the edges of filled headings, as page fractions. Works on faint lines of one pixel:
 * what is darker than the paper over a long straight run is a line, however pale. `lit`: paper is white (images/even-light.ts).
 */
export function drawnLines(lit: Grey): readonly Rule[] {
  const { width, height } = lit
  const longest = Math.max(width, height)
  const thick = Math.max(3, Math.round(longest * THICK))
  const across = bundles(runsOf(lit, Math.round(longest * LONG)), thick)
  const headings = across.blocks.filter((block) => isHeading(block, width, height))
  const down = bundles(runsOf(transposed(without(headings, lit)), Math.round(longest * HIGH)), thick)
  const reach = Math.round(longest * NEAR)
  return [
    ...across.lines.map((l) => ({ x0: l.from / width, y0: l.low / height, x1: l.to / width, y1: (l.high + 1) / height })),
    ...down.lines
      .map((l) => raised(l, headings, reach))
      .map((l) => ({ x0: l.low / width, y0: l.from / height, x1: (l.high + 1) / width, y1: l.to / height })),
    ...headings.flatMap((b) => edges({ x0: b.from / width, y0: b.low / height, x1: b.to / width, y1: (b.high + 1) / height })),
  ]
}

function runsOf(page: Grey, shortest: number): readonly Run[] {
  return [...solidRuns(page, shortest), ...dottedRuns(page, shortest)]
}

function transposed({ data, width, height }: Grey): Grey {
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) turned[x * height + y] = data[y * width + x]!
  return { data: turned, width: height, height: width }
}

/** Filled areas as paper: looked at from the side they would swallow the lines that end at them. */
function without(blocks: readonly Block[], { data, width, height }: Grey): Grey {
  const cleared = new Uint8Array(data)
  for (const { from, to, low, high } of blocks) for (let y = low; y <= high; y++) cleared.fill(255, y * width + from, y * width + to)
  return { data: cleared, width, height }
}

/** A filled bar as wide as a table and as high as a row or three, not a picture. */
function isHeading({ from, to, low, high, filled }: Block, width: number, height: number): boolean {
  return to - from > 0.1 * width && high - low < 0.06 * height && filled > 0.5
}

/** Columns below a filled heading are columns of the heading: its own borders have the colour of the fill. */
function raised(line: Bundle, headings: readonly Block[], reach: number): Bundle {
  const above = headings.find((b) => Math.abs(line.from - b.high) <= reach && line.low >= b.from - reach && line.high <= b.to + reach)
  return above ? { ...line, from: above.low } : line
}

function edges({ x0, y0, x1, y1 }: Rule): readonly Rule[] {
  return [
    { x0, y0, x1, y1: y0 },
    { x0, y0: y1, x1, y1 },
    { x0, y0, x1: x0, y1 },
    { x0: x1, y0, x1, y1 },
  ]
}
