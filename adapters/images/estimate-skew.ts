import type { Grey } from './grey.ts'

export const MAX_SKEW_DEG = 15

const COARSE_DEG = 0.5
const MIDDLE_DEG = 0.1
const FINE_DEG = 0.02
const DARK = 140
const FEWEST_POINTS = 200
/** How far the best angle must exceed the usual one: scattered marks and noise reach 1.4, faint photographed receipts 2.1, pages 3 and more. */
const DISTINCT = 1.6

/**
 * Tilt of the text lines in degrees, -15..15, positive = lines fall towards the right (clockwise). The angle whose row sums vary most wins
 * (projection profile, Postl 1986). Meant for an evenly lit copy of about 1000 px; 0 where no angle stands out.
 */
export function estimateSkew(page: Grey): number {
  const { deg, distinct } = measureSkew(page)
  return distinct < DISTINCT ? 0 : deg
}

export interface Skew {
  readonly deg: number
  /** Profile energy at this angle over that of a usual angle: 1 = no lines at all, 3 and more = lines of text. */
  readonly distinct: number
}

export function measureSkew(page: Grey): Skew {
  const edges = lowerEdges(page)
  if (edges.x.length < FEWEST_POINTS) return { deg: 0, distinct: 1 }
  const energyAt = (deg: number) => energy(edges, page, deg)
  const coarse = range(-MAX_SKEW_DEG, MAX_SKEW_DEG, COARSE_DEG).map((deg) => ({ deg, energy: energyAt(deg) }))
  const peak = strongest(coarse)
  const distinct = peak.energy / median(coarse.map((c) => c.energy))
  const around = (deg: number, reach: number, step: number) =>
    strongest(range(deg - reach, deg + reach, step).map((d) => ({ deg: d, energy: energyAt(d) }))).deg
  return { deg: around(around(peak.deg, COARSE_DEG, MIDDLE_DEG), MIDDLE_DEG, FINE_DEG), distinct }
}

interface Points {
  readonly x: Int32Array
  readonly y: Int32Array
}

/** Lower edges of ink mark baselines; whole letters would blur them. */
function lowerEdges({ data, width, height }: Grey): Points {
  const found = new Int32Array(width * height)
  let count = 0
  for (let at = 0; at < width * (height - 1); at++) if (data[at]! < DARK && data[at + width]! >= DARK) found[count++] = at
  const x = new Int32Array(count)
  const y = new Int32Array(count)
  for (let i = 0; i < count; i++) {
    x[i] = found[i]! % width
    y[i] = Math.floor(found[i]! / width)
  }
  return { x, y }
}

function energy({ x, y }: Points, { width, height }: Grey, deg: number): number {
  const slope = Math.tan((deg * Math.PI) / 180)
  const shift = Math.ceil(Math.abs(slope) * width) + 0.5
  const rows = new Int32Array(height + 2 * Math.ceil(shift) + 2)
  for (let i = 0; i < x.length; i++) rows[Math.floor(y[i]! - slope * x[i]! + shift)]!++
  let sum = 0
  for (let i = 0; i < rows.length; i++) sum += rows[i]! * rows[i]!
  return sum
}

function strongest<T extends { readonly energy: number }>(of: readonly T[]): T {
  return of.reduce((a, b) => (b.energy > a.energy ? b : a))
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}

function range(from: number, to: number, step: number): readonly number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step)
}
