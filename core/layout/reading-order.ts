import type { Box } from '../geometry.ts'

interface Item {
  readonly index: number
  readonly box: Box
}

/** Order in which a person reads the boxes: recursive XY-cut, horizontal bands first, then columns. Returns indices into `boxes`. */
export function readingOrder(boxes: readonly Box[]): readonly number[] {
  return cut(
    boxes.map((box, index) => ({ index, box })),
    0,
  ).map((item) => item.index)
}

function cut(items: readonly Item[], depth: number): readonly Item[] {
  if (items.length < 2) return items
  if (depth < 40) {
    const bands = split(
      items,
      (b) => b.y0,
      (b) => b.y1,
    )
    if (bands.length > 1) return bands.flatMap((band) => cut(band, depth + 1))
    const columns = split(
      items,
      (b) => b.x0,
      (b) => b.x1,
    )
    if (columns.length > 1) return columns.flatMap((column) => cut(column, depth + 1))
  }
  return [...items].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)
}

/** Groups whose extents along one axis do not touch. */
function split(items: readonly Item[], start: (b: Box) => number, end: (b: Box) => number): readonly (readonly Item[])[] {
  const sorted = [...items].sort((a, b) => start(a.box) - start(b.box))
  const groups: Item[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const item of sorted) {
    // Boxes that only graze each other (skew, descenders) still separate.
    const slack = 0.2 * (end(item.box) - start(item.box))
    if (start(item.box) + slack >= reach) groups.push([item])
    else groups.at(-1)!.push(item)
    reach = Math.max(reach, end(item.box))
  }
  return groups
}
