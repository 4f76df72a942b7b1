import assert from 'node:assert/strict'
import { it } from 'node:test'
import { carryOver } from './carry-over.ts'
import type { Corrections } from './corrections.ts'

const bill = {
  fields: [
    { path: 'number', kind: 'text' },
    { path: 'total', kind: 'money' },
    { path: 'date', kind: 'date' },
    { path: 'lines[].name', kind: 'name' },
    { path: 'lines[].rate', kind: 'rate' },
  ],
} as const
const slip = {
  name: 'slip',
  fields: [
    { path: 'total', kind: 'money' },
    { path: 'date', kind: 'text' },
    { path: 'lines[].name', kind: 'name' },
  ],
} as const
const decided = (lines: Corrections['lines']): Corrections => ({
  fields: {
    number: { value: 'A-1', evidence: [] },
    total: { value: '12.00', evidence: [] },
    date: { value: '2026-03-12', evidence: [] },
    'lines[0].name': { value: 'Nuts', evidence: [] },
  },
  lines,
  overrides: [{ ruleId: 'R', reason: 'Seen' }],
  type: null,
})

it('keeps what both types hold in the same form, and names the new type', () => {
  assert.deepEqual(carryOver(decided(null), bill, slip), {
    fields: { total: { value: '12.00', evidence: [] } },
    lines: null,
    overrides: [],
    type: 'slip',
  })
})

it('keeps lines whole or not at all', () => {
  const whole = [{ name: 'Nuts', rate: null }]
  assert.deepEqual(carryOver(decided(whole), bill, slip).lines, whole)
  assert.equal(carryOver(decided([{ name: 'Nuts', rate: '20' }]), bill, slip).lines, null)
})

it('says the type where nothing was decided before', () => {
  assert.deepEqual(carryOver(null, { fields: [] }, slip), { fields: {}, lines: null, overrides: [], type: 'slip' })
})
