import { findMarks, type Mark } from '../images/ink-marks.ts'
import type { Ink } from './coloured-ink.ts'
import type { PagePixels } from './pixels.ts'
import { INK } from './runs.ts'

/** Marks of coloured ink that stand together: a word or a row of them, a signature, what is printed in colour. Pixels of the page. */
export interface InkGroup {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  readonly marks: readonly Mark[]
  /** Usual width of its strokes, pixels: twice the ink over the ink at its edge. */
  readonly strokePx: number
}

const NEAR = 0.014 // of the page's longest side, 4 mm on A4: words of one row
const BELOW = 0.25 // of that, downwards
const SPECK_PX = 6
const LARGE = 0.25 // of the longest side: rules, frames and coloured areas; no stroke of a pen is as long
const HIGH = 0.006 // of the longest side: lower is a dash or a rule
const WIDE = 0.02
const PALE = 50 // of 255, mean: print of the other side and bands of a marker; pens, also blurred ones, are darker

/** Connected pieces of coloured ink, joined where they stand near; small leftovers are left out. */
export function inkGroups({ lit }: Pick<PagePixels, 'lit'>, ink: Ink): readonly InkGroup[] {
  const page = { data: onlyInk(lit.data, lit.width, ink), width: lit.width, height: lit.height }
  const longest = Math.max(page.width, page.height)
  const marks = findMarks(page, INK)
    .filter(({ x0, y0, x1, y1, area }) => area >= SPECK_PX && Math.max(x1 - x0, y1 - y0) <= LARGE * longest)
    .toSorted((a, b) => a.x0 - b.x0)
  return joined(marks, NEAR * longest).flatMap((near) => {
    const box = {
      x0: Math.min(...near.map((m) => m.x0)),
      y0: Math.min(...near.map((m) => m.y0)),
      x1: Math.max(...near.map((m) => m.x1)),
      y1: Math.max(...near.map((m) => m.y1)),
    }
    if (box.y1 - box.y0 < HIGH * longest || box.x1 - box.x0 < WIDE * longest) return []
    const { darkness, strokePx } = strokesIn(page, box)
    return darkness < PALE ? [] : [{ ...box, marks: near, strokePx }]
  })
}

/** The page with paper for all that is no coloured ink. */
function onlyInk(lit: Uint8Array, pageWidth: number, { mask, width, height }: Ink): Uint8Array {
  const data = new Uint8Array(lit.length).fill(255)
  for (let y = 0; y < 2 * height; y++)
    for (let x = 0; x < 2 * width; x++) if (mask[(y >> 1) * width + (x >> 1)] === 1) data[y * pageWidth + x] = lit[y * pageWidth + x]!
  return data
}

/** `marks` from left to right. */
function joined(marks: readonly Mark[], near: number): readonly (readonly Mark[])[] {
  const parents = marks.map((_, i) => i)
  const rootOf = (of: number) => {
    let at = of
    while (parents[at] !== at) {
      parents[at] = parents[parents[at]!]!
      at = parents[at]!
    }
    return at
  }
  const widest = marks.reduce((width, m) => Math.max(width, m.x1 - m.x0), 0)
  for (const [i, mark] of marks.entries()) {
    for (let j = i + 1; j < marks.length && marks[j]!.x0 <= mark.x0 + widest + near; j++) {
      const other = marks[j]!
      const across = other.x0 - mark.x1
      const down = Math.max(mark.y0, other.y0) - Math.min(mark.y1, other.y1)
      if (across <= near && down <= BELOW * near) parents[rootOf(i)] = rootOf(j)
    }
  }
  return [...Map.groupBy(marks, (_, i) => rootOf(i)).values()]
}

interface Picture {
  readonly data: Uint8Array
  readonly width: number
}

interface Strokes {
  readonly darkness: number
  readonly strokePx: number
}

function strokesIn({ data, width }: Picture, { x0, y0, x1, y1 }: Pick<InkGroup, 'x0' | 'y0' | 'x1' | 'y1'>): Strokes {
  let [ink, edge, dark] = [0, 0, 0]
  const isPaper = (at: number) => !(data[at]! < INK) // outside the page as well
  for (let y = y0; y < y1; y++)
    for (let x = x0, at = y * width + x0; x < x1; x++, at++) {
      if (isPaper(at)) continue
      ink++
      dark += 255 - data[at]!
      if (isPaper(at - 1) || isPaper(at + 1) || isPaper(at - width) || isPaper(at + width)) edge++
    }
  return { darkness: dark / Math.max(1, ink), strokePx: (2 * ink) / Math.max(1, edge) }
}
