import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Field } from '../field.ts'
import { ConfidenceModel, DOCUMENT_SIGNALS, FIELD_SIGNALS, fieldSignals, judgeValues } from './index.ts'

const BOX = { x0: 0, y0: 0, x1: 0.2, y1: 0.1 }
const field = (changes: Partial<Field> = {}): Field => ({
  value: 'A',
  raw: 'A',
  source: 'text',
  confidence: null,
  score: 0.9,
  evidence: [{ page: 1, box: BOX, text: 'A' }],
  checks: [],
  candidates: [],
  ...changes,
})
const word = (confidence: number | null) => ({ text: 'A', box: { x0: 0.05, y0: 0.02, x1: 0.1, y1: 0.08 }, confidence })
const reading = (confidence: number | null) => ({
  pages: [
    {
      index: 1,
      widthPx: 1,
      heightPx: 1,
      source: 'ocr' as const,
      engine: 'e',
      lines: [{ text: 'A', box: BOX, confidence, words: [word(confidence)] }],
      blocks: [],
      tables: [],
      error: null,
    },
  ],
})
const document = (fields: Record<string, Field>, confidence: number | null = null) => ({
  fields,
  findings: [],
  reading: reading(confidence),
  typeConfidence: 1,
})
const zeros = (length: number) => new Array<number>(length).fill(0)
/** Only the signal «rule failed» counts, with −2; an odds of 9 to 1 otherwise; `total` is surer by ln 3. */
const model = ConfidenceModel.parse({
  version: 'test',
  fieldSignals: FIELD_SIGNALS,
  documentSignals: DOCUMENT_SIGNALS,
  field: { intercept: Math.log(9), weights: zeros(FIELD_SIGNALS.length).with(FIELD_SIGNALS.indexOf('rule failed'), -2) },
  byPath: { total: Math.log(3) },
  document: { intercept: 0, weights: zeros(DOCUMENT_SIGNALS.length).with(0, 1) },
})

describe('fitted confidence', () => {
  it('leaves a value alone that too few documents or layouts were judged on, and says which', () => {
    const counted = {
      ...model,
      evidence: {
        number: { values: 30, groups: 5, off: 0.1 },
        total: { values: 29, groups: 9, off: 0 },
        net: { values: 90, groups: 4, off: 0 },
        gross: { values: 90, groups: 9, off: 0.11 },
      },
    }
    const fields = { number: field(), total: field(), net: field(), gross: field(), typed: field({ source: 'human' }) }
    const judged = judgeValues(document(fields), ['number', 'total', 'net', 'gross', 'typed', 'absent'], counted)
    assert.deepEqual(judged.unmeasured, ['total', 'net', 'gross'])
    assert.equal(judged.fields.number!.confidence, 0.9)
    assert.equal(judged.fields.total!.confidence, judgeValues(document(fields), [], null).fields.total!.confidence)
    assert.deepEqual(judgeValues(document(fields), ['number'], null).unmeasured, ['number'])
  })

  it('is that of the model for promised values that were read, and of nobody else', () => {
    const fields = {
      number: field(),
      total: field(),
      bad: field({ checks: [{ ruleId: 'X', outcome: 'failed' }] }),
      person: field({ source: 'human' }),
      nowhere: field({ evidence: [] }),
      absent: field({ value: null, source: null }),
      other: field(),
    }
    const { fields: judged } = judgeValues(document(fields), ['number', 'total', 'bad', 'person', 'nowhere', 'absent'], model)
    assert.equal(judged.number!.confidence, 0.9)
    assert.equal(judged.total!.confidence, 0.964) // 27 to 1
    assert.equal(judged.bad!.confidence, 0.549) // 9·e⁻² to 1
    assert.equal(judged.person!.confidence, 1)
    assert.equal(judged.nowhere!.confidence, 0)
    assert.equal(judged.absent!.confidence, null)
    assert.equal(judged.other!.confidence, 0.75) // hand-set prior of a text layer
  })
  it('of a calculated value knows how sure the values behind it are', () => {
    const printed = { gross: field(), tax: field({ checks: [{ ruleId: 'X', outcome: 'failed' as const }] }) }
    const net = field({ source: 'rule', derivedFrom: ['gross', 'tax'] })
    const { fields: judged } = judgeValues(document({ ...printed, total: net }), ['total'], model)
    assert.equal(judged.total!.confidence, 0.785) // 27·e⁻² to 1: a rule fails on the tax
    assert.equal(judgeValues(document({ ...printed, net }), [], null).fields.net!.confidence, 0.3) // no surer than the tax
  })
  it('scores the document by its least sure promised value here', () => {
    const { score } = judgeValues(document({ number: field(), total: field(), other: field({ evidence: [] }) }), ['number', 'total'], model)
    assert.ok(Math.abs(score - 0.9) < 1e-3)
  })
  it('falls back to hand-set weights without a model', () => {
    const { score, fields } = judgeValues(document({ number: field(), total: field({ evidence: [] }) }), ['number', 'total'], null)
    assert.deepEqual([fields.number!.confidence, score], [0.75, 0])
    assert.equal(judgeValues(document({}), ['number'], null).score, 0)
  })
  it('refuses a model that was fitted for other signals', () => {
    assert.throws(() => ConfidenceModel.parse({ ...model, fieldSignals: FIELD_SIGNALS.toReversed() }), /other signals/)
  })
})

describe('signals', () => {
  const at = (name: (typeof FIELD_SIGNALS)[number], one: Field, confidence: number | null = null) =>
    fieldSignals(one, document({}, confidence))[FIELD_SIGNALS.indexOf(name)]
  const other = { path: 'p', raw: '', source: 'text' as const, extractor: 'memory', score: 0.4, evidence: [] }
  it('say what is known about a value', () => {
    assert.equal(at('doubtful least word', field(), 0.7)?.toFixed(2), '0.30')
    assert.equal(at('doubtful least word', field()), 0)
    assert.equal(at('another reader agrees', field({ candidates: [{ ...other, value: 'A' }] })), 1)
    assert.equal(at('best rival', field({ candidates: [{ ...other, value: 'B' }] })), 0.4)
    assert.equal(at('own score', field()), 0.9)
    assert.equal(at('rules passed', field({ checks: [{ ruleId: 'X', outcome: 'passed' }] })), 1 / 3)
  })
})
