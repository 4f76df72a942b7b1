import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../field.ts'
import { addCounts, countGolden, fallenFields } from './golden.ts'

const read = (path: string, value: string, proposal = false): Candidate => ({
  path,
  value,
  raw: value,
  source: 'llm',
  extractor: 'llm',
  score: 0.7,
  evidence: [],
  ...(proposal && { proposal }),
})

describe('known documents', () => {
  it('count a value only where it was taken as it stands; rows of a list together', () => {
    const expected = { number: '4711', 'lines[0].net': '1.00', 'lines[1].net': '2.00', dueDate: '2026-01-01' }
    const counts = countGolden(expected, [
      read('number', '4711'),
      read('lines[0].net', '1.00'),
      read('lines[1].net', '2.01'),
      read('dueDate', '2026-01-01', true),
    ])
    assert.deepEqual(counts, { number: { right: 1, of: 1 }, 'lines[].net': { right: 1, of: 2 }, dueDate: { right: 0, of: 1 } })
    assert.deepEqual(addCounts([counts, counts]).number, { right: 2, of: 2 })
  })

  it('tell the fields that fell below the best of the earlier times, also slowly', () => {
    const at = (number: number, total: number) => ({ number: { right: number, of: 4 }, total: { right: total, of: 4 } })
    assert.deepEqual(fallenFields([], at(0, 0)), [])
    assert.deepEqual(fallenFields([at(4, 3)], at(4, 3)), [])
    assert.deepEqual(fallenFields([at(4, 3)], at(3, 4)), ['number'])
    assert.deepEqual(fallenFields([at(4, 3), at(3, 3)], at(3, 3)), ['number'])
  })
})
