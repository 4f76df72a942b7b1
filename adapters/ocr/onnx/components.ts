import type { Point } from './rect.ts'

/** Outline points (both ends of every run, as pixel corners) of each 8-connected component of a mask's set pixels. */
export function components(mask: Uint8Array, width: number, height: number): readonly (readonly Point[])[] {
  const parent: number[] = []
  const points: Point[][] = []
  let above: Run[] = []
  for (let y = 0; y < height; y++) {
    const row = runsOf(mask, y * width, width)
    let from = 0
    for (const run of row) {
      while (from < above.length && above[from]!.to < run.from - 1) from++
      for (let i = from; i < above.length && above[i]!.from <= run.to + 1; i++) run.label = join(parent, run.label, above[i]!.label)
      if (run.label < 0) {
        run.label = parent.length
        parent.push(run.label)
        points.push([])
      }
      points[run.label]!.push({ x: run.from, y }, { x: run.to + 1, y }, { x: run.from, y: y + 1 }, { x: run.to + 1, y: y + 1 })
    }
    above = row
  }
  const gathered = new Map<number, Point[]>()
  for (const [label, list] of points.entries()) {
    const root = find(parent, label)
    const all = gathered.get(root)
    if (all) for (const point of list) all.push(point)
    else gathered.set(root, list)
  }
  return [...gathered.values()]
}

interface Run {
  readonly from: number
  /** Last set pixel. */
  readonly to: number
  label: number
}

function runsOf(mask: Uint8Array, start: number, width: number): Run[] {
  const runs: Run[] = []
  let from = -1
  for (let x = 0; x <= width; x++) {
    if (x < width && mask[start + x] === 1) {
      if (from < 0) from = x
    } else if (from >= 0) {
      runs.push({ from, to: x - 1, label: -1 })
      from = -1
    }
  }
  return runs
}

function find(parent: number[], label: number): number {
  let root = label
  while (parent[root] !== root) root = parent[root]!
  parent[label] = root
  return root
}

function join(parent: number[], a: number, b: number): number {
  if (a < 0) return find(parent, b)
  const [one, other] = [find(parent, a), find(parent, b)]
  parent[Math.max(one, other)] = Math.min(one, other)
  return Math.min(one, other)
}
