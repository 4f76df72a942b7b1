import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { contractKeyDates } from './key-dates.ts'
import type { Contract } from './schema.ts'

const RENEWAL = { auto: null, period: null, notice: null, noticeDays: null }
const dates = (renewal: object, today: string, more: object = {}) =>
  contractKeyDates(
    { expiryDate: '2026-12-31', indefinite: false, ...more, renewal: { ...RENEWAL, ...renewal } } as unknown as Contract,
    today,
  ).map(({ kind, date }) => `${kind} ${date}`)

describe('the dates of a contract', () => {
  it('are its end alone where nothing renews it', () => {
    assert.deepEqual(dates({}, '2026-11-21'), ['ends 2026-12-31'])
    assert.deepEqual(dates({ notice: '30 days' }, '2026-11-21'), ['ends 2026-12-31'])
    assert.deepEqual(dates({}, '2027-01-01'), [])
  })

  it('are the renewal and the last day to refuse it', () => {
    assert.deepEqual(dates({ auto: true, period: '1 year', notice: '30 days' }, '2026-11-21'), [
      'notice_by 2026-12-01',
      'renews 2026-12-31',
    ])
    assert.deepEqual(dates({ auto: true, noticeDays: '30' }, '2026-11-21'), ['notice_by 2026-12-01', 'renews 2026-12-31'])
    assert.deepEqual(dates({ auto: true, notice: '30 days' }, '2026-12-02'), ['renews 2026-12-31'])
  })

  it('are those of the term that runs today', () => {
    assert.deepEqual(dates({ auto: true, period: '1 year', notice: '2 months' }, '2028-03-01'), [
      'notice_by 2028-10-31',
      'renews 2028-12-31',
    ])
    assert.deepEqual(dates({ auto: true, period: '1 month' }, '2027-02-01'), ['renews 2027-02-28'])
  })

  it('are not guessed from working days, nor for a contract without an end', () => {
    assert.deepEqual(dates({ auto: true, notice: '10 working days' }, '2026-11-21'), ['renews 2026-12-31'])
    assert.deepEqual(dates({}, '2026-11-21', { indefinite: true }), [])
    assert.deepEqual(dates({}, '2026-11-21', { expiryDate: null }), [])
  })
})
