import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../field.ts'
import { findTwoReadings } from './two-readings.ts'

const printed = { page: 1, box: { x0: 0.7, y0: 0.1, x1: 0.8, y1: 0.12 }, text: '03/04/2026' }
const read = (value: string, score: number, evidence = printed): Candidate => ({
  path: 'issueDate',
  value,
  raw: evidence.text,
  source: 'text',
  extractor: 'labels',
  score,
  evidence: [evidence],
})

describe('two readings of the same characters', () => {
  it('are told to a person with both values', () => {
    const [finding] = findTwoReadings([read('2026-04-03', 0.8), read('2026-03-04', 0.76)])
    assert.deepEqual([finding?.fields, finding?.actual, finding?.expected], [['issueDate'], '2026-04-03', '2026-03-04'])
  })
  it('are none when the values stand in two places', () =>
    assert.deepEqual(findTwoReadings([read('2026-04-03', 0.8), read('2026-03-04', 0.8, { ...printed, page: 2 })]), []))
  it('are none when the extractor clearly prefers one', () =>
    assert.deepEqual(findTwoReadings([read('2026-04-03', 0.8), read('2026-03-04', 0.4)]), []))
})
