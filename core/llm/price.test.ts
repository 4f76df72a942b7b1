import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { costOf, highestCost } from './price.ts'

describe('the price of a call', () => {
  it('counts cached input by its own price, exactly', () => {
    // 600 fresh × 0.15 + 400 cached × 0.075 + 200 × 0.60 per million: 90 + 30 + 120 = 240 millionths.
    assert.equal(costOf({ input: 1000, output: 200, cached: 400 }, { input: '0.15', output: '0.60', cached: '0.075' }), '0.00024000')
    assert.equal(costOf({ input: 0, output: 0, cached: 0 }, { input: '1', output: '1', cached: '1' }), '0.00000000')
  })

  it('holds every byte of the question and the longest answer for a token, at the dearer price of input', () => {
    const request = { messages: [{ role: 'user' as const, text: 'Счёт 1' }], schema: { name: 'invoice', json: {} }, maxTokens: 100 }
    // 10 bytes of text and 2 of schema at 3, 100 tokens of answer at 5 per million: 36 + 500 = 536 millionths.
    assert.equal(highestCost(request, { input: '2', cached: '3', output: '5' }), '0.00053600')
    const seen = { ...request, messages: [{ ...request.messages[0]!, images: [{ mediaType: 'image/png', base64: '' }] }] }
    assert.equal(highestCost(seen, { input: '2', cached: '3', output: '5' }), '0.00953600')
  })
})
