import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../field.ts'
import { alignRows } from './llm-rows.ts'

/** A cell of a row that stands at `y` of page 1 and is 0.02 high. */
const cell = (path: string, value: string, y: number | null, extractor = 'labels'): Candidate => ({
  path,
  value,
  raw: value,
  source: extractor === 'llm' ? 'llm' : extractor === 'xml' ? 'xml' : 'text',
  extractor,
  score: 0.7,
  evidence: y === null ? [] : [{ page: 1, box: { x0: 0.1, y0: y, x1: 0.2, y1: y + 0.02 }, text: value }],
})
const chosen = (...cells: Candidate[]) => Object.fromEntries(cells.map((one) => [one.path, one]))
const llm = (path: string, value: string, y: number | null) => cell(path, value, y, 'llm')
const said = (result: ReturnType<typeof alignRows>) => result.findings.map(({ ruleId, fields }) => [ruleId, ...fields])

const own = chosen(
  cell('lines[0].name', 'Bolts', 0.3),
  cell('lines[0].net', '10.00', 0.3),
  cell('lines[1].name', 'Nuts', 0.35),
  cell('lines[1].net', '20.00', 0.35),
)

describe('rows of a language model beside our own', () => {
  it('are told by their place: a model that starts one row later agrees with the rows it saw', () => {
    const result = alignRows(own, [llm('lines[0].net', '20', 0.352), llm('lines[0].name', 'Nuts', 0.352)])
    assert.deepEqual(
      result.cells.map(({ path, value }) => [path, value]),
      [
        ['lines[1].net', '20'],
        ['lines[1].name', 'Nuts'],
      ],
    )
    assert.deepEqual(said(result), [['llm_rows_differ', 'lines[0].name']])
  })

  it('that are all there and say the same raise nothing', () => {
    assert.deepEqual(said(alignRows(own, [llm('lines[0].net', '10', 0.3), llm('lines[1].net', '20.00', 0.35)])), [])
  })

  it('put a number in doubt that they read otherwise, a name they do not', () => {
    const cells = [llm('lines[0].net', '10.00', 0.3), llm('lines[0].name', 'Bolts M8', 0.3), llm('lines[1].net', '28.00', 0.35)]
    assert.deepEqual(said(alignRows(own, cells)), [['llm_differs', 'lines[1].net']])
  })

  it('with one that we have not seen are a difference', () => {
    const cells = [llm('lines[0].net', '10.00', 0.3), llm('lines[1].net', '20.00', 0.35), llm('lines[2].net', '5.00', 0.4)]
    assert.deepEqual(said(alignRows(own, cells)), [['llm_rows_differ']])
  })

  it('without a place agree with nothing', () => {
    const result = alignRows(own, [llm('lines[0].net', '10.00', null)])
    assert.deepEqual(result.cells, [])
    assert.deepEqual(said(result), [['llm_rows_differ', 'lines[0].name', 'lines[1].name']])
  })

  it('are not held against the rows of an e-invoice, nor against their own', () => {
    for (const extractor of ['xml', 'llm'])
      assert.deepEqual(said(alignRows(chosen(cell('lines[0].net', '10.00', 0.3, extractor)), [llm('lines[0].net', '11.00', 0.3)])), [])
  })
})
