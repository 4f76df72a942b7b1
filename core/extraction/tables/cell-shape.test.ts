import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { likeness } from './cell-shape.ts'

describe('likeness of a text to the cells of a column', () => {
  it('tells amounts, counts, codes and names apart', () => {
    const columns = {
      name: ['Desk chair with mesh', 'Drill'],
      code: ['S535-993'],
      quantity: ['12 pcs', '3 hrs'],
      amount: ['1 040.00 €', '15.31 €'],
    }
    const best = (text: string) => Object.entries(columns).toSorted(([, a], [, b]) => likeness(text, b) - likeness(text, a))[0]![0]
    assert.deepEqual(['Copper cable, three wires', 'K436-109', '40 m', '203.00 €'].map(best), ['name', 'code', 'quantity', 'amount'])
  })
  it('says nothing of a column that was empty so far', () => assert.equal(likeness('15 %', ['', '']), 0.5))
  it('counts empty cells', () => assert.equal(likeness('', ['', '15 %']), 0.5))
})
