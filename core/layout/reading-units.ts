import { type Box, boundingBox, centre } from '../geometry.ts'
import type { Block, Line, Table } from '../reading.ts'
import { columnsOf } from './table-columns.ts'
import { visualRows } from './visual-rows.ts'

/** Lines that are read one after the other, as indices in that order. */
export interface ReadingUnit {
  readonly box: Box
  readonly lines: readonly number[]
  /** A paragraph has lines that follow from each other; a table, a list of facts and a single line have not. */
  readonly paragraph: boolean
}

/** What a page is read in: tables row by row, facts caption by caption, everything else block by block. */
export function readingUnits(lines: readonly Line[], blocks: readonly Block[], tables: readonly Table[]): readonly ReadingUnit[] {
  // Three columns of text look like a table without figures; they are read down.
  const grids = tables.filter((table) => table.ruled || columnsOf(table).some(({ kind }) => kind === 'figures'))
  const home = new Map<number, Table>()
  for (const [i, { box }] of lines.entries()) {
    const table = grids.find((one) => holds(one.box, box))
    if (table) home.set(i, table)
  }
  const units = blocks.flatMap((block): readonly ReadingUnit[] => {
    const loose = block.lines.filter((i) => !home.has(i))
    return loose.length === 0 ? [] : [unitOf(lines, loose, loose.length > 1)]
  })
  const gridded = grids.flatMap((table): readonly ReadingUnit[] => {
    const own = [...home].filter(([, one]) => one === table).map(([i]) => i)
    return own.length === 0 ? [] : [{ ...unitOf(lines, byCell(lines, own, table), false), box: table.box }]
  })
  return [...withFacts(lines, units), ...gridded]
}

function unitOf(lines: readonly Line[], own: readonly number[], paragraph: boolean): ReadingUnit {
  return { box: boundingBox(own.map((i) => lines[i]!.box)), lines: own, paragraph }
}

function holds(outer: Box, inner: Box): boolean {
  const { x, y } = centre(inner)
  return x > outer.x0 && x < outer.x1 && y > outer.y0 && y < outer.y1
}

/** Row by row, in a row cell by cell, in a cell from top to bottom. */
function byCell(lines: readonly Line[], own: readonly number[], { cells }: Table): readonly number[] {
  const place = (i: number) => {
    const { box } = lines[i]!
    const cell = cells.find((one) => holds(one.box, { ...box, x1: box.x0 + 0.001 })) ?? cells.find((one) => holds(one.box, box))
    const row = cell?.row ?? Math.max(0, ...cells.filter((one) => one.box.y0 <= box.y0).map((one) => one.row))
    return { row, column: cell?.column ?? 0, y: box.y0, x: box.x0 }
  }
  const placed = new Map(own.map((i) => [i, place(i)]))
  return own.toSorted((a, b) => {
    const [p, q] = [placed.get(a)!, placed.get(b)!]
    return p.row - q.row || p.column - q.column || p.y - q.y || p.x - q.x
  })
}

const FIGURE = /^\P{L}*(?:\p{L}{1,4}\P{L}{0,2})?\d/u // 45,20, EUR 45,20, RE-2041, 12.03.2026; not a line of text with a figure in it
const ALIGNED = 0.65 // of the lines have a partner in their row
const SAME_EDGE = 0.015 // of the page width

/** Captions below each other with values right of them are read across: "Date: 12 March", not all captions and then all values. */
function withFacts(lines: readonly Line[], units: readonly ReadingUnit[]): readonly ReadingUnit[] {
  const left = [...units]
  const facts: ReadingUnit[] = []
  for (const captions of units) {
    if (!left.includes(captions)) continue
    const values = valuesOf(lines, captions, left)
    if (values.length === 0) continue
    for (const taken of [captions, ...values]) left.splice(left.indexOf(taken), 1)
    const all = [captions, ...values].flatMap((unit) => unit.lines)
    const rows = visualRows(all.map((i) => lines[i]!))
    facts.push(
      unitOf(
        lines,
        rows.flatMap((row) => row.lines.map((line) => all.find((i) => lines[i] === line)!)),
        false,
      ),
    )
  }
  return [...left, ...facts]
}

/** The nearest column of values right of the captions, in one unit or several; none where they are no facts. */
function valuesOf(lines: readonly Line[], captions: ReadingUnit, units: readonly ReadingUnit[]): readonly ReadingUnit[] {
  if (captions.lines.length < 2) return []
  const { box } = captions
  const ends = captions.lines.map((i) => lines[i]!.box.x1).sort((a, b) => a - b)
  const end = ends[Math.floor(ends.length / 2)]!
  const beside = units.filter((unit) => unit !== captions && unit.box.x0 > end && unit.box.y0 < box.y1 && unit.box.y1 > box.y0)
  const nearest = Math.min(...beside.map((unit) => unit.box.x0))
  const values = beside.filter((unit) => unit.box.x0 - nearest < SAME_EDGE)
  return values.length > 0 &&
    areFacts(
      captions.lines.map((i) => lines[i]!),
      values.flatMap((unit) => unit.lines.map((i) => lines[i]!)),
    )
    ? values
    : []
}

function areFacts(captions: readonly Line[], values: readonly Line[]): boolean {
  const paired = (one: Line, others: readonly Line[]) =>
    others.some((other) => Math.abs(centre(one.box).y - centre(other.box).y) < 0.4 * (one.box.y1 - one.box.y0))
  // A caption so long that its value followed at a blank's distance is one line with it.
  const bare = captions.filter((one) => paired(one, values))
  if (bare.length < ALIGNED * captions.length || values.filter((one) => paired(one, captions)).length < ALIGNED * values.length)
    return false
  const share = (of: readonly Line[], test: RegExp) => of.filter(({ text }) => test.test(text)).length / of.length
  return share(bare, /:\s*$/) >= 0.5 || (share(values, FIGURE) >= 0.6 && share(bare, /\d/) <= 0.2)
}
