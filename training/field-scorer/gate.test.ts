import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { TreeModel } from '../../core/scoring/trees.ts'
import { figuresOf, lowered } from './gate.ts'
import type { Outcome } from './outcomes.ts'

const model = (accept: number | null): TreeModel => ({
  version: 't',
  features: 'f',
  fields: ['number', 'totals.net'].map((path) => ({ path, base: 0, accept, trees: [] })),
})
const outcome = (path: string, rule: Outcome['rule'], guess: Outcome['guess'], score: number, absent = false): Outcome => ({
  path,
  id: 'x',
  kind: 'reviewed',
  hidden: 0,
  absent,
  rule,
  guess,
  score,
  same: false,
  shown: false,
})
const golden = (guess: Outcome['guess'], score: number) => [
  outcome('number', 'right', 'wrong', 0.99),
  outcome('number', 'none', guess, score),
  outcome('totals.net', 'wrong', 'right', 0.99),
  outcome('totals.net', 'none', 'none', 0, true),
]

describe('the gate before a retrained scorer', () => {
  it("counts what the product would say: the rules' value, else the scorer's from its threshold", () => {
    assert.deepEqual(figuresOf(golden('right', 0.9), model(0.8)), [
      { path: 'number', of: 2, right: 2, wrongTaken: 0 },
      { path: 'totals.net', of: 2, right: 1, wrongTaken: 0 },
    ])
    assert.deepEqual(figuresOf(golden('right', 0.7), model(0.8))[0], { path: 'number', of: 2, right: 1, wrongTaken: 0 })
    assert.deepEqual(figuresOf(golden('wrong', 0.9), model(0.8))[0], { path: 'number', of: 2, right: 1, wrongTaken: 1 })
  })
  it('refuses a model that loses a value, with the field named', () => {
    const inUse = figuresOf(golden('right', 0.9), model(0.8))
    assert.deepEqual(lowered(inUse, figuresOf(golden('right', 0.9), model(null))), ['number: 1 of 2 right instead of 2'])
  })
  it('refuses a model that takes a wrong value where nothing was said', () => {
    const inUse = figuresOf(golden('wrong', 0.9), model(null))
    assert.deepEqual(lowered(inUse, figuresOf(golden('wrong', 0.9), model(0.8))), ['number: 1 wrong values taken instead of 0'])
  })
  it('refuses a model that does not know a field any more', () => {
    const inUse = figuresOf(golden('right', 0.9), model(0.8))
    assert.deepEqual(lowered(inUse, inUse.slice(1)), ['number: 0 of 2 right instead of 2'])
  })
  it('lets an equal or better model pass', () => {
    const [inUse, better] = [figuresOf(golden('right', 0.9), model(null)), figuresOf(golden('right', 0.9), model(0.8))]
    assert.deepEqual([lowered(inUse, inUse), lowered(inUse, better)], [[], []])
  })
})
