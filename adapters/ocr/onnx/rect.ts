export interface Point {
  readonly x: number
  readonly y: number
}

/** A rectangle at any angle. `u` is the unit vector along `width`; `height` runs along u turned a quarter clockwise (down for u = right). */
export interface Rect {
  readonly centre: Point
  readonly width: number
  readonly height: number
  readonly u: Point
}

/** Hull of a point set, counter-clockwise on screen, without points on its edges. Source: Andrew 1979, monotone chain. */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  const half = (order: readonly Point[]) => {
    const chain: Point[] = []
    for (const point of order) {
      while (chain.length > 1 && cross(chain.at(-2)!, chain.at(-1)!, point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half(sorted.toReversed())]
}

/** Smallest rectangle around a hull: one of its sides lies on a hull edge (Freeman & Shapira 1975). `u` points to the right, at most 45° off. */
export function minAreaRect(hull: readonly Point[]): Rect {
  let best: Rect = along(hull, { x: 1, y: 0 })
  for (let i = 0; i < hull.length; i++) {
    const a = hull[i]!
    const b = hull[(i + 1) % hull.length]!
    const length = Math.hypot(b.x - a.x, b.y - a.y)
    if (length === 0) continue
    const rect = along(hull, rightward({ x: (b.x - a.x) / length, y: (b.y - a.y) / length }))
    if (rect.width * rect.height < best.width * best.height) best = rect
  }
  return best
}

/** Every side moved outwards by `by`. */
export function grown(rect: Rect, by: number): Rect {
  return { ...rect, width: rect.width + 2 * by, height: rect.height + 2 * by }
}

/** The same rectangle with its `width` along the other axis, so that text running downwards lies flat (`quarters` 1) or upwards (3). */
export function reaxed({ centre, width, height, u }: Rect, quarters: 1 | 3): Rect {
  const sign = quarters === 1 ? 1 : -1
  return { centre, width: height, height: width, u: { x: -u.y * sign, y: u.x * sign } }
}

/** Point at `along` × width and `down` × height, both 0..1 from the rectangle's own top-left corner. */
export function pointIn({ centre, width, height, u }: Rect, along: number, down: number): Point {
  const a = (along - 0.5) * width
  const d = (down - 0.5) * height
  return { x: centre.x + a * u.x - d * u.y, y: centre.y + a * u.y + d * u.x }
}

function along(hull: readonly Point[], u: Point): Rect {
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { x, y } of hull) {
    const a = x * u.x + y * u.y
    const d = y * u.x - x * u.y
    left = Math.min(left, a)
    right = Math.max(right, a)
    top = Math.min(top, d)
    bottom = Math.max(bottom, d)
  }
  const a = (left + right) / 2
  const d = (top + bottom) / 2
  return { centre: { x: a * u.x - d * u.y, y: a * u.y + d * u.x }, width: right - left, height: bottom - top, u }
}

function rightward(u: Point): Point {
  if (Math.abs(u.x) >= Math.abs(u.y)) return u.x >= 0 ? u : { x: -u.x, y: -u.y }
  return u.y >= 0 ? { x: u.y, y: -u.x } : { x: -u.y, y: u.x }
}

function cross(o: Point, a: Point, b: Point): number {
  return (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x)
}
