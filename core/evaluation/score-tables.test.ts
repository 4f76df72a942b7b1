import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Box } from '../geometry.ts'
import type { Table } from '../reading.ts'
import { scoreTables, type TruthCell, type TruthTable } from './score-tables.ts'

const box = (x0: number, y0: number, x1: number, y1: number): Box => ({ x0, y0, x1, y1 })

function truthCell(row: number, column: number, more: Partial<TruthCell> = {}): TruthCell {
  const at = box(column * 0.2, row * 0.1, column * 0.2 + 0.2, row * 0.1 + 0.1)
  return { row, column, rowSpan: 1, columnSpan: 1, box: at, content: inner(at), text: `r${row}c${column}`, skip: false, ...more }
}

function inner({ x0, y0, x1, y1 }: Box): Box {
  return box(x0 + 0.02, y0 + 0.02, x1 - 0.02, y1 - 0.02)
}

/** The reading that says exactly what the truth says. */
function asFound({ cells, ruled }: TruthTable): Table {
  return {
    box: box(0, 0, 1, 1),
    ruled,
    rows: 2,
    columns: 2,
    headerRows: 0,
    cells: cells.map(({ content, skip: _, ...cell }) => ({
      ...cell,
      words: content ? [{ text: cell.text, box: content, confidence: null }] : [],
    })),
  }
}

const grid: TruthTable = {
  ruled: true,
  cells: [truthCell(0, 0), truthCell(0, 1), truthCell(1, 0), truthCell(1, 1, { content: null, text: '' })],
}

describe('the score of tables', () => {
  it('counts an exact reading as all correct, empty drawn cells included', () => {
    assert.deepEqual(scoreTables([grid], [asFound(grid)]), { truth: 4, found: 4, correct: 4, placed: 4 })
  })

  it('misses the cells that were joined, and counts the joined one as wrong', () => {
    const found = asFound(grid)
    const joined = { ...found, cells: [{ ...found.cells[0]!, columnSpan: 3, box: box(0, 0, 0.6, 0.1) }, ...found.cells.slice(2)] }
    assert.deepEqual(scoreTables([grid], [joined]), { truth: 4, found: 3, correct: 2, placed: 2 })
  })

  it('tells a cell in the wrong row from one in its place', () => {
    const found = asFound(grid)
    const shifted = { ...found, cells: found.cells.map((cell) => ({ ...cell, row: cell.row + 1 })) }
    assert.deepEqual(scoreTables([grid], [shifted]), { truth: 4, found: 4, correct: 4, placed: 0 })
  })

  it('compares texts where no lines are drawn, and does not ask for empty cells', () => {
    const open: TruthTable = { ruled: false, cells: grid.cells }
    const found = asFound(open)
    // The words are shorter than the line they stand on, and the cell's edges are anybody's guess.
    const loose = {
      ...found,
      cells: found.cells.map((cell) => ({ ...cell, box: box(0, 0, 1, 1), words: cell.words.map((w) => ({ ...w, box: flat(w.box) })) })),
    }
    assert.deepEqual(scoreTables([open], [loose]), { truth: 3, found: 3, correct: 3, placed: 3 })
  })

  it('counts a table where none is printed as wrong, and leaves skipped corners alone', () => {
    assert.deepEqual(scoreTables([], [asFound(grid)]), { truth: 0, found: 3, correct: 0, placed: 0 })
    const corner: TruthTable = { ruled: true, cells: [...grid.cells.slice(0, 3), truthCell(1, 1, { skip: true })] }
    assert.deepEqual(scoreTables([corner], [asFound(corner)]), { truth: 3, found: 3, correct: 3, placed: 3 })
  })
})

function flat({ x0, y0, x1, y1 }: Box): Box {
  return box(x0, y0 + 0.018, x1, y1 - 0.018)
}
