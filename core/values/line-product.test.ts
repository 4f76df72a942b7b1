import assert from 'node:assert/strict'
import { it } from 'node:test'
import { completeProduct } from './line-product.ts'

// Worked out by hand.
it('gives the third of quantity, price and amount', () => {
  assert.equal(completeProduct({ quantity: '3', price: '1.335', amount: null }, 'amount'), '4.01') // 4.005, half away from zero
  assert.equal(completeProduct({ quantity: '-2', price: '20', amount: '0' }, 'amount'), '-40.00')
  assert.equal(completeProduct({ quantity: '3', price: null, amount: '100.00' }, 'price'), '33.3333') // × 3 = 99.9999, rounded 100.00
  assert.equal(completeProduct({ quantity: null, price: '12.50', amount: '100.00' }, 'quantity'), '8')
})

it('says nothing where nothing follows', () => {
  assert.equal(completeProduct({ quantity: '3', price: null, amount: '1' }, 'amount'), null)
  assert.equal(completeProduct({ quantity: '0', price: null, amount: '10.00' }, 'price'), null)
  assert.equal(completeProduct({ quantity: '1000000', price: null, amount: '100.00' }, 'price'), '0.0001')
  assert.equal(completeProduct({ quantity: '7000000', price: null, amount: '100.01' }, 'price'), null) // 0.0000142…: four decimals do not give it back
})
