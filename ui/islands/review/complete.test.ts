import assert from 'node:assert/strict'
import { it } from 'node:test'
import { beginningWith } from './complete.ts'

const line = (...texts: readonly (readonly [string, number, number])[]) => ({
  words: texts.map(([text, x0, x1]) => ({ text, box: { x0, x1, y0: 0.1, y1: 0.12 }, confidence: null })),
})
const texts = (...from: Parameters<typeof beginningWith>) => beginningWith(...from).map(({ text }) => text)

it('completes what is typed by the words of the page, in any case', () => {
  const words = line(['Northwind', 0.1, 0.2], ['Paper', 0.21, 0.26], ['Ltd', 0.27, 0.3], ['Invoice', 0.6, 0.7])
  assert.deepEqual(texts(words, 'north', true, 1), ['Northwind', 'Northwind Paper Ltd'])
  assert.deepEqual(texts(words, 'northwind pa', true, 1), ['Northwind Paper', 'Northwind Paper Ltd'])
  assert.deepEqual(texts(words, 'inv', false, 1), ['Invoice'])
  assert.deepEqual(texts(words, 'south', true, 1), [])
})

it('gives the place of the words, a hair inside of them', () => {
  const [only] = beginningWith(line(['A-17', 0.5, 0.6]), 'a-', false, 3)
  assert.equal(only?.place.page, 3)
  assert.ok(only && only.place.x0 > 0.5 && only.place.x1 < 0.6)
})
