import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { correctedPaths } from './corrected-paths.ts'
import type { Field } from './field.ts'

const field = (value: string | null, source: Field['source'] = 'text'): Field => ({
  value,
  raw: value,
  source,
  confidence: null,
  evidence: [],
  checks: [],
  candidates: [],
})
const read = (fields: Readonly<Record<string, Field>>, type = 'paper') => ({ type, fields })

describe('corrected paths', () => {
  it('are the fields that a person changed, added or struck out', () => {
    const machine = read({ number: field('A-1'), date: field('2026-01-01'), buyer: field('Specimen'), note: field('kept') })
    const approved = read({
      number: field('A-7', 'human'),
      date: field(null, 'human'),
      buyer: field('Specimen', 'human'),
      note: field('kept'),
      iban: field('DE02', 'human'),
    })
    assert.deepEqual(correctedPaths(machine, approved), ['date', 'iban', 'number'])
  })

  it('leave out what follows from a correction', () => {
    const machine = read({ net: field('100.00'), gross: field('120.00', 'rule') })
    const approved = read({ net: field('110.00', 'human'), gross: field('132.00', 'rule') })
    assert.deepEqual(correctedPaths(machine, approved), ['net'])
  })

  it('name a column of a list once, whichever rows changed, and see rows that were struck out', () => {
    const machine = read({
      'lines[0].net': field('1.00'),
      'lines[1].net': field('2.00'),
      'lines[0].name': field('Bolt'),
      'lines[10].name': field('Nut'),
    })
    const changed = read({
      'lines[0].net': field('1.00', 'human'),
      'lines[1].net': field('3.00', 'human'),
      'lines[0].name': field('Bolt', 'human'),
      'lines[10].name': field('Nut', 'human'),
    })
    assert.deepEqual(correctedPaths(machine, changed), ['lines[].net'])
    assert.deepEqual(correctedPaths(machine, read({ 'lines[0].net': field('1.00', 'human'), 'lines[0].name': field('Bolt', 'human') })), [
      'lines[].name',
      'lines[].net',
    ])
  })

  it('are none where a person only confirmed', () => {
    assert.deepEqual(correctedPaths(read({ number: field('A-1') }), read({ number: field('A-1', 'human') })), [])
  })

  it('name a changed type', () => {
    assert.deepEqual(correctedPaths(read({}, 'paper'), read({}, 'other')), ['type'])
  })
})
