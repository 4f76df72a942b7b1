import type { Grey } from './grey.ts'

/** A connected piece of ink. Pixels; `x1`, `y1` are one past the last. */
export interface Mark {
  readonly x0: number
  readonly y0: number
  readonly x1: number
  readonly y1: number
  /** Pixels of ink in it. */
  readonly area: number
}

/** Level below which a pixel is ink, 0..255: between-class variance (Otsu 1979), kept within what an evenly lit page can have. */
export function inkLevel({ data }: Grey): number {
  const counts = new Float64Array(256)
  for (let i = 0; i < data.length; i += 3) counts[data[i]!]!++
  const total = counts.reduce((a, b) => a + b, 0)
  const sum = counts.reduce((a, count, level) => a + count * level, 0)
  let best = -1
  let level = 0
  let below = 0
  let belowSum = 0
  for (let at = 0; at < 256; at++) {
    below += counts[at]!
    belowSum += counts[at]! * at
    if (below === 0 || below === total) continue
    const between = (below / total) * (1 - below / total) * (belowSum / below - (sum - belowSum) / (total - below)) ** 2
    if (between <= best) continue
    best = between
    level = at
  }
  return Math.min(205, Math.max(110, level))
}

/** Connected pieces of ink (8 neighbours), by runs of pixels and union-find; in no particular order. */
export function findMarks({ data, width, height }: Grey, level: number): readonly Mark[] {
  const runs: Run[] = []
  let above = 0
  let here = 0
  for (let y = 0; y < height; y++) {
    const from = runs.length
    for (let x = 0, at = y * width; x < width; x++, at++) {
      if (data[at]! >= level) continue
      const start = x
      while (x < width && data[y * width + x]! < level) x++
      at = y * width + x
      runs.push({ y, x0: start, x1: x, parent: runs.length })
    }
    let up = above
    for (let i = from; i < runs.length; i++) {
      const run = runs[i]!
      while (up < here && runs[up]!.x1 < run.x0) up++
      for (let j = up; j < here && runs[j]!.x0 <= run.x1; j++) join(runs, i, j)
    }
    above = from
    here = runs.length
  }
  return gather(runs)
}

interface Run {
  readonly y: number
  readonly x0: number
  readonly x1: number
  parent: number
}

function rootOf(runs: readonly Run[], of: number): number {
  let at = of
  while (runs[at]!.parent !== at) {
    runs[at]!.parent = runs[runs[at]!.parent]!.parent
    at = runs[at]!.parent
  }
  return at
}

function join(runs: readonly Run[], a: number, b: number): void {
  const one = rootOf(runs, a)
  const other = rootOf(runs, b)
  if (one < other) runs[other]!.parent = one
  else runs[one]!.parent = other
}

function gather(runs: readonly Run[]): readonly Mark[] {
  const marks = new Map<number, { x0: number; y0: number; x1: number; y1: number; area: number }>()
  for (let i = 0; i < runs.length; i++) {
    const { y, x0, x1 } = runs[i]!
    const root = rootOf(runs, i)
    const mark = marks.get(root)
    if (!mark) {
      marks.set(root, { x0, y0: y, x1, y1: y + 1, area: x1 - x0 })
      continue
    }
    mark.x0 = Math.min(mark.x0, x0)
    mark.x1 = Math.max(mark.x1, x1)
    mark.y1 = y + 1
    mark.area += x1 - x0
  }
  return [...marks.values()]
}
