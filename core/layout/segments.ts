export const TOUCH = 0.004 // of the page: drawn lines that should meet often miss by a hair
const SHORTEST = 0.008
const ENDS = 0.006

/** A straight line across an axis: at `at`, from `from` to `to`, page fractions. */
export interface Segment {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Collinear pieces that touch become one segment. */
export function mergeSegments(segments: readonly Segment[]): readonly Segment[] {
  return levels(segments)
    .flatMap(joined)
    .filter((s) => s.to - s.from > SHORTEST)
}

/** Segments at (nearly) the same height. */
function levels(segments: readonly Segment[]): readonly (readonly Segment[])[] {
  const out: Segment[][] = []
  for (const segment of segments.toSorted((a, b) => a.at - b.at)) {
    const level = out.at(-1)
    if (level && segment.at - level[0]!.at <= TOUCH / 2) level.push(segment)
    else out.push([segment])
  }
  return out
}

function joined(level: readonly Segment[]): readonly Segment[] {
  const out: Segment[] = []
  for (const segment of level.toSorted((a, b) => a.from - b.from)) {
    const last = out.at(-1)
    if (last && segment.from <= last.to + TOUCH) out[out.length - 1] = { ...last, to: Math.max(last.to, segment.to) }
    else out.push(segment)
  }
  return out
}

/** Short lines that end in the middle of nothing are strokes of letters and figures, not borders: a border ends at another one. */
export function anchored(lines: readonly Segment[], across: readonly Segment[], short: number): readonly Segment[] {
  return lines.filter(
    ({ at, from, to }) =>
      to - from >= short ||
      [from, to].every((end) => across.some((c) => Math.abs(c.at - end) <= ENDS && c.from - ENDS <= at && c.to + ENDS >= at)),
  )
}

/** Lines that touch one another, at least two in each direction. */
export function connectedGroups(
  horizontal: readonly Segment[],
  vertical: readonly Segment[],
): readonly { h: readonly Segment[]; v: readonly Segment[] }[] {
  const parent = [...horizontal, ...vertical].map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at]!
    return at
  }
  horizontal.forEach((h, i) => {
    vertical.forEach((v, j) => {
      const meets = v.at >= h.from - TOUCH && v.at <= h.to + TOUCH && h.at >= v.from - TOUCH && h.at <= v.to + TOUCH
      if (meets) parent[root(i)] = root(horizontal.length + j)
    })
  })
  const found = new Map<number, { h: Segment[]; v: Segment[] }>()
  const at = (i: number) => {
    const key = root(i)
    const group = found.get(key) ?? { h: [], v: [] }
    found.set(key, group)
    return group
  }
  for (const [i, h] of horizontal.entries()) at(i).h.push(h)
  for (const [j, v] of vertical.entries()) at(horizontal.length + j).v.push(v)
  return [...found.values()].filter((g) => g.h.length >= 2 && g.v.length >= 2)
}
