import { boundingBox } from '../geometry.ts'
import type { Cell, Line, Table, Word } from '../reading.ts'
import { inRows } from './ruled-tables.ts'
import { type VisualRow, visualRows } from './visual-rows.ts'

const MIN_ROWS = 3

/** Tables without drawn lines: runs of rows with at least three pieces whose gaps line up. `taken`: boxes of ruled tables, left alone. */
export function gapTables(lines: readonly Line[], taken: readonly Table[], aspect: number): readonly Table[] {
  const free = lines.filter(
    (line) =>
      !taken.some(
        (t) => middle(line) > t.box.y0 && middle(line) < t.box.y1 && line.box.x0 >= t.box.x0 - 0.01 && line.box.x1 <= t.box.x1 + 0.01,
      ),
  )
  return runs(visualRows(free)).flatMap((run) => tableOf(run, aspect) ?? [])
}

function middle(line: Line): number {
  return (line.box.y0 + line.box.y1) / 2
}

/** Neighbouring rows with three or more pieces; one or two thinner rows (wrapped names) may stand between. */
function runs(rows: readonly VisualRow[]): readonly (readonly VisualRow[])[] {
  const out: VisualRow[][] = []
  let run: VisualRow[] = []
  let thin: VisualRow[] = []
  const close = () => {
    if (run.filter((r) => r.lines.length >= 3).length >= MIN_ROWS) out.push(run)
    run = []
    thin = []
  }
  for (const row of rows) {
    const above = thin.at(-1) ?? run.at(-1)
    if (above && row.box.y0 - above.box.y1 > 3 * (row.box.y1 - row.box.y0)) close()
    if (row.lines.length >= 3) {
      run = [...run, ...thin, row]
      thin = []
    } else if (run.length > 0) {
      thin.push(row)
      if (thin.length > 2) close()
    }
  }
  close()
  return out
}

function tableOf(rows: readonly VisualRow[], aspect: number): Table | null {
  const words = rows.flatMap((row) => row.lines.flatMap((line) => line.words))
  const box = boundingBox(words.map((w) => w.box))
  const height = words.reduce((sum, w) => sum + w.box.y1 - w.box.y0, 0) / words.length
  const edges = columnEdges(words, box.x0, box.x1, (0.5 * height) / aspect)
  if (edges.length < 4) return null
  const cells = rows.flatMap((row, r) =>
    edges.slice(0, -1).flatMap((x0, c): readonly Cell[] => {
      const x1 = edges[c + 1]!
      const inside = inRows(
        row.lines.flatMap((l) => l.words).filter((w) => (w.box.x0 + w.box.x1) / 2 >= x0 && (w.box.x0 + w.box.x1) / 2 < x1),
      )
      if (inside.length === 0) return []
      const cellBox = { x0, x1, y0: row.box.y0, y1: row.box.y1 }
      return [{ row: r, column: c, rowSpan: 1, columnSpan: 1, box: cellBox, text: inside.map((w) => w.text).join(' '), words: inside }]
    }),
  )
  return { box, ruled: false, rows: rows.length, columns: edges.length - 1, headerRows: 0, cells }
}

/** Borders in the middle of vertical strips that (almost) no word crosses. */
function columnEdges(words: readonly Word[], x0: number, x1: number, minGap: number): readonly number[] {
  const bins = 400
  const count = new Array<number>(bins).fill(0)
  const bin = (x: number) => Math.min(bins - 1, Math.max(0, Math.floor(((x - x0) / (x1 - x0)) * bins)))
  for (const w of words) for (let b = bin(w.box.x0); b <= bin(w.box.x1); b++) count[b] = count[b]! + 1
  const edges = [x0]
  let start = -1
  for (let b = 0; b < bins; b++) {
    if (count[b]! === 0) start = start < 0 ? b : start
    else {
      if (start > 0 && ((b - start) / bins) * (x1 - x0) >= minGap) edges.push(x0 + ((start + b) / 2 / bins) * (x1 - x0))
      start = -1
    }
  }
  return [...edges, x1]
}
