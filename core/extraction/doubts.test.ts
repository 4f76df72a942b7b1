import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../field.ts'
import { findDoubts } from './doubts.ts'

const candidate = (path: string, value: string, score: number): Candidate => ({
  path,
  value,
  raw: value,
  source: 'text',
  extractor: 'labels',
  score,
  evidence: [],
})
const doubted = (rule: Candidate, other: Candidate) =>
  findDoubts([rule], [other]).map(({ fields, actual, expected }) => [fields[0], actual, expected])

describe('two readers', () => {
  it('that differ are a doubt where the second is sure', () => {
    const rule = candidate('totals.gross', '274.58', 0.9)
    assert.deepEqual(doubted(rule, candidate('totals.gross', '1800.00', 0.95)), [['totals.gross', '274.58', '1800.00']])
    assert.deepEqual(doubted(rule, candidate('totals.gross', '1800.00', 0.7)), [])
    assert.deepEqual(doubted(rule, candidate('totals.net', '1800.00', 0.95)), [])
  })

  it('that agree are none, however they write it', () => {
    assert.deepEqual(doubted(candidate('totals.gross', '-10.5', 0.9), candidate('totals.gross', '10.50', 1)), [])
    assert.deepEqual(doubted(candidate('number', 'RE 2026/7', 0.9), candidate('number', 're2026-7', 1)), [])
    assert.deepEqual(doubted(candidate('seller.name', 'Beispiel SARL', 0.9), candidate('seller.name', 'Beispiel SARL, Paris', 1)), [])
    assert.equal(doubted(candidate('number', '2026001', 0.9), candidate('number', '20260017', 1)).length, 1)
  })
})

describe('numbers of two parties', () => {
  const read = (score: number) => [candidate('seller.inn', '1', 0.83), candidate('buyer.inn', '2', score)]
  const swapped = [candidate('seller.inn', '2', 0.95), candidate('buyer.inn', '1', 0.95)]

  it('given the other way round are no doubt where a caption names the owner of one', () => {
    assert.deepEqual(findDoubts(read(0.95), swapped), [])
    assert.equal(findDoubts(read(0.8), swapped).length, 2)
  })

  it('that are other numbers are a doubt all the same', () => {
    assert.equal(findDoubts(read(0.95), [candidate('buyer.inn', '3', 0.95)]).length, 1)
  })
})
