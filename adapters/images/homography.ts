/** A projective map of the plane, 3 × 3 by rows. */
export type Homography = readonly number[]

export interface Point {
  readonly x: number
  readonly y: number
}

export const IDENTITY: Homography = [1, 0, 0, 0, 1, 0, 0, 0, 1]

export function mapped(h: Homography, x: number, y: number): Point {
  const w = h[6]! * x + h[7]! * y + h[8]!
  return { x: (h[0]! * x + h[1]! * y + h[2]!) / w, y: (h[3]! * x + h[4]! * y + h[5]!) / w }
}

/** First `b`, then `a`. */
export function after(a: Homography, b: Homography): Homography {
  return Array.from({ length: 9 }, (_, i) => {
    const [row, column] = [Math.floor(i / 3) * 3, i % 3]
    return a[row]! * b[column]! + a[row + 1]! * b[column + 3]! + a[row + 2]! * b[column + 6]!
  })
}

export function moved(dx: number, dy: number): Homography {
  return [1, 0, dx, 0, 1, dy, 0, 0, 1]
}

export function scaled(sx: number, sy: number): Homography {
  return [sx, 0, 0, 0, sy, 0, 0, 0, 1]
}

/** Clockwise on a page whose y grows downwards, about the origin. */
export function turned(deg: number): Homography {
  const [cos, sin] = [Math.cos((deg * Math.PI) / 180), Math.sin((deg * Math.PI) / 180)]
  return [cos, -sin, 0, sin, cos, 0, 0, 0, 1]
}

/** The map that takes the corners of a `width` × `height` rectangle (top left, top right, bottom right, bottom left) to `quad`. Source: Heckbert 1989, §2.2.3. */
export function ontoQuad(width: number, height: number, quad: readonly [Point, Point, Point, Point]): Homography {
  const [a, b, c, d] = quad
  const [dx1, dx2, sx] = [b.x - c.x, d.x - c.x, a.x - b.x + c.x - d.x]
  const [dy1, dy2, sy] = [b.y - c.y, d.y - c.y, a.y - b.y + c.y - d.y]
  const det = dx1 * dy2 - dx2 * dy1
  const g = (sx * dy2 - dx2 * sy) / det
  const h = (dx1 * sy - sx * dy1) / det
  const unit = [b.x - a.x + g * b.x, d.x - a.x + h * d.x, a.x, b.y - a.y + g * b.y, d.y - a.y + h * d.y, a.y, g, h, 1]
  return after(unit, scaled(1 / width, 1 / height))
}
