import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { certainty, describeCertainty } from './certainty.ts'
import type { DocumentScore } from './score-document.ts'

const document = (score: number, right: boolean, eligible = true): DocumentScore => ({
  id: 'x',
  kind: 'k',
  documentClass: 'c',
  type: 'c',
  route: 'review',
  acceptance: { score, eligible },
  wrong: !right,
  fields: [
    { field: 'total', correct: right, expected: '1', actual: '1', confidence: score, promised: true },
    { field: 'note', correct: false, expected: '1', actual: '2', confidence: 0.5, promised: false },
  ],
  lines: null,
  lineErrors: [],
  reading: null,
  seconds: 1,
  pages: 1,
})

describe('certainty', () => {
  it('counts promised values, and documents that could be accepted', () => {
    const seen = certainty([document(0.9, true), document(0.8, false), document(0.95, false, false)], { alpha: 0.01, delta: 0.05 })
    assert.deepEqual([seen.values.labels, seen.eligible, seen.documents, seen.bound], [3, 2, 3, null])
    assert.deepEqual(
      seen.curve.map(({ coverage, risk }) => [coverage, risk]),
      [
        [0.5, 0],
        [1, 0.5],
      ],
    )
  })
  it('says how far the wanted rate is, and when it is proven', () => {
    const few = describeCertainty(
      certainty(
        Array.from({ length: 100 }, (_, i) => document(1 - i / 1000, true)),
        { alpha: 0.01, delta: 0.05 },
      ),
    )
    assert.match(few.at(-1)!, /about 199 more reviewed documents/)
    const enough = describeCertainty(
      certainty(
        Array.from({ length: 299 }, (_, i) => document(1 - i / 1000, true)),
        { alpha: 0.01, delta: 0.05 },
      ),
    )
    assert.match(enough.at(-1)!, /proven \(δ 5\.0 %\): 299 of 299 accepted, 0 wrong, true rate below 1\.0 %/)
    assert.ok(describeCertainty(certainty([], { alpha: 0.01, delta: 0.05 })).length > 0)
  })
})
