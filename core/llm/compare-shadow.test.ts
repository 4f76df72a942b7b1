import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../field.ts'
import { compareShadow } from './compare-shadow.ts'

const said = (path: string, value: string, more: Partial<Candidate> = {}): Candidate => ({
  path,
  value,
  raw: value,
  source: 'llm',
  extractor: 'llm',
  score: 0.7,
  evidence: [],
  ...more,
})

describe('a second model that is only compared', () => {
  it('says the same, differs, is silent, or says more', () => {
    const used = { number: { value: 'RE-17' }, 'totals.gross': { value: '119.00' }, currency: { value: 'EUR' }, note: { value: 'x' } }
    const shadow = [said('number', 'RE 17'), said('totals.gross', '191.00'), said('dueDate', '2026-03-31')]
    assert.deepEqual(
      compareShadow(used, shadow, (path) => path !== 'note'),
      {
        same: ['number'],
        differs: ['totals.gross'],
        onlyUsed: ['currency'],
        onlyShadow: ['dueDate'],
      },
    )
  })

  it('is not held to what it only proposes, nor to rows', () => {
    const shadow = [said('number', 'RE-18', { proposal: true }), said('lines[0].net', '5.00')]
    assert.deepEqual(
      compareShadow({ number: { value: 'RE-17' } }, shadow, () => true),
      {
        same: [],
        differs: [],
        onlyUsed: ['number'],
        onlyShadow: [],
      },
    )
  })
})
