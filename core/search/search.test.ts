import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Line, Page } from '../reading.ts'
import { chunksOf, codesOf, meantWords, pagePassages, plainText } from './index.ts'

const box = { x0: 0.1, y0: 0.1, x1: 0.2, y1: 0.2 }
const lineOf = (text: string): Line => ({
  text,
  box,
  confidence: null,
  words: text.split(' ').map((word) => ({ text: word, box, confidence: null })),
})
const pageOf = (lines: readonly string[], blocks: readonly (readonly number[])[] = []): Page => ({
  index: 2,
  widthPx: 100,
  heightPx: 100,
  source: 'text',
  engine: null,
  lines: lines.map(lineOf),
  blocks: blocks.map((each) => ({ box, lines: each })),
  tables: [],
  error: null,
})

describe('text as the search index knows it', () => {
  it('has one kind of letters and no punctuation', () => {
    assert.equal(plainText('Счёт № 17/А от ООО «Ёлка»'), 'счет no 17 а от ооо елка')
    assert.equal(plainText('постав-\nщик con\u00adtract'), 'поставщик contract')
  })

  for (const [printed, code] of [
    ['1 234,50', '1234.50'],
    ['1,234.50', '1234.50'],
    ['1.234,5', '1234.50'],
    ['1234', '1234'],
    ['1 200.00', '1200'],
    ['12.03.2026', '20260312'],
    ['2026-03-12', '20260312'],
    ['INV-2024/17', 'inv202417'],
    ['№17-А,', '17а'],
  ] as const)
    it(`knows ${printed} as ${code}`, () => assert.deepEqual(codesOf(printed), [code]))

  it('gives words without digits no code, and keeps a grouped amount in one piece', () => {
    assert.deepEqual(codesOf('договор'), [])
    assert.deepEqual(chunksOf('итого 1 234,50 руб'), ['итого', '1 234,50', 'руб'])
  })
})

describe('passages', () => {
  it('keep as many places as words, and a block together', () => {
    const [only, ...others] = pagePassages(pageOf(['Срок поставки', 'десять дней', 'Другое'], [[0, 1]]))
    assert.equal(others.length, 0)
    assert.equal(only?.text, 'Срок поставки\nдесять дней\nДругое')
    assert.equal(only?.boxes.length, 5)
    assert.equal(only?.page, 2)
  })

  it('are a few sentences long, and lose no line of a long page', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `строка ${i} ${'слово '.repeat(8).trim()}`)
    const passages = pagePassages(pageOf(lines))
    assert.ok(passages.every(({ text }) => text.length <= 700))
    assert.equal(passages.map(({ text }) => text).join('\n'), lines.join('\n'))
  })
})

describe('a slip of the finger', () => {
  it('is one letter wrong, missing, too many or two exchanged', () => {
    const known = ['поставка', 'доставка', 'договор', 'northwind']
    assert.deepEqual(meantWords('догвоор', known), ['договор'])
    assert.deepEqual(meantWords('договр', known), ['договор'])
    assert.deepEqual(meantWords('norhtwind', known), ['northwind'])
    assert.deepEqual(meantWords('постaвка', known)[0], 'поставка')
  })

  it('is never taken for another number or another short word', () => {
    assert.deepEqual(meantWords('1001', ['1002']), [])
    assert.deepEqual(meantWords('акт', ['факт']), [])
  })
})
