import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../layout/text-grid.ts'
import type { Page } from '../reading.ts'
import { pageNumberOf } from './page-numbering.ts'
import { markPage, splitPages } from './split-pages.ts'

const filler = Array.from({ length: 8 }, (_, i) => `   Item number ${i + 1} of the delivery    ${i + 1}0,00`).join('\n')
const letter = (number: string, extra = '') =>
  `   Invoice ${number}\n\n   12.03.2026   Customer 44821\n\n${filler}\n\n   Grand total   360,00\n${extra}`
const carriedOn = `   carried forward   180,00\n${filler}\n\n   Grand total   360,00`
/** As the types would say: a page with the title looks like a beginning. */
const opens = (page: Page) => (page.lines.some(({ text }) => /^Invoice \S+$/.test(text)) ? 0.95 : 0.1)
const split = (...pages: readonly string[]) => splitPages(readingOfText(...pages).pages.map((page) => markPage(page, opens)))
const ranges = (...pages: readonly string[]) => split(...pages).ranges.map(({ first, last }) => `${first}-${last}`)

describe('the documents of a file', () => {
  it('are one where nothing speaks for more', () => {
    assert.deepEqual(ranges(letter('A-1001')), ['1-1'])
    assert.deepEqual(ranges(letter('A-1001'), carriedOn), ['1-2'])
    assert.deepEqual(splitPages([]), { ranges: [{ first: 1, last: 0 }], sure: true })
  })

  it('begin where a page looks like a first one and the one before has ended', () => {
    assert.deepEqual(ranges(letter('A-1001'), letter('B-2002').replace('44821', '99173')), ['1-1', '2-2'])
  })

  it('follow the numbers of their pages', () => {
    const of = (page: number, pages: number) => letter('A-1001', `\n   Page ${page} of ${pages}`)
    assert.deepEqual(ranges(of(1, 3), of(2, 3), of(3, 3), of(1, 2), of(2, 2)), ['1-3', '4-5'])
  })

  it('go on with a page of terms and sums, even where a type takes it for a beginning', () => {
    const other = Array.from({ length: 8 }, (_, i) => `   Quarterly maintenance of crane ${i + 1}    ${i + 1}1,00`).join('\n')
    const sums = (first: string) => `   ${first}\n\n   14.04.2026   Account 99173   Order 55512\n\n${other}\n\n   Amount due   360,00`
    const cut = (second: string) =>
      splitPages(readingOfText(letter('A-1001'), second).pages.map((page) => markPage(page, () => 0.95))).ranges.length
    assert.equal(cut(sums('Payment terms: 30 days net')), 1)
    assert.equal(cut(sums('Zahlungsbedingungen:')), 1)
    assert.equal(cut(sums('Harbour Cranes Limited')), 2)
  })

  it('leave a blank page with the document before it', () => {
    assert.deepEqual(ranges(letter('A-1001'), '', letter('B-2002').replace('44821', '99173')), ['1-2', '3-3'])
  })
})

describe('the number of a page', () => {
  const cases: readonly [text: string, wanted: ReturnType<typeof pageNumberOf>][] = [
    ['Page 2 of 7', { number: 2, of: 7 }],
    ['стр. 3 из 4', { number: 3, of: 4 }],
    ['Seite 1/2', { number: 1, of: 2 }],
    ['Page 5 of 2', null],
    ['Total 12', null],
  ]
  for (const [text, wanted] of cases)
    it(`${text} is ${JSON.stringify(wanted)}`, () =>
      assert.deepEqual(pageNumberOf(readingOfText(`\n\n\n\n\n\n\n\n${text}`).pages[0]!), wanted))
})
