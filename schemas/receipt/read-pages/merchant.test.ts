import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../core/layout/text-grid.ts'
import type { Reading } from '../../../core/reading.ts'
import { readReceiptPages } from '../read-pages.ts'

const SOLD = ['Bread            2.00', 'TOTAL            2.00', 'CASH             5.00', 'CHANGE           3.00']
const best = (path: string, reading: Reading) =>
  readReceiptPages(reading)
    .filter((one) => one.path === path)
    .toSorted((a, b) => b.score - a.score)[0]
const shopOn = (...lines: readonly string[]) => best('merchant.name', readingOfText([...lines].join('\n')))?.value
const dayOn = (line: string) => best('date', readingOfText(['SPECIMEN LTD', 'VAT No 123', line, ...SOLD].join('\n')))

describe('the shop of a slip', () => {
  it('is told by its thanks where the head is a logo', () => {
    assert.equal(shopOn('Musterstraße 12', '00815 Musterstadt', ...SOLD, 'Danke für Ihren Einkauf bei Marktinsel'), 'Marktinsel')
    assert.equal(shopOn('12 Makebelieve Lane', ...SOLD, 'Thank you for shopping at Oak & Elm'), 'Oak & Elm')
  })

  it('is not whom a greeting leaves out', () => {
    assert.equal(shopOn('12 Makebelieve Lane', ...SOLD, 'Thank you for shopping with us'), undefined)
  })

  it('is told by its site when nothing else tells it', () => {
    assert.equal(shopOn('12 Makebelieve Lane', ...SOLD, 'www.oakelm.example'), 'oakelm')
  })

  it('takes a form of company that stands alone below', () => {
    assert.equal(shopOn('A & B', 'SDN BHD', 'NO 7, JALAN MISAL 3', ...SOLD), 'A & B SDN BHD')
  })

  it('may sound like a street over its register number', () => {
    assert.equal(shopOn('LUCKY LANE', '(814872-T)', 'NO 7, JALAN MISAL 3', ...SOLD), 'LUCKY LANE')
  })

  it('leaves the number of the branch and the word for its owner out', () => {
    assert.equal(shopOn('Maple Corner #1204', '88 Specimen Street', ...SOLD), 'Maple Corner')
    assert.equal(shopOn('Inhaber: Lindner Markt GmbH', 'Musterstraße 12', ...SOLD), 'Lindner Markt GmbH')
    assert.equal(shopOn('August Industrie GmbH', 'Musterstraße 12', ...SOLD), 'August Industrie GmbH')
  })

  it('is nothing where an engine made letters of a logo', () => {
    const read = readingOfText(['Mbua deM', '12 Makebelieve Lane', ...SOLD].join('\n'))
    const doubted: Reading = {
      pages: read.pages.map((page) => ({
        ...page,
        lines: page.lines.map((line, i) => (i === 0 ? { ...line, words: line.words.map((word) => ({ ...word, confidence: 0.1 })) } : line)),
      })),
    }
    assert.equal(best('merchant.name', doubted), undefined)
  })
})

describe('the day of a slip', () => {
  it('survives a separator or a figure that was misread, and is less sure', () => {
    for (const line of ['19,02.2022 21:09', '19.02 2022 21:09', 'l9.O2.2022 21:09']) assert.equal(dayOn(line)?.value, '2022-02-19', line)
    assert.ok(dayOn('19,02.2022 21:09')!.score < dayOn('19.02.2022 21:09')!.score - 0.2)
  })

  it('is no sum and no article number', () => {
    assert.equal(dayOn('SOLID BOOTS 12'), undefined)
    assert.equal(dayOn('2.00 1 2.00'), undefined)
  })
})
