import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ValueKind } from '../../core/field.ts'
import type { Line, Reading } from '../../core/reading.ts'
import { valueInRegion } from './pointed-value.ts'

/** Words 0.1 wide with 0.02 between them, from x = 0.1; lines 0.02 high, at 0.1, 0.2 … */
function reading(...texts: readonly string[]): Reading {
  const lines = texts.map((text, row): Line => {
    const y0 = (row + 1) / 10
    const words = text
      .split(' ')
      .map((word, i) => ({ text: word, confidence: null, box: { x0: 0.1 + i * 0.12, x1: 0.2 + i * 0.12, y0, y1: y0 + 0.02 } }))
    return { text, words, confidence: null, box: { x0: 0.1, x1: words.at(-1)!.box.x1, y0, y1: y0 + 0.02 } }
  })
  const page = { index: 1, widthPx: 1000, heightPx: 1414, source: 'text' as const, engine: null, blocks: [], tables: [], error: null }
  return { pages: [{ ...page, lines }] }
}

const GERMAN = reading('Rechnungsbetrag 1 234,56 EUR', 'vom 3. Mai 2026', 'Musterwerk GmbH', 'Nirgendwo Straße 1')
const click = (word: number, line: number) => {
  const [x, y] = [0.11 + word * 0.12, line / 10 + 0.005]
  return { x0: x, x1: x, y0: y, y1: y }
}
const valueAt = (region: Parameters<typeof valueInRegion>[2], kind: ValueKind) => valueInRegion(GERMAN, 1, region, kind)

describe('pointing at the page', () => {
  it('takes the whole amount of a click on a part of it, in the notation of the document', () => {
    assert.deepEqual([valueAt(click(1, 1), 'money')?.value, valueAt(click(2, 1), 'money')?.raw], ['1234.56', '1 234,56'])
  })

  it('takes a date from any of its words', () => assert.equal(valueAt(click(2, 2), 'date')?.value, '2026-05-03'))

  it('takes one word of a text by a click, all lines by a drawn region, with a place for each', () => {
    assert.equal(valueAt(click(0, 3), 'name')?.value, 'Musterwerk')
    const block = valueAt({ x0: 0.05, x1: 0.9, y0: 0.29, y1: 0.45 }, 'name')
    assert.equal(block?.value, 'Musterwerk GmbH Nirgendwo Straße 1')
    assert.equal(block?.evidence.length, 2)
  })

  it('finds nothing where nothing of the kind stands', () => {
    assert.equal(valueAt(click(0, 3), 'money'), null)
    assert.equal(valueAt({ x0: 0, x1: 0.01, y0: 0, y1: 0.01 }, 'text'), null)
    assert.equal(valueInRegion(GERMAN, 2, click(0, 1), 'text'), null)
  })
})
