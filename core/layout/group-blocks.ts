import { boundingBox, overlap } from '../geometry.ts'
import type { Block, Line } from '../reading.ts'

const LINE_GAP = 0.85 // of the line height: a blank line ends a block
const ALIGN = 1.0 // of the line height

/** Lines of one paragraph or address: close below each other, of similar height, aligned left, right or centred. */
export function groupBlocks(lines: readonly Line[], aspect: number): readonly Block[] {
  const order = lines.map((_, i) => i).sort((a, b) => lines[a]!.box.y0 - lines[b]!.box.y0)
  const parent = lines.map((_, i) => i)
  const root = (i: number): number => {
    let at = i
    while (parent[at] !== at) at = parent[at]!
    parent[i] = at
    return at
  }
  for (let a = 0; a < order.length; a++) {
    const upper = lines[order[a]!]!
    const height = upper.box.y1 - upper.box.y0
    for (let b = a + 1; b < order.length; b++) {
      const lower = lines[order[b]!]!
      if (lower.box.y0 > upper.box.y1 + LINE_GAP * height) break
      if (follows(upper, lower, aspect)) parent[root(order[b]!)] = root(order[a]!)
    }
  }
  const groups = new Map<number, number[]>()
  for (const i of order) groups.set(root(i), [...(groups.get(root(i)) ?? []), i])
  return [...groups.values()].map((members) => ({ box: boundingBox(members.map((i) => lines[i]!.box)), lines: members }))
}

function follows(upper: Line, lower: Line, aspect: number): boolean {
  const a = upper.box.y1 - upper.box.y0
  const b = lower.box.y1 - lower.box.y0
  if (Math.max(a, b) > 1.7 * Math.min(a, b)) return false
  const gap = lower.box.y0 - upper.box.y1
  if (gap > LINE_GAP * Math.min(a, b) || gap < -0.4 * Math.min(a, b)) return false
  if (overlap(upper.box.x0, upper.box.x1, lower.box.x0, lower.box.x1) === 0) return false
  const tolerance = (ALIGN * Math.max(a, b)) / aspect
  return (
    Math.abs(upper.box.x0 - lower.box.x0) < tolerance ||
    Math.abs(upper.box.x1 - lower.box.x1) < tolerance ||
    Math.abs(upper.box.x0 + upper.box.x1 - lower.box.x0 - lower.box.x1) / 2 < tolerance
  )
}
