import type { Point } from './homography.ts'

/** nx·x + ny·y = d, the normal of length 1. */
export interface Line {
  readonly nx: number
  readonly ny: number
  readonly d: number
}

const ROUNDS = 4
const AGREEING = 0.75

/** The line that most of the points lie on (total least squares, strays dropped); null when fewer than three quarters lie within `tolerance` of it. */
export function lineThrough(points: readonly Point[], tolerance: number): Line | null {
  if (points.length < 12) return null
  let kept = points
  let line = fitted(kept)
  for (let round = 0; round < ROUNDS; round++) {
    const distances = points.map((p) => distance(line, p))
    const usual = distances.toSorted((a, b) => a - b)[Math.floor(points.length / 2)]!
    kept = points.filter((_, i) => distances[i]! <= Math.max(1, 2 * usual))
    line = fitted(kept)
  }
  const agreeing = points.filter((p) => distance(line, p) <= tolerance).length
  return agreeing >= AGREEING * points.length ? line : null
}

/** Where two lines cross; null for parallels. */
export function meeting(a: Line, b: Line): Point | null {
  const det = a.nx * b.ny - b.nx * a.ny
  if (Math.abs(det) < 1e-6) return null
  return { x: (a.d * b.ny - b.d * a.ny) / det, y: (a.nx * b.d - b.nx * a.d) / det }
}

function distance({ nx, ny, d }: Line, { x, y }: Point): number {
  return Math.abs(nx * x + ny * y - d)
}

function fitted(points: readonly Point[]): Line {
  const mx = points.reduce((sum, p) => sum + p.x, 0) / points.length
  const my = points.reduce((sum, p) => sum + p.y, 0) / points.length
  let xx = 0
  let xy = 0
  let yy = 0
  for (const { x, y } of points) {
    xx += (x - mx) ** 2
    xy += (x - mx) * (y - my)
    yy += (y - my) ** 2
  }
  const along = Math.atan2(2 * xy, xx - yy) / 2
  const [nx, ny] = [-Math.sin(along), Math.cos(along)]
  return { nx, ny, d: nx * mx + ny * my }
}
