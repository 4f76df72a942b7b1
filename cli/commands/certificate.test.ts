import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { DEFAULT_POLICY, type Judgement } from '../../core/acceptance/index.ts'
import { acceptanceView } from '../../ui/views/acceptance-view.ts'
import { describeStanding } from './certificate.ts'

const TYPE = { name: 'invoice', caption: 'Invoice', unmeasured: [] }
const overview = (judgements: readonly Judgement[]) => ({
  terms: { policy: DEFAULT_POLICY, certificate: null },
  latest: null,
  judgements,
  audits: [],
  seen: [],
  ruleAudits: [],
  attempts: 0,
})

describe('docket certificate', () => {
  it('says what goes to a person and how many reviews are missing', () => {
    const told = describeStanding('Muster', acceptanceView(TYPE, overview([]), 'key'))
    assert.match(told, /everything read off a page goes to a person/)
    assert.match(told, /no certificate\n/)
    // ln(0.05 / 2) / ln(0.99) = 367.04: the first attempt may use half of δ = 5 % (decision 0021).
    assert.match(told, /for at most 1 % wrong: about 368 more blind reviews; 100 % of the documents/)
  })
})
