import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from '../reading.ts'
import { layOutPage, linkPages } from './index.ts'
import { pageOfText } from './text-grid.ts'

const NAMES = ['Widget in blue', 'Long handle', 'Box', 'Set of two']
const HEAD = 'No    Item               Qty       Price       Total'
/** Item rows that fill the page as far as `to`; prices differ from row to row. */
const rows = (from: number, to: number, numbered = true) =>
  Array.from({ length: to - from + 1 }, (_, i) => {
    const no = from + i
    return `${(numbered ? String(no) : '').padEnd(6)}${NAMES[no % 4]!.padEnd(20)}${String((no * 7) % 50).padStart(2)}   ${(no * 1.37).toFixed(2).padStart(9)}   ${(no * 9.59).toFixed(2).padStart(9)}`
  }).join('\n')
const document = (...texts: readonly string[]): readonly Page[] => linkPages(texts.map((text, i) => layOutPage(pageOfText(text, i + 1))))
const links = (pages: readonly Page[]) => pages.map(({ tables }) => tables.flatMap(({ continues }) => (continues ? [continues] : [])))
const running = (page: Page | undefined) => ({
  heads: page?.running?.heads.map((i) => page.lines[i]!.text) ?? [],
  feet: page?.running?.feet.map((i) => page.lines[i]!.text) ?? [],
})

describe('tables over several pages', () => {
  it('links a table to the one it carries on, with and without its captions', () => {
    const [first, second, third] = links(document(`${HEAD}\n${rows(1, 45)}`, `${HEAD}\n${rows(46, 90)}`, rows(91, 95)))
    assert.deepEqual(first, [])
    assert.deepEqual(second, [{ page: 1, table: 0, repeatedRows: 1 }])
    assert.deepEqual(third, [{ page: 2, table: 0, repeatedRows: 0 }])
  })

  it('finds the last row alone, which is no table by itself', () => {
    const [, second] = document(`${HEAD}\n${rows(1, 45)}`, `${rows(46, 46)}\n\n\n                              Total due       1234.50`)
    assert.deepEqual(
      second?.tables.map((table) => [table.rows, table.continues?.page]),
      [[1, 1]],
    )
    assert.equal(second?.tables[0]?.cells[1]?.text, 'Box')
  })

  it('goes on over the sum that is carried forward, and over a blank page', () => {
    const forward = `${rows(1, 44)}\n                                Carried forward    987.00`
    const pages = [`${HEAD}\n${forward}`, '', `\n                                Brought forward    987.00\n${rows(45, 60)}`].map(
      (text, i) => ({
        ...layOutPage(pageOfText(text, i + 1)),
        ...(text === '' && { blank: true }),
      }),
    )
    assert.deepEqual(
      links(linkPages(pages)).map((found) => found.map(({ page }) => page)),
      [[], [], [1]],
    )
  })

  it('does not link a copy of the page, a list that begins again, or what follows the totals', () => {
    const page = `Invoice 4711\n${HEAD}\n${rows(1, 44)}`
    assert.deepEqual(links(document(page, page)), [[], []])
    const plain = `${HEAD}\n${rows(1, 40, false)}`
    const totals = `${plain}\n\n   Subtotal                                     12.00\n   VAT                                           2.00\n   Total                                        14.00`
    assert.deepEqual(links(document(totals, plain)), [[], []])
    assert.deepEqual(links(document(`${HEAD}\n${rows(1, 9, false)}`, plain)), [[], []])
  })

  it('gives the same when the pages are joined later', () => {
    const texts = [`${HEAD}\n${rows(1, 45)}`, rows(46, 90), rows(91, 91)]
    const alone = texts.flatMap((text, i) => linkPages([layOutPage(pageOfText(text, i + 1))]))
    assert.deepEqual(linkPages(alone), document(...texts))
    assert.deepEqual(linkPages(document(...texts)), document(...texts))
  })
})

describe('lines that stand on several pages', () => {
  const letter = (page: number, body: string) => `Example Ltd        Invoice 4711      Page ${page} of 3\n\n${body}`
  const feet = '\nExample Ltd   Bank of Sample   IBAN DE00 1234\nPrinted 12.03.2026 14:0'

  it('are marked at the top and at the foot, with page numbers that count', () => {
    const body = (n: number) =>
      Array.from({ length: 48 }, (_, i) => `Sentence ${'abcdefgh'[(i + n) % 8]} of page ${'one two three'.split(' ')[n - 1]}`).join('\n')
    const pages = document(...[1, 2, 3].map((n) => `${letter(n, body(n))}${feet}${n}`))
    for (const page of pages) {
      assert.deepEqual(running(page).heads.length, 3)
      assert.deepEqual(running(page).feet.slice(-1), [`Printed 12.03.2026 14:0${page.index}`])
    }
  })

  it('are not the captions of a table that goes on, nor an amount that differs', () => {
    const pages = document(letter(1, `${HEAD}\n${rows(1, 45)}`), letter(2, `${HEAD}\n${rows(46, 80)}`))
    assert.deepEqual(running(pages[1]).heads, ['Example Ltd', 'Invoice 4711', 'Page 2 of 3'])
    const sums = document('Carried over 12.50\nwords of one page', 'Carried over 13.50\nother things are said here')
    assert.deepEqual(running(sums[0]), { heads: [], feet: [] })
  })

  it('are looked for on other pages: a page by itself, or its copy, has none', () => {
    const text = letter(1, rows(1, 20))
    assert.deepEqual(running(document(text)[0]), { heads: [], feet: [] })
    assert.deepEqual(running(document(text, text)[1]), { heads: [], feet: [] })
  })

  it('keeps their words readable where they stand', () => {
    const [first] = document(letter(1, 'the text of the first page'), letter(2, 'what the second page says instead'))
    assert.ok(first!.lines.some(({ text }) => text === 'Invoice 4711'))
    assert.deepEqual(
      first!.blocks.flatMap((b) => b.lines).toSorted((a, b) => a - b),
      [...first!.lines.keys()],
    )
  })
})
