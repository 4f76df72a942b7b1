/** x0, y0, x1, y1 in the path's own space. */
export type PathBox = readonly [number, number, number, number]

// pdf.js writes a path as numbers: an operator, then its points (DrawOPS: move, line, cubic, quadratic, close).
const MOVE = 0
const LINE = 1
const POINTS = [1, 1, 3, 2, 0] as const

/**
 * What a path paints, piece by piece: one program draws a whole grid as one path, and its bounding box says nothing. A filled path gives the
 * box of each closed figure, a stroked one each of its straight segments (curves of round corners part no cells). Null when unreadable.
 */
export function pathBoxes(data: ArrayLike<number>, painted: 'fill' | 'stroke'): readonly PathBox[] | null {
  const figures: { x: number; y: number }[][] = []
  const segments: PathBox[] = []
  let at = 0
  while (at < data.length) {
    const operator = data[at++]!
    const count = POINTS[operator]
    if (count === undefined || at + 2 * count > data.length) return null
    if (operator === MOVE || figures.length === 0) figures.push([])
    const figure = figures.at(-1)!
    const from = figure.at(-1)
    for (let i = 0; i < count; i++, at += 2) figure.push({ x: data[at]!, y: data[at + 1]! })
    const to = count === 0 ? figure[0] : figure.at(-1)
    if (from && to && (operator === LINE || count === 0)) segments.push(around([from, to]))
  }
  return painted === 'stroke' ? segments : figures.filter((figure) => figure.length > 1).map(around)
}

function around(points: readonly { readonly x: number; readonly y: number }[]): PathBox {
  let [x0, y0, x1, y1] = [points[0]!.x, points[0]!.y, points[0]!.x, points[0]!.y]
  for (const { x, y } of points) [x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)]
  return [x0, y0, x1, y1]
}

/** Whether a path is one upright rectangle and nothing else: only then does its box say what a fill covers. */
export function isRectangle(data: ArrayLike<number>): boolean {
  const points: { x: number; y: number }[] = []
  for (let at = 0; at < data.length; ) {
    const operator = data[at++]!
    const count = POINTS[operator]
    if (count === undefined || count > 1 || (operator === MOVE && at > 1)) return false
    if (count === 1) points.push({ x: data[at]!, y: data[at + 1]! })
    at += 2 * count
  }
  if (points.length < 4 || points.length > 5) return false
  const [x0, y0, x1, y1] = around(points)
  const corners = new Set(points.map(({ x, y }) => `${x},${y}`))
  return corners.size === 4 && points.every(({ x, y }) => (x === x0 || x === x1) && (y === y0 || y === y1))
}
