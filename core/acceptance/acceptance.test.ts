import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { sampleJudgement } from '../../tests/sample-judgement.ts'
import type { Field } from '../field.ts'
import type { Reason } from '../result.ts'
import {
  type Candidate,
  type Certificate,
  candidatesOf,
  DEFAULT_POLICY,
  decideAcceptance,
  type OwnerTerms,
  prove,
  wrongPaths,
} from './index.ts'

const BOX = { x0: 0, y0: 0, x1: 0.1, y1: 0.1 }
const field = (changes: Partial<Field> = {}): Field => ({
  value: '1.00',
  raw: '1.00',
  source: 'text',
  confidence: 0.95,
  evidence: [{ page: 1, box: BOX, text: '1.00' }],
  checks: [],
  candidates: [],
  ...changes,
})
const candidate = (changes: Partial<Candidate> = {}): Candidate => ({
  fields: { number: field(), total: field() },
  promised: ['number', 'total'],
  objections: [],
  unmeasured: [],
  score: 0.9,
  engines: ['text layer'],
  key: 'now',
  gross: '100.00',
  draw: 0.5,
  ...changes,
})
const certificate: Certificate = {
  id: 'c',
  type: 't',
  key: 'now',
  engines: ['text layer'],
  alpha: 0.01,
  delta: 0.05,
  threshold: 0.8,
  accepted: 300,
  wrong: 0,
  documents: 400,
  upper: 0.0099,
  seed: 's',
  auditShare: 0.05,
  calibration: {},
  crowd: null,
  issuedBy: 'owner',
  issuedAt: '2026-01-01T00:00:00Z',
  withdrawnAt: null,
  withdrawnBecause: null,
}
const certified = (changes: Partial<Certificate> = {}): OwnerTerms => ({
  policy: DEFAULT_POLICY,
  certificate: { ...certificate, ...changes },
})
const OBJECTION: Reason = { code: 'rule_failed', message: { en: 'x', ru: 'x' } }
const codes = (one: Candidate, terms: OwnerTerms) => decideAcceptance(one, terms).reasons.map(({ code }) => code)

describe('acceptance', () => {
  it('needs nothing but structured data that no rule doubts', () => {
    const data = candidate({ fields: { number: field({ source: 'xml' }), total: field({ source: 'rule' }) } })
    assert.deepEqual(decideAcceptance(data, { policy: DEFAULT_POLICY, certificate: null }), { basis: 'data', reasons: [], blind: null })
    assert.equal(decideAcceptance({ ...data, objections: [OBJECTION] }, certified()).basis, null)
  })
  it('of read values needs a certificate', () => {
    assert.deepEqual(codes(candidate(), { policy: DEFAULT_POLICY, certificate: null }), ['not_calibrated'])
    assert.deepEqual(decideAcceptance(candidate(), certified()), { basis: 'certificate', reasons: [], blind: null })
  })
  it('ends with the certificate, with another pipeline and with another engine', () => {
    assert.deepEqual(codes(candidate(), certified({ withdrawnAt: '2026-02-01T00:00:00Z' })), ['not_calibrated'])
    assert.deepEqual(codes(candidate({ key: 'new' }), certified()), ['certificate_outdated'])
    assert.deepEqual(codes(candidate({ engines: ['tesseract'] }), certified()), ['outside_certificate'])
  })
  it('demands the threshold, a place for every promised value, and no objection', () => {
    assert.deepEqual(codes(candidate({ score: 0.79 }), certified()), ['below_threshold'])
    assert.equal(decideAcceptance(candidate({ score: 0.8 }), certified()).basis, 'certificate')
    assert.deepEqual(codes(candidate({ fields: { number: field({ evidence: [] }) } }), certified()), ['below_threshold'])
    assert.deepEqual(codes(candidate({ objections: [OBJECTION] }), certified()), ['rule_failed'])
    // People's reviews prove what no fitted number has to.
    assert.equal(decideAcceptance(candidate({ unmeasured: ['total'] }), certified()).basis, 'certificate')
  })
  it('sends the drawn share to a blind audit', () => {
    const drawn = decideAcceptance(candidate({ draw: 0.049 }), certified())
    assert.deepEqual([drawn.basis, drawn.blind, drawn.reasons[0]?.code], [null, 'audit', 'blind_audit'])
    // What would not be accepted is no audit.
    assert.equal(decideAcceptance(candidate({ draw: 0.01, score: 0.1 }), certified()).blind, null)
  })
  it('gathers evidence blindly where the owner says so, certificate or not', () => {
    const shadow = decideAcceptance(candidate(), { policy: { ...DEFAULT_POLICY, blind: true }, certificate })
    assert.deepEqual([shadow.basis, shadow.blind, shadow.reasons[0]?.code], [null, 'shadow', 'blind_review'])
  })
  it("follows the owner's rule without a proof", () => {
    const rule = { policy: { ...DEFAULT_POLICY, mode: 'rules', leastConfidence: 0.9, mostGross: '100.00' }, certificate: null } as const
    assert.equal(decideAcceptance(candidate(), rule).basis, 'rules')
    assert.deepEqual(codes(candidate({ gross: '100.01' }), rule), ['above_limit'])
    assert.deepEqual(codes(candidate({ gross: null }), rule), ['above_limit'])
    assert.deepEqual(codes(candidate({ fields: { total: field({ confidence: 0.89 }) } }), rule), ['below_threshold'])
    assert.deepEqual(codes(candidate({ objections: [OBJECTION] }), rule), ['rule_failed'])
    assert.deepEqual(codes(candidate({ unmeasured: ['total'] }), rule), ['not_measured'])
    // What the rule accepts is drawn for audits as well, and only that.
    assert.equal(decideAcceptance(candidate({ draw: 0.049 }), rule).blind, 'audit')
    assert.deepEqual(codes(candidate({ draw: 0.049, gross: '100.01' }), rule), ['above_limit'])
  })
})

describe('what a blind review finds', () => {
  const said = { number: 'A-1', total: '10.00', iban: null }
  it('is wrong where a promised value differs', () => {
    assert.deepEqual(wrongPaths(said, { number: 'a 1', total: '10', iban: null }, ['number', 'total', 'iban'], new Set()), [])
    assert.deepEqual(wrongPaths(said, { number: 'A-2', total: '10.01', iban: null }, ['number', 'total', 'iban'], new Set()), [
      'number',
      'total',
    ])
  })
  it('counts what was left out only where it is required, and what was made up always', () => {
    const truth = { number: 'A-1', total: '10.00', iban: 'DE1' }
    assert.deepEqual(wrongPaths(said, truth, ['iban'], new Set()), [])
    assert.deepEqual(wrongPaths(said, truth, ['iban'], new Set(['iban'])), ['iban'])
    assert.deepEqual(wrongPaths({ iban: 'DE1' }, { iban: null }, ['iban'], new Set()), ['iban'])
  })
})

describe('the proof', () => {
  it('rests on documents that could have been accepted', () => {
    const judged = [...Array(20).keys()].map((i) => sampleJudgement(i, { eligible: i % 2 === 0, wrong: i % 2 === 1 }))
    assert.equal(candidatesOf(judged).length, 10)
    assert.ok(candidatesOf(judged).every(({ wrong }) => !wrong))
  })
  it('gets dearer with every attempt', () => {
    // α 1 %, δ 5 %: the first attempt has δ/2 (368 clean documents), the second δ/4 (437).
    const judged = [...Array(368).keys()].map((i) => sampleJudgement(i))
    assert.equal(prove(judged, 0.01, 0.05, 1)?.bound.accepted, 368)
    assert.equal(prove(judged.slice(1), 0.01, 0.05, 1), null)
    assert.equal(prove(judged, 0.01, 0.05, 2), null)
    assert.equal(
      prove(
        [...Array(437).keys()].map((i) => sampleJudgement(i)),
        0.01,
        0.05,
        2,
      )?.bound.accepted,
      437,
    )
  })
  it('carries engines and curves', () => {
    const judged = [...Array(368).keys()].map((i) => sampleJudgement(i, { engines: [i % 2 ? 'text layer' : 'pp-ocr'] }))
    const proof = prove(judged, 0.01, 0.05, 1)!
    assert.deepEqual(proof.engines, ['pp-ocr', 'text layer'])
    assert.equal(proof.calibration.number?.kind, 'isotonic')
  })
})
