import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { secondPersonReasons } from './second-person.ts'

const finding = (ruleId: string) =>
  ({ ruleId, severity: 'warning', fields: [], expected: null, actual: null, delta: null, message: { en: '', ru: '' } }) as const
const of = (
  amount: string | null,
  currency: string | null,
  limits: readonly (readonly [string, string])[],
  rules: readonly string[] = [],
) =>
  secondPersonReasons(
    { findings: rules.map(finding), headline: { amount, currency }, hasAmount: true },
    limits.map(([name, most]) => ({ currency: name, amount: most })),
  ).map(({ code }) => code)
const LIMITS = [
  ['RUB', '100000'],
  ['*', '1000.00'],
] as const

describe('a second person', () => {
  it('is asked for above the limit of the currency, not at it', () => {
    assert.deepEqual(of('100000.00', 'RUB', LIMITS), [])
    assert.deepEqual(of('100000.01', 'RUB', LIMITS), ['second_person_amount'])
    assert.deepEqual(of('-100000.01', 'RUB', LIMITS), ['second_person_amount'])
    assert.deepEqual(of('1000.01', 'EUR', LIMITS), ['second_person_amount'])
    assert.deepEqual(of('999.99', null, LIMITS), [])
  })
  it('is asked for where limits exist and nobody can tell: no total, or a currency without a limit', () => {
    assert.deepEqual(of(null, 'RUB', LIMITS), ['second_person_amount'])
    assert.deepEqual(of('1.00', 'EUR', [['RUB', '5']]), ['second_person_amount'])
    assert.deepEqual(of(null, null, []), [])
  })
  it('is asked for by changed bank details whatever the limits', () => {
    assert.deepEqual(of('1.00', 'RUB', [], ['BANK-CHANGED']), ['second_person_bank_details'])
    assert.deepEqual(of('1.00', 'RUB', [], ['BANK-KNOWN']), [])
  })
})
