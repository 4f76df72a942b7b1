import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { dec, misreadingCost } from './index.ts'

const cost = (seen: string, truth: string) => misreadingCost(dec(seen), dec(truth))

describe('how a number is misread', () => {
  it('a comma lost or shifted, also where the last digits are rounded away', () => {
    assert.equal(cost('15563.00', '155.63'), 1)
    assert.equal(cost('0.35', '35'), 1)
    assert.equal(cost('316.54', '31654.35'), 1)
  })
  it('one other digit, two exchanged, one lost or doubled', () => {
    assert.equal(cost('118.00', '119.00'), 1)
    assert.equal(cost('12.05', '12.50'), 1.2)
    assert.equal(cost('102.50', '12.50'), 1.5)
  })
  it('several digits make another number, another sign is none', () => {
    assert.equal(cost('100.00', '99.00'), 4)
    assert.equal(cost('123.45', '167.45'), 2)
    assert.equal(cost('-5.00', '5.00'), 4)
  })
})
