import type { Box } from '../geometry.ts'

interface Item {
  readonly index: number
  readonly box: Box
  readonly paragraph: boolean
}

/** Height of a line in fractions of the page, and the page's width / height. */
interface Scale {
  readonly em: number
  readonly aspect: number
}

const DEEPEST = 40
const GRAZE = 0.4 // line heights: boxes that only graze each other (skew, descenders) still stand apart
const SAME_EDGE = 1.2 // line heights between the left edges of what stands in one column
const REST_GAP = 1.8 // line heights
const BAND_GAP = 3 // line heights: columns of text are not interrupted by more

/**
 * Order in which a person reads the units of a page: recursive XY-cut, horizontal bands first, then columns. Neighbouring bands that are cut at
 * the same place are columns of text whose paragraphs happen to begin at the same height: they are read down, not across. Returns indices.
 */
export function readingOrder(units: readonly { readonly box: Box; readonly paragraph: boolean }[], scale: Scale): readonly number[] {
  return cut(
    units.map(({ box, paragraph }, index) => ({ index, box, paragraph })),
    scale,
    0,
  ).map((item) => item.index)
}

function cut(items: readonly Item[], scale: Scale, depth: number): readonly Item[] {
  if (items.length < 2) return items
  if (depth < DEEPEST) {
    const bands = bandsOf(items, scale)
    if (bands.length > 1) {
      const runs = joined(bands, scale)
      if (runs.length === 1) return columnsOf(items, scale).flatMap((column) => cut(column, scale, depth + 1))
      return runs.flatMap((run) => cut(run, scale, depth + 1))
    }
    const columns = columnsOf(items, scale)
    if (columns.length > 1) return columns.flatMap((column) => cut(column, scale, depth + 1))
  }
  return [...items].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)
}

function bandsOf(items: readonly Item[], { em }: Scale): readonly (readonly Item[])[] {
  return split(
    items,
    (b) => b.y0,
    (b) => b.y1,
    GRAZE * em,
  )
}

function columnsOf(items: readonly Item[], { em, aspect }: Scale): readonly (readonly Item[])[] {
  return split(
    items,
    (b) => b.x0,
    (b) => b.x1,
    (GRAZE * em) / aspect,
  )
}

/** Neighbouring bands that are the same columns of text go together. */
function joined(bands: readonly (readonly Item[])[], scale: Scale): readonly (readonly Item[])[] {
  const runs: (readonly Item[])[] = []
  for (const band of bands) {
    const last = runs.at(-1)
    if (last && sameColumns(last, band, scale)) runs[runs.length - 1] = [...last, ...band]
    else runs.push(band)
  }
  return runs
}

function sameColumns(upper: readonly Item[], lower: readonly Item[], scale: Scale): boolean {
  const a = columnsOf(upper, scale)
  const b = columnsOf(lower, scale)
  if (a.length < 2) return false
  const gap = Math.min(...lower.map(({ box }) => box.y0)) - Math.max(...upper.map(({ box }) => box.y1))
  const edge = (SAME_EDGE * scale.em) / scale.aspect
  // Each column below is one above, or the rest of it: it begins at the same edge and ends before the next one.
  const goOn = b.every((column) => {
    const own = a.findIndex((one) => Math.abs(left(one) - left(column)) <= edge)
    return own >= 0 && (own === a.length - 1 || right(column) < left(a[own + 1]!))
  })
  if (!goOn) return false
  const all = [...upper, ...lower]
  if (b.length < a.length) return gap <= REST_GAP * scale.em && lower.every(({ paragraph }) => paragraph)
  return gap <= BAND_GAP * scale.em && all.filter(({ paragraph }) => paragraph).length >= 0.5 * all.length
}

type Columns = readonly (readonly Item[])[]

function left(items: readonly Item[]): number {
  return Math.min(...items.map(({ box }) => box.x0))
}

function right(items: readonly Item[]): number {
  return Math.max(...items.map(({ box }) => box.x1))
}

/** Groups whose extents along one axis do not touch. */
function split(items: readonly Item[], start: (b: Box) => number, end: (b: Box) => number, graze: number): Columns {
  const sorted = [...items].sort((a, b) => start(a.box) - start(b.box))
  const groups: Item[][] = []
  let reach = Number.NEGATIVE_INFINITY
  for (const item of sorted) {
    const slack = Math.min(graze, 0.2 * (end(item.box) - start(item.box)))
    if (start(item.box) + slack >= reach) groups.push([item])
    else groups.at(-1)!.push(item)
    reach = Math.max(reach, end(item.box))
  }
  return groups
}
