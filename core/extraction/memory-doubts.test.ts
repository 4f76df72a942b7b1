import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Candidate } from '../field.ts'
import { findMemoryDoubts } from './memory-doubts.ts'

const said = (extractor: string, value: string): Candidate => ({
  path: 'number',
  value,
  raw: value,
  source: 'text',
  extractor,
  score: 0.9,
  evidence: [],
})

describe('what an earlier correction brings', () => {
  it('goes to a person where captions and the look of the page agree on another value', () => {
    const [doubt] = findMemoryDoubts([said('correction', 'C-77')], [said('labels', 'A-1')], [said('model', 'A 1')])
    assert.deepEqual([doubt?.ruleId, doubt?.severity, doubt?.fields], ['memory_differs', 'warning', ['number']])
    assert.match(doubt!.message.ru, /C-77.*A-1/)
  })
  it('stands against one of the two, and where nobody else says anything', () => {
    assert.deepEqual(findMemoryDoubts([said('correction', 'C-77')], [said('labels', 'A-1')], [said('model', 'C-77')]), [])
    assert.deepEqual(findMemoryDoubts([said('correction', 'C-77')], [said('labels', 'A-1')], []), [])
    assert.deepEqual(findMemoryDoubts([said('memory', 'C-77')], [said('labels', 'A-1')], [said('model', 'A-1')]), [])
  })
})
