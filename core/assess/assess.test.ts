import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { z } from 'zod'
import type { Extraction } from '../extraction/extraction.ts'
import type { Candidate, Check, Field } from '../field.ts'
import { lineOf } from '../layout/index.ts'
import type { Page, Reading } from '../reading.ts'
import { confidenceOf, conform, draftFields, reasonsFor, withChecks } from './index.ts'

const BOX = { x0: 0.1, y0: 0.1, x1: 0.2, y1: 0.12 }
const NOTHING: Reading = { pages: [] }

function candidate(path: string, value: string, changes: Partial<Candidate> = {}): Candidate {
  return {
    path,
    value,
    raw: value,
    source: 'text',
    extractor: 'labels',
    score: 0.9,
    evidence: [{ page: 1, box: BOX, text: value }],
    ...changes,
  }
}

function extraction(...chosen: readonly Candidate[]): Extraction {
  return { chosen: Object.fromEntries(chosen.map((c) => [c.path, c])), others: {}, findings: [] }
}

const PAGE: Page = {
  index: 1,
  widthPx: 1,
  heightPx: 1,
  source: 'text',
  engine: null,
  lines: [lineOf([{ text: 'a', box: { x0: 0, y0: 0, x1: 0.01, y1: 0.01 }, confidence: null }])],
  blocks: [],
  tables: [],
  error: null,
}

function field(changes: Partial<Field> = {}): Field {
  return {
    value: '1.00',
    raw: '1,00',
    source: 'text',
    confidence: null,
    evidence: [{ page: 1, box: BOX, text: '1,00' }],
    checks: [],
    candidates: [],
    ...changes,
  }
}

describe('fields before the rules', () => {
  const read = extraction(
    candidate('number', 'A-1'),
    candidate('lines[0].net', '10.00'),
    candidate('lines[0].name', 'Nuts'),
    candidate('lines[1].net', '20.00'),
  )
  const corrections = { fields: {}, lines: null, overrides: [], type: null }

  it('puts a person’s value over the machine’s, which stays a candidate', () => {
    const fields = draftFields(read, { ...corrections, fields: { number: { value: 'A-7', evidence: [] } } })
    assert.deepEqual(
      [fields.number?.value, fields.number?.source, fields.number?.candidates.map(({ value }) => value)],
      ['A-7', 'human', ['A-1']],
    )
  })

  it('keeps the place of a value that a person confirmed', () => {
    const fields = draftFields(read, { ...corrections, fields: { number: { value: 'A-1', evidence: [] } } })
    assert.deepEqual([fields.number?.source, fields.number?.evidence[0]?.box], ['human', BOX])
  })

  it('takes a field off the document when a person says so', () => {
    const fields = draftFields(read, { ...corrections, fields: { number: { value: null, evidence: [] } } })
    assert.deepEqual([fields.number?.value, fields.number?.source], [null, 'human'])
  })

  it('replaces lines as a whole and finds the place of cells that moved', () => {
    const fields = draftFields(read, { ...corrections, lines: [{ net: '20.00', name: null }] })
    assert.deepEqual(
      Object.keys(fields).filter((path) => path.startsWith('lines')),
      ['lines[0].net'],
    )
    assert.deepEqual([fields['lines[0].net']?.value, fields['lines[0].net']?.evidence[0]?.text], ['20.00', '20.00'])
  })

  it('refuses paths that would write anywhere else than into a field', () => {
    const evil = JSON.parse(
      '{"__proto__.polluted":{"value":"x","evidence":[]},"a.__proto__.b":{"value":"x","evidence":[]},"constructor.prototype.c":{"value":"x","evidence":[]},"lines[999999999].net":{"value":"1","evidence":[]},"":{"value":"1","evidence":[]}}',
    )
    const lines = [JSON.parse('{"__proto__":"x","constructor.y":"1","net":"1.00"}')]
    assert.deepEqual(Object.keys(draftFields(extraction(), { ...corrections, fields: evil, lines })), ['lines[0].net'])
  })

  it('does not fill gaps of whole e-invoice data with guesses from the page', () => {
    const xml = candidate('lines[0].net', '10.00', { source: 'xml', extractor: 'xml' })
    const fields = draftFields(extraction(xml, candidate('purchaseOrder', '4711')), null)
    assert.deepEqual(
      [fields['lines[0].net']?.value, fields.purchaseOrder?.value, fields.purchaseOrder?.candidates.length],
      ['10.00', null, 1],
    )
    // Data without lines is a cover sheet: the page completes it, and a person looks.
    assert.equal(
      draftFields(extraction(candidate('number', '1', { source: 'xml' }), candidate('purchaseOrder', '4711')), null).purchaseOrder?.value,
      '4711',
    )
  })
})

describe('conform', () => {
  const schema = z.object({
    name: z.string().nullable(),
    day: z.string().regex(/^\d+$/).nullable(),
    rows: z.array(z.object({ a: z.string().nullable() })),
  })
  it('fills every leaf and reports what does not fit', () => {
    assert.deepEqual(conform(schema, { day: 'x', rows: [{ a: '1' }, undefined], other: 5 }), {
      data: { name: null, day: null, rows: [{ a: '1' }, { a: null }] },
      misfits: ['other', 'day'],
    })
    assert.deepEqual(conform(schema, {}), { data: { name: null, day: null, rows: [] }, misfits: [] })
    assert.deepEqual(conform(schema, { name: true, rows: 'x' }).misfits, ['name', 'rows'])
  })
})

describe('confidence', () => {
  const check = (outcome: Check['outcome'], ruleId = 'R'): Check => ({ ruleId, outcome })

  it('is nothing for nothing, zero without evidence, one for a person', () => {
    assert.equal(confidenceOf(field({ value: null, source: null }), NOTHING), null)
    assert.equal(confidenceOf(field({ evidence: [] }), NOTHING), 0)
    assert.equal(confidenceOf(field({ source: 'human', evidence: [] }), NOTHING), 1)
  })

  it('grows with agreement and passed rules, falls with a rival and below a third with a failed rule', () => {
    const base = confidenceOf(field(), NOTHING)!
    const agreeing = confidenceOf(field({ candidates: [candidate('x', '1.00', { extractor: 'model' })] }), NOTHING)!
    const rivalled = confidenceOf(field({ candidates: [candidate('x', '7.00', { extractor: 'model' })] }), NOTHING)!
    const passed = confidenceOf(field({ checks: [check('passed')] }), NOTHING)!
    const twice = confidenceOf(field({ checks: [check('passed'), check('rounding', 'S')] }), NOTHING)!
    const failed = confidenceOf(field({ source: 'xml', checks: [check('passed'), check('failed', 'S')] }), NOTHING)!
    assert.ok(
      rivalled < base && base < agreeing && base < passed && passed < twice && twice < 1,
      JSON.stringify({ rivalled, base, agreeing, passed, twice }),
    )
    assert.ok(failed <= 0.3)
  })

  it('is no better than the worst word it stands on', () => {
    const reading = (confidence: number): Reading => ({
      pages: [
        {
          index: 1,
          widthPx: 10,
          heightPx: 10,
          source: 'ocr',
          engine: 'e',
          blocks: [],
          tables: [],
          error: null,
          lines: [{ text: '1,00', box: BOX, confidence, words: [{ text: '1,00', box: BOX, confidence }] }],
        },
      ],
    })
    assert.ok(confidenceOf(field({ source: 'ocr' }), reading(0.3))! < confidenceOf(field({ source: 'ocr' }), reading(0.95))!)
    assert.ok(confidenceOf(field({ source: 'ocr' }), reading(0.3))! <= 0.3)
  })
})

describe('checks and reasons', () => {
  const finding = (severity: 'error' | 'warning' | 'info', delta: string | null = null) => ({
    ruleId: 'R',
    severity,
    fields: ['a'],
    expected: null,
    actual: null,
    delta,
    message: { en: 'x', ru: 'x' },
  })

  it('writes the worst outcome of each rule into its fields', () => {
    const outcomes = (...findings: ReturnType<typeof finding>[]) =>
      withChecks({ a: field() }, findings, [{ ruleId: 'R', fields: ['a', 'b'] }]).a?.checks
    assert.deepEqual(outcomes(), [{ ruleId: 'R', outcome: 'passed' }])
    assert.deepEqual(outcomes(finding('info', '0.01')), [{ ruleId: 'R', outcome: 'rounding' }])
    assert.deepEqual(outcomes(finding('info')), [{ ruleId: 'R', outcome: 'passed' }])
    assert.deepEqual(outcomes(finding('info', '0.01'), finding('error')), [{ ruleId: 'R', outcome: 'failed' }])
  })

  const sound = {
    type: 'invoice',
    parts: [],
    fields: { a: field({ source: 'xml', confidence: 0.99 }) },
    findings: [],
    missing: [],
    reading: NOTHING,
    duplicate: false,
  }
  const codes = (changes: Partial<Parameters<typeof reasonsFor>[0]>) => reasonsFor({ ...sound, ...changes }).map(({ code }) => code)

  it('never accepts by itself what is written by hand, and says so', () => {
    const page = { ...PAGE, regions: [{ kind: 'handwriting' as const, box: BOX, confidence: 0.6 }] }
    const fields = { a: field({ confidence: 0.99 }) }
    assert.deepEqual(codes({ fields, reading: { pages: [page] } }), ['handwriting'])
    assert.deepEqual(codes({ fields: { a: field({ source: 'human', confidence: 1 }) }, reading: { pages: [page] } }), [])
    const elsewhere = { ...page, regions: [{ ...page.regions[0]!, kind: 'stamp' as const }] }
    assert.deepEqual(codes({ fields, reading: { pages: [elsewhere] } }), [])
  })

  it('names what speaks against a document; reading it off a page is no objection by itself', () => {
    assert.deepEqual(codes({}), [])
    assert.deepEqual(codes({ findings: [finding('info', '0.01')] }), [])
    assert.deepEqual(codes({ fields: { a: field({ confidence: 0.99 }) } }), [])
    assert.deepEqual(codes({ findings: [finding('warning')] }), ['rule_failed'])
    assert.deepEqual(codes({ findings: [{ ...finding('error'), ruleId: 'DUPLICATE' }] }), ['duplicate'])
    assert.deepEqual(codes({ missing: ['number'] }), ['missing_required'])
    assert.deepEqual(codes({ duplicate: true }), ['duplicate'])
    assert.deepEqual(codes({ type: null, missing: ['number'] }), ['unknown_type'])
    assert.deepEqual(codes({ fields: { a: field({ source: 'xml', confidence: 0.1 }) } }), ['low_confidence'])
    const failed = {
      index: 2,
      widthPx: 1,
      heightPx: 1,
      source: 'none' as const,
      engine: null,
      lines: [],
      blocks: [],
      tables: [],
      error: { code: 'timeout', message: '' },
    }
    assert.deepEqual(codes({ reading: { pages: [failed] } }), ['page_failed'])
  })
})
