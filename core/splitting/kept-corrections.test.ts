import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Corrections } from '../corrections.ts'
import type { Evidence, Field } from '../field.ts'
import { keepCorrections, pagesMoved } from './kept-corrections.ts'

const on = (page: number): Evidence[] => [{ page, box: { x0: 0.1, y0: 0.1, x1: 0.2, y1: 0.12 }, text: 'x' }]
const field = (page: number) => ({ value: 'x', evidence: on(page) }) as unknown as Field
const corrections = (change: Partial<Corrections>): Corrections => ({ fields: {}, lines: null, overrides: [], type: null, ...change })

/** A later part with pages 3 to 5 of its file. */
const before = { first: 3, last: 5 }
const at = (after: { first: number; last: number }) =>
  [pagesMoved(false, before, after), { grown: after.first < 3 || after.last > 5, sameStart: after.first === 3 }] as const

describe('corrections of a document whose pages move', () => {
  it('stay with their page, which has another number now', () => {
    const kept = keepCorrections(
      corrections({ fields: { number: { value: 'A-7', evidence: on(2) } } }),
      { fields: {} },
      ...at({ first: 4, last: 5 }),
    )
    assert.deepEqual(kept?.fields.number, { value: 'A-7', evidence: on(1) })
  })

  it('go when their page goes', () => {
    const typed = corrections({ fields: { number: { value: 'A-7', evidence: [] }, note: { value: 'n', evidence: on(3) } } })
    const kept = keepCorrections(typed, { fields: { number: field(1) } }, ...at({ first: 4, last: 5 }))
    assert.deepEqual(kept?.fields, { note: { value: 'n', evidence: on(2) } })
  })

  it('of rows go when a page comes: it may hold more of them', () => {
    const rows = corrections({ lines: [{ name: 'Paper' }] })
    const seen = { fields: { 'lines[0].name': field(1) } }
    assert.deepEqual(keepCorrections(rows, seen, ...at({ first: 3, last: 4 }))?.lines, [{ name: 'Paper' }])
    assert.equal(keepCorrections(rows, seen, ...at({ first: 3, last: 6 })), null)
    assert.equal(keepCorrections(rows, seen, ...at({ first: 4, last: 5 })), null)
  })

  it('of rows keep the places of their cells, by the new page numbers', () => {
    const rows = corrections({ lines: [{ name: 'Paper' }, { name: 'Ink' }], linePlaces: [{}, { name: on(2) }] })
    assert.deepEqual(keepCorrections(rows, { fields: {} }, ...at({ first: 4, last: 5 })), {
      ...rows,
      linePlaces: [{}, { name: on(1) }],
      type: null,
    })
    // Nothing that the machine has read stands on the page that goes; what the person pointed at does.
    assert.equal(keepCorrections(rows, { fields: {} }, ...at({ first: 3, last: 3 })), null)
    const one = corrections({ ...rows, fields: { note: { value: 'n', evidence: on(1) } } })
    const kept = keepCorrections(one, { fields: {} }, ...at({ first: 3, last: 3 }))
    assert.deepEqual([kept?.lines, kept && 'linePlaces' in kept], [null, false])
  })

  it('never carry a reason to accept a finding over', () => {
    assert.equal(
      keepCorrections(corrections({ overrides: [{ ruleId: 'sum', reason: 'r' }] }), { fields: {} }, ...at({ first: 3, last: 4 })),
      null,
    )
  })

  it('that a field is absent has to be said again when a page comes', () => {
    const absent = corrections({ fields: { note: { value: null, evidence: [] } } })
    assert.equal(keepCorrections(absent, { fields: {} }, ...at({ first: 2, last: 5 })), null)
    assert.deepEqual(keepCorrections(absent, { fields: {} }, ...at({ first: 3, last: 4 }))?.fields, { note: { value: null, evidence: [] } })
  })
})
