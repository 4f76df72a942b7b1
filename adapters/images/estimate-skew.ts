import type { Grey } from './grey.ts'

const RANGE_DEG = 5
const COARSE_DEG = 0.5
const FINE_DEG = 0.1
const DARK = 140

/**
 * Tilt of the text lines in degrees, positive = lines fall towards the right (clockwise). The angle whose row sums vary most wins
 * (projection profile sharpness). Meant for a copy of about 1000 px; 0 for a page with hardly any ink.
 */
export function estimateSkew(page: Grey): number {
  const ink = inkPoints(page)
  if (ink.length < 200) return 0
  const best = (angles: readonly number[]) =>
    angles.map((deg) => ({ deg, sharpness: sharpness(ink, page, deg) })).reduce((a, b) => (b.sharpness > a.sharpness ? b : a)).deg
  const coarse = best(range(-RANGE_DEG, RANGE_DEG, COARSE_DEG))
  const fine = best(range(coarse - COARSE_DEG, coarse + COARSE_DEG, FINE_DEG))
  return Math.abs(fine) < 0.15 ? 0 : fine
}

function inkPoints({ data, width, height }: Grey): readonly (readonly [number, number])[] {
  const points: [number, number][] = []
  for (let y = 1; y < height - 1; y++) {
    for (let x = 0; x < width; x++) {
      // Lower edges of ink mark baselines; whole letters would blur them.
      const at = y * width + x
      if (data[at]! < DARK && data[at + width]! >= DARK) points.push([x, y])
    }
  }
  return points
}

function sharpness(ink: readonly (readonly [number, number])[], { width, height }: Grey, deg: number): number {
  const slope = Math.tan((deg * Math.PI) / 180)
  const rows = new Float64Array(height + Math.ceil(Math.abs(slope) * width) * 2 + 2)
  const shift = Math.ceil(Math.abs(slope) * width)
  for (const [x, y] of ink) rows[Math.round(y - slope * x) + shift]! += 1
  let sum = 0
  for (const row of rows) sum += row * row
  return sum
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)
}
