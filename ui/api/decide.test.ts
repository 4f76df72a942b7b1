import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Evidence, Field } from '../../core/field.ts'
import type { Result } from '../../core/result.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { type Decision, readCorrections } from './decide.ts'

const type = documentTypes[0]
const box = { x0: 0.1, y0: 0.1, x1: 0.2, y1: 0.12 }

function field(value: string | null, more: Partial<Field> = {}): Field {
  return {
    value,
    raw: value,
    source: 'text',
    confidence: null,
    evidence: [{ page: 1, box, text: value ?? '' }],
    checks: [],
    candidates: [],
    ...more,
  }
}

const candidate = {
  path: 'totals.gross',
  value: '125.00',
  raw: '125,00',
  source: 'text',
  extractor: 'labels',
  score: 0.5,
  evidence: [{ page: 2, box, text: '125,00' }],
} as const

const result = {
  fields: {
    number: field('A-1'),
    'totals.gross': field('120.00', { candidates: [candidate] }),
    'lines[0].name': field('Paper'),
    'lines[0].net': field('100.00'),
    'lines[1].name': field('Pens'),
    'lines[1].net': field('20.00'),
  },
  data: {
    number: 'A-1',
    totals: { gross: '120.00' },
    lines: [
      { name: 'Paper', net: '100.00' },
      { name: 'Pens', net: '20.00' },
    ],
  },
} as unknown as Result

function decision(fields: Record<string, string>, more: Partial<Decision> = {}): Decision {
  const nothing = {
    evidence: new Map<string, readonly Evidence[]>(),
    confirmed: new Set<string>(),
    deletedLines: new Set<number>(),
    overrides: new Map<string, string>(),
  }
  return {
    kind: 'save',
    reviewId: 'review-1',
    version: 1,
    reason: 'other',
    note: '',
    effort: null,
    ...nothing,
    fields: new Map(Object.entries(fields)),
    ...more,
  }
}

function read(sent: Decision, earlier: Parameters<typeof readCorrections>[2] = null) {
  const read = readCorrections(result, type, earlier, sent, 'ru')
  assert.equal(read.kind, 'read')
  return read.kind === 'read' ? read.corrections : assert.fail()
}

describe('what a reviewer typed', () => {
  it('is no correction when it came back as it was shown', () => {
    assert.deepEqual(read(decision({ number: 'A-1', 'totals.gross': '120,00' })).fields, {})
  })

  it('is a confirmation when the reviewer said so, with the place where it stands', () => {
    const corrections = read(decision({ number: 'A-1' }, { confirmed: new Set(['number']) }))
    assert.deepEqual(corrections.fields.number, { value: 'A-1', evidence: [{ page: 1, box, text: 'A-1' }] })
  })

  it('takes the place of the candidate that it equals, and none where it stands nowhere', () => {
    assert.deepEqual(read(decision({ 'totals.gross': '125,00' })).fields['totals.gross']?.evidence, candidate.evidence)
    assert.deepEqual(read(decision({ 'totals.gross': '126,00' })).fields['totals.gross'], { value: '126.00', evidence: [] })
  })

  it('takes the place that the reviewer pointed at', () => {
    const pointed = [{ page: 1, box, text: '126,00' }]
    const corrections = read(decision({ 'totals.gross': '126,00' }, { evidence: new Map([['totals.gross', pointed]]) }))
    assert.deepEqual(corrections.fields['totals.gross'], { value: '126.00', evidence: pointed })
  })

  it('is null when emptied: the field is not on the document', () => {
    assert.deepEqual(read(decision({ number: '' })).fields.number, { value: null, evidence: [] })
  })

  it('replaces all lines when one cell changes, keeping the other cells', () => {
    const lines = read(decision({ 'lines[0].name': 'Paper', 'lines[1].net': '21,00' })).lines ?? []
    assert.deepEqual(
      lines.map((line) => [line.name, line.net]),
      [
        ['Paper', '100.00'],
        ['Pens', '21.00'],
      ],
    )
  })

  it('drops struck out lines and rows left blank, and adds the new one', () => {
    const sent = decision({ 'lines[2].name': 'Ink', 'lines[3].name': '' }, { deletedLines: new Set([0]) })
    assert.deepEqual(
      read(sent).lines?.map((line) => line.name),
      ['Pens', 'Ink'],
    )
  })

  it('keeps what was decided earlier, and takes an override back when its reason is emptied', () => {
    const earlier = {
      fields: { number: { value: 'A-2', evidence: [] } },
      lines: null,
      overrides: [
        { ruleId: 'one', reason: 'checked' },
        { ruleId: 'two', reason: 'checked' },
      ],
      type: null,
    }
    const corrections = read(decision({ 'totals.gross': '126,00' }, { overrides: new Map([['one', ' ']]) }), earlier)
    assert.deepEqual(Object.keys(corrections.fields), ['number', 'totals.gross'])
    assert.deepEqual(corrections.overrides, [{ ruleId: 'two', reason: 'checked' }])
  })

  it('names the fields that cannot be read, and refuses fields that the type does not have', () => {
    assert.deepEqual(readCorrections(result, type, null, decision({ 'totals.gross': 'много' }), 'ru'), {
      kind: 'invalid',
      paths: ['totals.gross'],
    })
    assert.throws(() => readCorrections(result, type, null, decision({ 'totals.__proto__': 'x' }), 'ru'), { code: 'invalid_input' })
  })

  it('keeps where cells of lines were pointed at, through a struck out line and through the next save', () => {
    const place = { page: 2, box, text: 'Ink' }
    const sent = decision(
      { 'lines[2].name': 'Ink', 'lines[2].net': '5.00' },
      { evidence: new Map([['lines[2].name', [place]]]), deletedLines: new Set([0]) },
    )
    const read = readCorrections(result, type, null, sent, 'en')
    assert.ok(read.kind === 'read')
    assert.deepEqual(read.corrections.linePlaces, [{}, { name: [place] }])

    const saved = {
      ...result,
      data: {
        ...result.data,
        lines: [
          { name: 'Pens', net: '20.00' },
          { name: 'Ink', net: '5.00' },
        ],
      },
    }
    const fields = { 'lines[1].name': field('Ink', { source: 'human', evidence: [place] }), 'lines[1].net': field('5.00') }
    const again = readCorrections(
      { ...saved, fields } as unknown as Result,
      type,
      read.corrections,
      decision({ 'lines[1].net': '6.00' }),
      'en',
    )
    assert.ok(again.kind === 'read')
    assert.deepEqual(again.corrections.linePlaces, [{}, { name: [place] }])
  })
})
