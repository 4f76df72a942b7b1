import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../field.ts'
import { cutRows } from './cut-rows.ts'
import { mergeParts } from './merge-parts.ts'
import type { NumberedRow } from './numbered-rows.ts'

const row = (page: number, cutBefore: NumberedRow['cutBefore'], about: Partial<NumberedRow> = {}): NumberedRow => ({
  page,
  cutBefore,
  table: null,
  caption: false,
  // 25 letters with its number: ten tokens, and one for the line.
  cells: [
    [
      {
        id: 100,
        page,
        line: 0,
        at: 0,
        text: 'twenty-letters-here-',
        word: { text: '', confidence: null, box: { x0: 0, y0: 0, x1: 1, y1: 1 } },
      },
    ],
  ],
  ...about,
})
const sizes = (rows: readonly NumberedRow[], tokens: number) => cutRows(rows, tokens).map((part) => part.rows.length)

describe('a long document', () => {
  it('is one part where it fits', () => {
    assert.deepEqual(sizes([row(1, 3), row(1, 0), row(1, 0)], 1000), [3])
  })

  it('is cut before a new page, a clause or a gap, in this order, and else between any two rows', () => {
    const rows = (at: number, good: NumberedRow['cutBefore']) =>
      Array.from({ length: 14 }, (_, i) => row(1, i === 0 ? 3 : i === at ? good : 0))
    assert.deepEqual(sizes(rows(8, 3), 112), [8, 6])
    assert.deepEqual(sizes(rows(8, 2), 112), [8, 6])
    assert.deepEqual(sizes(rows(9, 1), 112), [9, 5])
    assert.deepEqual(sizes(rows(0, 3), 112), [10, 4])
    // Before three fifths of the budget no place is good enough.
    assert.deepEqual(sizes(rows(3, 3), 112), [10, 4])
  })

  it('takes the captions of a table along where it is cut inside one', () => {
    const rows = [row(1, 3), row(1, 0, { table: '1:0', caption: true }), ...Array.from({ length: 12 }, () => row(1, 0, { table: '1:0' }))]
    const [, second] = cutRows(rows, 80)
    assert.deepEqual(
      second?.context.map(({ caption }) => caption),
      [true],
    )
  })
})

const candidate = (path: string, value: string, at = 0): Candidate => ({
  path,
  value,
  raw: value,
  source: 'llm',
  extractor: 'llm',
  score: 0.7,
  evidence: [{ page: 1, box: { x0: 0, x1: 1, y0: at, y1: at + 0.01 }, text: value }],
})

describe('the readings of its parts', () => {
  it('follow each other row by row; a row that was read in both parts counts once', () => {
    const merged = mergeParts(
      [
        [candidate('lines[0].net', '1.00', 0.1), candidate('lines[1].net', '2.00', 0.2)],
        [candidate('lines[0].net', '2.00', 0.2), candidate('lines[1].net', '3.00', 0.3)],
      ],
      () => false,
    )
    assert.deepEqual(
      merged.map(({ path, value }) => [path, value]),
      [
        ['lines[0].net', '1.00'],
        ['lines[1].net', '2.00'],
        ['lines[2].net', '3.00'],
      ],
    )
  })

  it('give a sum from the last part and everything else from the first', () => {
    const merged = mergeParts(
      [
        [candidate('number', 'A'), candidate('totals.net', '10.00')],
        [candidate('number', 'B'), candidate('totals.net', '20.00')],
      ],
      (path) => path.startsWith('totals'),
    )
    assert.deepEqual(
      merged.map(({ path, value, score }) => [path, value, score]),
      [
        ['number', 'A', 0.7],
        ['number', 'B', 0.63],
        ['totals.net', '20.00', 0.7],
        ['totals.net', '10.00', 0.63],
      ],
    )
  })
})
