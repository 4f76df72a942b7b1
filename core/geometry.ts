import { z } from 'zod'

/** A rectangle in fractions of the page (0..1), origin top-left, `x0 <= x1`, `y0 <= y1`. */
export const Box = z.object({ x0: z.number(), y0: z.number(), x1: z.number(), y1: z.number() }).readonly()
export type Box = z.infer<typeof Box>

/** Length shared by the intervals a0..a1 and b0..b1; 0 when they are apart. */
export function overlap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.max(0, Math.min(a1, b1) - Math.max(a0, b0))
}

export function area(box: Box): number {
  return Math.max(0, box.x1 - box.x0) * Math.max(0, box.y1 - box.y0)
}

/** Share of `inner` covered by `outer`, 0..1. An empty box counts as uncovered. */
export function coverage(inner: Box, outer: Box): number {
  const shared = overlap(inner.x0, inner.x1, outer.x0, outer.x1) * overlap(inner.y0, inner.y1, outer.y0, outer.y1)
  return area(inner) === 0 ? 0 : shared / area(inner)
}

/** Smallest box around all `boxes`. Throws on an empty list: nothing has no place. */
export function boundingBox(boxes: readonly Box[]): Box {
  if (boxes.length === 0) throw new RangeError('boundingBox needs at least one box')
  return {
    x0: Math.min(...boxes.map((b) => b.x0)),
    y0: Math.min(...boxes.map((b) => b.y0)),
    x1: Math.max(...boxes.map((b) => b.x1)),
    y1: Math.max(...boxes.map((b) => b.y1)),
  }
}

export function centre(box: Box): { readonly x: number; readonly y: number } {
  return { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 }
}
