import assert from 'node:assert/strict'
import { it } from 'node:test'
import type { Corrections } from '../../core/corrections.ts'
import { fieldHistory } from './field-history.ts'

const review = (person: string, at: string, number: string | null) => {
  const fields = { number: { value: number, evidence: [] } }
  return { person, at, corrections: { fields, lines: null, overrides: [], type: null } satisfies Corrections }
}

it('tells who gave a field which value, once each, and that it is not on the document', () => {
  const reviews = [review('Anna', '2026-01-01', 'A-1'), review('Boris', '2026-01-02', 'A-1'), review('Anna', '2026-01-03', null)]
  assert.deepEqual(fieldHistory(reviews, 'number', 'id', 'en'), [
    { person: 'Anna', at: '2026-01-01', text: 'A-1' },
    { person: 'Anna', at: '2026-01-03', text: '' },
  ])
  assert.deepEqual(fieldHistory(reviews, 'issueDate', 'date', 'en'), [])
})
