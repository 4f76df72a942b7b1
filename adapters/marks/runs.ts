import type { Grey } from '../images/grey.ts'

/** Ink along one row of pixels: from `from` up to, not including, `to`. */
export interface Run {
  readonly across: number
  readonly from: number
  readonly to: number
}

export const INK = 226 // paper is 255; a grey hairline of one pixel, blurred, is about 200
const HOLE_PX = 1 // missing pixels that noise leaves in a solid line
const EVEN = 0.9 // share of a drawn line that is about as dark as its middle; letters that run together are light and dark by turns
const AS_DARK = 0.6

/** Unbroken ink of at least `shortest` pixels. */
export function solidRuns({ data, width, height }: Grey, shortest: number): readonly Run[] {
  const runs: Run[] = []
  for (let y = 0; y < height; y++) {
    let from = -1
    let last = -1
    for (let x = 0; x <= width; x++) {
      if (x < width && data[y * width + x]! < INK) {
        if (from < 0) from = x
        last = x
      } else if (from >= 0 && (x - last > HOLE_PX || x === width)) {
        if (last + 1 - from >= shortest && isEven(data, y * width + from, last + 1 - from)) runs.push({ across: y, from, to: last + 1 })
        from = -1
      }
    }
  }
  return runs
}

/** Whether nearly all pixels of a stretch are about as dark as its middle. */
export function isEven(data: Uint8Array, start: number, length: number): boolean {
  const counts = new Int32Array(256)
  for (let i = start; i < start + length; i++) counts[data[i]!]!++
  let seen = 0
  let median = 0
  while (median < 255 && seen + counts[median]! < length / 2) seen += counts[median++]!
  const lightest = 255 - AS_DARK * (255 - median)
  let dark = 0
  for (let level = 0; level <= lightest; level++) dark += counts[level]!
  return dark >= EVEN * length
}
