import type { Box } from './geometry.ts'

const CELLS = 64 // each way: of 10,000 words a few stand in one cell

export interface BoxIndex<Item> {
  /** The first item, in the order given, whose box holds the point; page fractions. */
  at(x: number, y: number): Item | null
}

/** Finds what stands at a point of a page without looking at every box: a grid over the page, each cell with the items that touch it. */
export function indexBoxes<Item extends { readonly box: Box }>(items: readonly Item[]): BoxIndex<Item> {
  const cells = new Map<number, Item[]>()
  const cell = (fraction: number) => Math.min(CELLS - 1, Math.max(0, Math.floor(fraction * CELLS)))
  for (const item of items) {
    const { x0, y0, x1, y1 } = item.box
    for (let row = cell(y0); row <= cell(y1); row++)
      for (let column = cell(x0); column <= cell(x1); column++) {
        const key = row * CELLS + column
        const own = cells.get(key)
        if (own) own.push(item)
        else cells.set(key, [item])
      }
  }
  return {
    at(x, y) {
      const near = cells.get(cell(y) * CELLS + cell(x)) ?? []
      return near.find(({ box }) => x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1) ?? null
    },
  }
}
