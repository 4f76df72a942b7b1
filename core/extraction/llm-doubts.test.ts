import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../field.ts'
import { findLlmDoubts, withoutEchoes } from './llm-doubts.ts'

const candidate = (path: string, value: string, extractor: string, more: Partial<Candidate> = {}): Candidate => ({
  path,
  value,
  raw: value,
  source: extractor === 'llm' ? 'llm' : extractor === 'xml' ? 'xml' : 'text',
  extractor,
  score: 0.7,
  evidence: [],
  ...more,
})

describe('a language model beside our own reader', () => {
  const own = { number: candidate('number', 'RE-17', 'labels'), 'totals.gross': candidate('totals.gross', '119.00', 'labels') }

  it('raises a doubt where both took different values of a watched field', () => {
    const differs = (...llm: Candidate[]) => findLlmDoubts(own, llm, ['number', 'totals.gross']).map(({ fields }) => fields[0])
    assert.deepEqual(differs(candidate('number', 'RE-18', 'llm')), ['number'])
    assert.deepEqual(differs(candidate('totals.gross', '119', 'llm')), [], 'the same amount')
    assert.deepEqual(differs(candidate('number', 'RE 17', 'llm')), [], 'the same letters')
    assert.deepEqual(differs(candidate('number', 'RE-18', 'llm', { proposal: true })), [], 'it does not stand by it itself')
    assert.deepEqual(differs(candidate('note', 'x', 'llm')), [], 'nobody else has read it')
  })

  it('does not doubt the data of an e-invoice', () => {
    const xml = { number: candidate('number', 'RE-17', 'xml') }
    assert.deepEqual(findLlmDoubts(xml, [candidate('number', 'RE-18', 'llm')], ['number']), [])
  })

  it('is no second voice for a value that it only pointed at and wrote otherwise', () => {
    const echo = candidate('number', 'RE-17', 'llm', { proposal: true })
    const agreed = candidate('number', 'RE-17', 'llm')
    const other = candidate('number', 'RE-99', 'llm', { proposal: true })
    assert.deepEqual(withoutEchoes([echo, agreed, other], [own.number]), [agreed, other])
  })
})
