import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { conform } from '../../../core/assess/index.ts'
import { deriveContract } from '../derive.ts'
import { Contract } from '../schema.ts'
import { checkContract, missingInContract } from './index.ts'

const nothing = { today: '2026-11-21', history: [], ownTaxIds: [], derived: new Set<string>() }
const contract = (loose: Record<string, unknown>): Contract => conform(Contract, loose).data
const ids = (loose: Record<string, unknown>) => checkContract(contract(loose), nothing).findings.map(({ ruleId }) => ruleId)

describe('rules of a contract', () => {
  it('dates stand in order: signed, in force, ended', () => {
    assert.deepEqual(ids({ signDate: '2026-05-05', effectiveDate: '2026-06-01', expiryDate: '2027-06-01' }), [])
    assert.deepEqual(ids({ signDate: '2026-05-05', effectiveDate: '2026-04-01' }), ['CONTRACT-DATES'])
    assert.deepEqual(ids({ signDate: '2026-05-05', expiryDate: '2026-04-30' }), ['CONTRACT-END'])
  })

  it('a printed end agrees with the printed term, the last day before the anniversary included', () => {
    assert.deepEqual(ids({ signDate: '2026-01-01', expiryDate: '2026-12-31', term: '1 year' }), [])
    assert.deepEqual(ids({ signDate: '2026-01-01', expiryDate: '2027-12-31', term: '1 year' }), ['CONTRACT-TERM'])
  })

  it('an open end and a fixed one contradict each other', () => {
    assert.deepEqual(ids({ indefinite: true, term: '1 year' }), ['CONTRACT-OPEN'])
  })

  it('the amount in words is the amount in figures', () => {
    assert.deepEqual(ids({ amount: { value: '360000.00', words: 'Триста шестьдесят тысяч рублей 00 копеек' } }), [])
    assert.deepEqual(ids({ amount: { value: '630000.00', words: 'Триста шестьдесят тысяч рублей 00 копеек' } }), ['CONTRACT-WORDS'])
  })

  it('parties differ, and their numbers have valid check digits', () => {
    assert.deepEqual(ids({ parties: [{ name: 'ООО «Ромашка»' }, { name: 'ООО "РОМАШКА"' }] }), ['CONTRACT-PARTIES'])
    assert.deepEqual(ids({ parties: [{ inn: '7707083893' }, { inn: '7736050003' }] }), [])
    assert.deepEqual(ids({ parties: [{ inn: '7707083894' }] }), ['CHECK-DIGITS'])
  })

  it('wants a title, a date and two parties', () => {
    assert.deepEqual(missingInContract(contract({ parties: [{ name: 'A' }] })), ['title', 'signDate', 'parties[1].name'])
    assert.deepEqual(missingInContract(contract({ title: 'T', signDate: '2026-01-01', parties: [{ name: 'A' }, { name: 'B' }] })), [])
  })
})

describe('what follows from a contract', () => {
  const derived = (loose: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(deriveContract(contract(loose))).map(([path, { value }]) => [path, value]))

  it('is in force from its date, and ends when its term is over', () => {
    assert.deepEqual(derived({ signDate: '2008-06-02', term: '2 years' }), {
      effectiveDate: '2008-06-02',
      expiryDate: '2010-06-02',
      indefinite: false,
    })
    assert.deepEqual(derived({ signDate: '2026-01-10', effectiveDate: '2026-01-31', term: '1 month' }), {
      expiryDate: '2026-02-28',
      indefinite: false,
    })
  })

  it('counts days of a notice only where it is said in days or weeks', () => {
    assert.deepEqual(derived({ renewal: { notice: '2 weeks' }, termination: { notice: '3 months' } }), { 'renewal.noticeDays': '14' })
  })

  it('replaces nothing that is printed', () => {
    assert.deepEqual(
      derived({ signDate: '2026-01-01', effectiveDate: '2026-02-01', expiryDate: '2026-12-31', term: '1 year', indefinite: false }),
      {},
    )
  })
})
