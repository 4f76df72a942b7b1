import type { Mark } from './ink-marks.ts'

/** Which way the letters follow each other, and how surely (share of the votes, 0.5..1; 0 without letters). */
export interface TextDirection {
  readonly along: 'rows' | 'columns'
  readonly share: number
  readonly votes: number
}

/**
 * Rows or columns of text: a letter's neighbour in its line is nearer than the one in the next line (Docstrum, O'Gorman 1993). Unlike the sums of
 * whole rows this does not listen to table borders, page edges and pictures, and holds for pages tilted by 15°.
 */
export function textDirection(marks: readonly Mark[]): TextDirection {
  const letters = lettersOf(marks)
  const cell = 2 * Math.max(8, medianOf(letters.map((m) => Math.max(m.x1 - m.x0, m.y1 - m.y0))))
  const grid = new Map<number, Mark[]>()
  const key = (x: number, y: number) => Math.floor(y / cell) * 65_536 + Math.floor(x / cell)
  for (const mark of letters) {
    const at = key((mark.x0 + mark.x1) / 2, (mark.y0 + mark.y1) / 2)
    const bucket = grid.get(at)
    if (bucket) bucket.push(mark)
    else grid.set(at, [mark])
  }
  let [rows, columns] = [0, 0]
  for (const mark of letters) {
    let [beside, below] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    const [cx, cy] = [(mark.x0 + mark.x1) / 2, (mark.y0 + mark.y1) / 2]
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        for (const other of grid.get(key(cx + dx * cell, cy + dy * cell)) ?? []) {
          if (other === mark) continue
          const gapX = Math.max(other.x0 - mark.x1, mark.x0 - other.x1)
          const gapY = Math.max(other.y0 - mark.y1, mark.y0 - other.y1)
          if (gapY < 0 && gapX >= 0) beside = Math.min(beside, gapX)
          if (gapX < 0 && gapY >= 0) below = Math.min(below, gapY)
        }
      }
    }
    if (beside < below) rows++
    else if (below < beside) columns++
  }
  const votes = rows + columns
  return { along: columns > rows ? 'columns' : 'rows', share: votes === 0 ? 0 : Math.max(rows, columns) / votes, votes }
}

/** Marks of the size of letters: neither specks nor lines, boxes and pictures. */
export function lettersOf(marks: readonly Mark[]): readonly Mark[] {
  const plausible = marks.filter(({ x0, y0, x1, y1, area }) => {
    const [w, h] = [x1 - x0, y1 - y0]
    return area >= 9 && Math.max(w, h) >= 5 && Math.max(w, h) <= 120 && Math.min(w, h) * 12 >= Math.max(w, h) && area < 0.92 * w * h
  })
  const size = medianOf(plausible.map((m) => Math.max(m.x1 - m.x0, m.y1 - m.y0)))
  return plausible.filter((m) => Math.max(m.x1 - m.x0, m.y1 - m.y0) <= 4 * size)
}

export function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
