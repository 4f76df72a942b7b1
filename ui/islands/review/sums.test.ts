import assert from 'node:assert/strict'
import { it } from 'node:test'
import { addDecimals } from './sums.ts'

it('adds amounts exactly, whatever the number of their decimals', () => {
  assert.equal(addDecimals(['0.10', '0.20']), '0.30')
  assert.equal(addDecimals(['100', '-0.005']), '99.995')
  assert.equal(addDecimals(['-1.50', '0.5']), '-1.00')
  assert.equal(addDecimals(['90071992547409.93', '0.01']), '90071992547409.94')
})
