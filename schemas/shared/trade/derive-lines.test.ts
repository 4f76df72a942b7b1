import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { conform } from '../../../core/assess/index.ts'
import { deriveTrade } from './derive.ts'
import { TradePaper } from './schema.ts'

const derivedOf = (...lines: readonly Record<string, string>[]) => {
  const derived = deriveTrade(conform(TradePaper, { currency: 'EUR', lines }).data as TradePaper)
  return Object.fromEntries(Object.entries(derived).map(([path, { value }]) => [path, value]))
}

describe('quantity and price that a document does not print', () => {
  it('bills one of each where there is neither column', () => {
    const derived = derivedOf({ name: 'Liability insurance', net: '50.00' }, { name: 'Partner', net: '0.00' })
    assert.deepEqual([derived['lines[0].quantity'], derived['lines[0].unitPrice']], ['1', '50'])
    assert.deepEqual([derived['lines[1].quantity'], derived['lines[1].unitPrice']], ['1', '0'])
  })

  it('divides the amount by a printed quantity, unless no sensible price comes out', () => {
    const derived = derivedOf({ name: 'Hours', quantity: '4', net: '50.00' }, { name: 'Kilometres', quantity: '7', net: '50.00' })
    assert.equal(derived['lines[0].unitPrice'], '12.5')
    assert.equal(derived['lines[1].unitPrice'], undefined)
  })

  it('fills no gap in a column that other lines have', () => {
    const derived = derivedOf({ name: 'Desk', quantity: '2', unitPrice: '25', net: '50.00' }, { name: 'Chair', net: '50.00' })
    assert.equal(derived['lines[1].quantity'], undefined)
    assert.equal(derived['lines[1].unitPrice'], undefined)
  })
})
