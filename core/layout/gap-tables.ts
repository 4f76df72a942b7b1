import { boundingBox } from '../geometry.ts'
import type { Cell, Line, Table, Word } from '../reading.ts'
import { type Band, foldRows } from './fold-rows.ts'
import { inRows } from './ruled-tables.ts'
import { type VisualRow, visualRows } from './visual-rows.ts'

const MIN_ROWS = 3
const THIN_ROWS = 4 // a name in a narrow column, with its second line of text
const STRANGERS = 3
const FEW = 0.6 // of the columns: a row of captions has nearly all
const APART = 3 // of the row height: a wider gap ends the table

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

interface Run {
  readonly rows: readonly VisualRow[]
  /** Thinner rows right above and below, nearest first: captions that stand close to each other, the rest of a wrapped name. */
  readonly above: readonly VisualRow[]
  readonly below: readonly VisualRow[]
}

/** Neighbouring rows with three or more pieces; a few thinner rows (wrapped names) may stand between. */
function runs(rows: readonly VisualRow[]): readonly Run[] {
  const out: Run[] = []
  let run: VisualRow[] = []
  let thin: VisualRow[] = []
  let before: VisualRow[] = []
  const close = (cut: boolean) => {
    if (run.filter((r) => r.lines.length >= 3).length >= MIN_ROWS) out.push({ rows: run, above: before.toReversed(), below: thin })
    before = cut ? [] : thin
    run = []
    thin = []
  }
  for (const row of rows) {
    const above = thin.at(-1) ?? run.at(-1) ?? before.at(-1)
    if (above && row.box.y0 - above.box.y1 > APART * (row.box.y1 - row.box.y0)) close(true)
    if (row.lines.length >= 3) {
      run = [...run, ...thin, row]
      thin = []
    } else if (run.length === 0) before = [...before, row].slice(-THIN_ROWS)
    else {
      thin.push(row)
      if (thin.length > THIN_ROWS) close(false)
    }
  }
  close(true)
  return out
}

function tableOf(run: Run, aspect: number): Table | null {
  const { rows, above, below } = withoutStrangers(run, aspect)
  const words = rows.flatMap(wordsOf)
  const height = meanHeight(words)
  const edges = edgesOf(words, aspect)
  if (edges.length < 4) return null
  const band = (row: VisualRow): Band => ({ y0: row.box.y0, y1: row.box.y1, cells: inColumns(wordsOf(row), edges) })
  const fits = (row: VisualRow) => !crosses(wordsOf(row), edges)
  const folded = foldRows(rows.map(band), above.filter(fits).map(band), below.filter(fits).map(band), height)
  const cells = folded.rows.flatMap(({ cells: columns, y0, y1 }, row) =>
    columns.flatMap((inside, column): readonly Cell[] => {
      if (inside.length === 0) return []
      const box = { x0: edges[column]!, x1: edges[column + 1]!, y0, y1 }
      return [{ row, column, rowSpan: 1, columnSpan: 1, box, text: inside.map((w) => w.text).join(' '), words: inside }]
    }),
  )
  const box = boundingBox(cells.flatMap((c) => c.words.map((w) => w.box)))
  return { box, ruled: false, rows: folded.rows.length, columns: edges.length - 1, headerRows: folded.headerRows, cells }
}

/** A line of a letterhead or a footer close to the table, of a few pieces that stand in nobody's column: without it there are more columns. */
function withoutStrangers(run: Run, aspect: number): Run {
  let { rows } = run
  const columns = (of: readonly VisualRow[]) => edgesOf(of.flatMap(wordsOf), aspect).length - 1
  for (const side of ['first', 'last'] as const) {
    for (let i = 0; i < STRANGERS && rows.length > MIN_ROWS; i++) {
      const row = side === 'first' ? rows[0]! : rows.at(-1)!
      const rest = side === 'first' ? rows.slice(1) : rows.slice(0, -1)
      const more = columns(rest)
      if (more <= columns(rows) || row.lines.length >= more || (row.lines.length > FEW * more && !/\d/.test(textOf(row)))) break
      rows = rest
    }
  }
  return { ...run, rows }
}

function textOf(row: VisualRow): string {
  return row.lines.map(({ text }) => text).join(' ')
}

function edgesOf(words: readonly Word[], aspect: number): readonly number[] {
  const { x0, x1 } = boundingBox(words.map((w) => w.box))
  return columnEdges(words, x0, x1, (0.5 * meanHeight(words)) / aspect)
}

function meanHeight(words: readonly Word[]): number {
  return words.reduce((sum, w) => sum + w.box.y1 - w.box.y0, 0) / words.length
}

function wordsOf(row: VisualRow): readonly Word[] {
  return row.lines.flatMap((line) => line.words)
}

function inColumns(words: readonly Word[], edges: readonly number[]): readonly (readonly Word[])[] {
  return edges
    .slice(0, -1)
    .map((x0, c) => inRows(words.filter((w) => (w.box.x0 + w.box.x1) / 2 >= x0 && (w.box.x0 + w.box.x1) / 2 < edges[c + 1]!)))
}

/** Whether a word lies outside the columns or across the border of two. */
function crosses(words: readonly Word[], edges: readonly number[]): boolean {
  const slack = 0.002
  return words.some(
    ({ box }) =>
      box.x0 < edges[0]! - slack || box.x1 > edges.at(-1)! + slack || edges.some((x) => box.x0 < x - slack && box.x1 > x + slack),
  )
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
