import { type Box, boundingBox, overlap } from '../geometry.ts'
import type { Line } from '../reading.ts'

/** Lines that stand beside each other, left to right. */
export interface VisualRow {
  readonly lines: readonly Line[]
  readonly box: Box
}

/** All rows of a page (or of a part of it), top to bottom. A tall line joins the row it overlaps most. */
export function visualRows(lines: readonly Line[]): readonly VisualRow[] {
  const rows: Line[][] = []
  for (const line of [...lines].sort((a, b) => a.box.y0 + a.box.y1 - b.box.y0 - b.box.y1)) {
    const row = rows.slice(-4).find((r) => r.every((other) => beside(other, line)))
    if (row) row.push(line)
    else rows.push([line])
  }
  return rows
    .map((row) => ({ lines: [...row].sort((a, b) => a.box.x0 - b.box.x0), box: boundingBox(row.map((l) => l.box)) }))
    .sort((a, b) => a.box.y0 - b.box.y0)
}

function beside(a: Line, b: Line): boolean {
  const shared = overlap(a.box.y0, a.box.y1, b.box.y0, b.box.y1)
  const small = Math.min(a.box.y1 - a.box.y0, b.box.y1 - b.box.y0)
  const apart = overlap(a.box.x0, a.box.x1, b.box.x0, b.box.x1) < 0.15 * Math.min(a.box.x1 - a.box.x0, b.box.x1 - b.box.x0)
  return apart && shared > 0.5 * small
}
