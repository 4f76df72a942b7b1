import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type KeptRule, type RoutingFacts, RoutingRule, ruleFor, ruleProblems, type Standing } from './index.ts'

const STANDING: Standing = { types: ['bill'], queues: ['q'], reviewers: ['anna', 'boris'], approvers: ['boris'] }
const BILL: RoutingFacts = {
  type: 'bill',
  taxIds: ['7707083893'],
  supplier: '17',
  amount: '500.00',
  currency: 'RUB',
  source: 'upload',
  hidden: false,
}

const rule = (id: string, when: object, to: object = { person: 'anna' }): KeptRule => ({
  ...RoutingRule.parse({ name: id, when, to }),
  id,
  version: 1,
})
const met = (rules: readonly KeptRule[], facts: Partial<RoutingFacts> = {}, standing = STANDING) =>
  ruleFor(rules, { ...BILL, ...facts }, standing)?.id ?? null

describe('ruleFor', () => {
  it('takes the first rule that fits, not the closest', () => {
    assert.equal(met([rule('all', {}), rule('supplier', { supplier: '17' })]), 'all')
    assert.equal(met([rule('other type', { type: 'letter' }), rule('all', {})]), 'all')
    assert.equal(met([]), null)
  })

  it('wants everything that a rule names', () => {
    const one = [rule('one', { type: 'bill', taxId: '77 0708 3893', source: 'upload' })]
    assert.equal(met(one), 'one')
    assert.equal(met(one, { taxIds: [] }), null)
    assert.equal(met(one, { source: 'mailbox' }), null)
    assert.equal(met([rule('code', { supplier: '17' })], { supplier: null }), null)
  })

  it('counts both ends of a range of totals in its own currency, whatever the sign; an unknown total is in no range', () => {
    const range = [rule('range', { currency: 'RUB', least: '500', most: '1000' })]
    const of = (amount: string | null, currency = 'RUB') => met(range, { amount, currency })
    assert.deepEqual(
      ['499.99', '500', '-500.00', '1000.00', '1000.01', null].map((amount) => of(amount)),
      [null, 'range', 'range', 'range', null, null],
    )
    assert.equal(of('600', 'EUR'), null)
  })

  it('passes over a rule that names somebody who has left or may not approve, and a queue that is gone', () => {
    const rest = rule('rest', {})
    assert.equal(met([rule('left', {}, { person: 'clara' }), rest]), 'rest')
    assert.equal(met([rule('no approver', {}, { approver: 'anna' }), rest]), 'rest')
    assert.equal(met([rule('queue', {}, { queue: 'gone' }), rest]), 'rest')
    assert.equal(met([rule('fine', {}, { queue: 'q', person: 'anna', approver: 'boris' }), rest]), 'fine')
  })
})

describe('ruleProblems', () => {
  const fields = (when: object, to: object = { person: 'anna' }) => ruleProblems(rule('r', when, to), STANDING).map(({ field }) => field)

  it('says what is wrong with a rule before it is kept', () => {
    assert.deepEqual(fields({ type: 'bill' }), [])
    assert.deepEqual(fields({ type: 'unknown' }), [])
    assert.deepEqual(fields({ type: 'novel' }), ['when.type'])
    assert.deepEqual(fields({ least: '5' }), ['when.currency'])
    assert.deepEqual(fields({ currency: 'RUB', least: '5', most: '4.99' }), ['when.most'])
    assert.deepEqual(fields({}, {}), ['to'])
    assert.deepEqual(fields({}, { dueHours: 4 }), [])
    assert.deepEqual(fields({}, { person: 'boris', approver: 'boris' }), ['to.approver'])
    assert.deepEqual(fields({}, { queue: 'gone', person: 'clara', approver: 'anna' }), ['to.queue', 'to.person', 'to.approver'])
  })
})
