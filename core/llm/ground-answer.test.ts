import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { ValueKind } from '../field.ts'
import type { Line, Reading } from '../reading.ts'
import { groundAnswer } from './ground-answer.ts'
import { numberRows } from './numbered-rows.ts'

const line = (text: string, row: number, x = 0): Line => {
  const y = { y0: row / 50, y1: row / 50 + 0.012 }
  const words = text.split(' ').map((word, i) => ({ text: word, confidence: null, box: { x0: x + i / 25, x1: x + (i + 0.9) / 25, ...y } }))
  return { text, words, confidence: null, box: { x0: x, x1: x + words.length / 25, ...y } }
}
const page = (...lines: readonly Line[]): Reading => ({
  pages: [{ index: 1, widthPx: 1000, heightPx: 1400, source: 'text', engine: null, blocks: [], tables: [], error: null, lines }],
})
const READING = page(
  line('Rechnung Nr. RE 2026-17', 0),
  line('Datum 12. März 2026', 1),
  line('Muster & Söhne GmbH', 2),
  line('Beispielweg 5', 3),
  line('Total 1.234,50 EUR', 4),
  line('IBAN DE89 3704 0044 0532 0130 00', 5),
  line('ИНН 7707083893', 6),
)
const words = new Map(
  numberRows(READING, { first: 1, last: 1 }).flatMap(({ cells }) => cells.flat().map((word) => [word.id, word] as const)),
)
const ids = (...texts: readonly string[]) => texts.map((text) => [...words.values()].find((word) => word.text === text)!.id)
const ground = (value: string, kind: ValueKind, ...texts: readonly string[]) =>
  groundAnswer({ path: 'x', value, words: ids(...texts) }, kind, {
    words,
    locale: { decimal: ',', order: 'dmy' },
    said: ({ text }) => text,
  })
const taken = (...args: Parameters<typeof ground>) => {
  const found = ground(...args)
  return typeof found === 'string' ? found : found.proposal ? `? ${found.value}` : found.value
}

describe('a value of a language model', () => {
  it('is what its words say, in canonical form', () => {
    assert.equal(taken('1234.50', 'money', '1.234,50'), '1234.50')
    assert.equal(taken('1234.50', 'money', '1.234,50', 'EUR'), '1234.50')
    assert.equal(taken('2026-03-12', 'date', '12.', 'März', '2026'), '2026-03-12')
    assert.equal(taken('RE 2026-17', 'id', 'RE', '2026-17'), 'RE 2026-17')
    assert.equal(taken('DE89370400440532013000', 'id', 'DE89', '3704', '0044', '0532', '0130', '00'), 'DE89370400440532013000')
    assert.equal(taken('7707083893', 'id', 'ИНН', '7707083893'), '7707083893')
    assert.equal(taken('EUR', 'code', 'EUR'), 'EUR')
    assert.equal(taken('muster & söhne gmbh', 'name', 'Muster', '&', 'Söhne', 'GmbH'), 'Muster & Söhne GmbH')
  })

  it('is only offered where the model wrote something else than stands there', () => {
    assert.equal(taken('9999.99', 'money', '1.234,50'), '? 1234.50')
    assert.equal(taken('2026-12-03', 'date', '12.', 'März', '2026'), '? 2026-03-12')
    assert.equal(taken('7736050003', 'id', '7707083893'), '? 7707083893')
    assert.equal(taken('Böse AG', 'name', 'Muster', '&', 'Söhne', 'GmbH'), '? Muster & Söhne GmbH')
  })

  it('is nothing without words, and not a piece of a longer number', () => {
    const nowhere = groundAnswer({ path: 'x', value: '1', words: [99_999] }, 'money', {
      words,
      locale: { decimal: ',', order: 'dmy' },
      said: ({ text }) => text,
    })
    assert.equal(nowhere, 'no_such_words')
    assert.equal(taken('100.00', 'money', 'Datum'), 'not_in_words')
    assert.equal(taken('770708', 'id', '7707083893'), '? 7707083893')
    assert.equal(taken('GmbH', 'id', 'GmbH'), 'not_in_words')
  })

  it('is never put together from pieces of the page', () => {
    assert.equal(taken('2026-17 2026', 'id', '2026-17', '2026'), 'scattered_words')
    assert.equal(taken('DE89 0532', 'id', 'DE89', '0532'), 'scattered_words')
    assert.equal(taken('Rechnung Total', 'text', 'Rechnung', 'Total'), 'scattered_words')
  })

  it('may run over lines that follow each other where it is prose', () => {
    const found = ground('Muster & Söhne GmbH Beispielweg 5', 'text', 'Muster', '&', 'Söhne', 'GmbH', 'Beispielweg', '5')
    assert.ok(typeof found !== 'string')
    assert.deepEqual(
      found.evidence.map(({ text }) => text),
      ['Muster & Söhne GmbH', 'Beispielweg 5'],
    )
    assert.equal(found.source, 'llm')
  })
})
