import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Word } from '../reading.ts'
import { groupLines } from './group-lines.ts'
import { layOutPage, unreadPage } from './lay-out-page.ts'
import { readingOrder } from './reading-order.ts'
import { pageOfText } from './text-grid.ts'

const A4 = 1654 / 2339

describe('layout of a page', () => {
  it('keeps the words of a line together and parts columns', () => {
    const page = layOutPage(pageOfText('Invoice number 4711        Total due 12.00'))
    assert.deepEqual(page.lines.map((l) => l.text).sort(), ['Invoice number 4711', 'Total due 12.00'])
  })

  it('follows a line that is skewed by three degrees', () => {
    const slope = Math.tan((3 * Math.PI) / 180)
    const words = Array.from({ length: 12 }, (_, i): Word => {
      const x0 = 0.05 + i * 0.075
      const y0 = 0.3 + x0 * A4 * slope
      return { text: `w${i}`, box: { x0, y0, x1: x0 + 0.07, y1: y0 + 0.011 }, confidence: 0.9 }
    })
    const below = words.map((w): Word => ({ ...w, text: `${w.text}b`, box: { ...w.box, y0: w.box.y0 + 0.02, y1: w.box.y1 + 0.02 } }))
    const lines = groupLines([...words, ...below], A4)
    assert.deepEqual(
      lines.map((l) => l.words.length),
      [12, 12],
    )
  })

  it('leaves a word stamped across a line out of it', () => {
    const word = (text: string, x0: number, x1: number, y0 = 0.31, y1 = 0.335): Word => ({ text, box: { x0, y0, x1, y1 }, confidence: 0.9 })
    const stamp = word('POSTED', 0.6, 0.936, 0.275, 0.325)
    const lines = groupLines(
      [word('NORTH', 0.38, 0.54), word('CASH', 0.57, 0.66), stamp, word('&', 0.68, 0.71), word('SONS', 0.72, 0.84)],
      0.48,
      'ocr',
    )
    assert.deepEqual(lines.map(({ text }) => text).sort(), ['NORTH CASH & SONS', 'POSTED'])
  })

  it('keeps spaced letters in their line where the line below stands near', () => {
    const word = (text: string, x0: number, x1: number, y0: number): Word => ({
      text,
      box: { x0, y0, x1, y1: y0 + 0.019 },
      confidence: 0.9,
    })
    const lines = groupLines(
      [
        word('nord', 0.1, 0.26, 0.213),
        word('Ba', 0.305, 0.41, 0.213),
        word('umarkt', 0.41, 0.66, 0.213),
        word('Am', 0.284, 0.4, 0.222),
        word('Ring', 0.41, 0.5, 0.222),
      ],
      0.31,
      'ocr',
    )
    assert.deepEqual(lines.map(({ text }) => text).sort(), ['Am Ring', 'nord Ba umarkt'])
  })

  it('joins the lines of an address to a block and leaves the next paragraph out', () => {
    const page = layOutPage(
      pageOfText(`
ACME Ltd
1 High Street
London

Dear Sir`),
    )
    assert.deepEqual(
      page.blocks.map((b) => b.lines.map((i) => page.lines[i]!.text)),
      [['ACME Ltd', '1 High Street', 'London'], ['Dear Sir']],
    )
  })

  it('reads two columns one after the other under a common heading', () => {
    const unit = (x0: number, y0: number, x1: number, y1: number) => ({ box: { x0, y0, x1, y1 }, paragraph: true })
    const units = [unit(0.55, 0.2, 0.9, 0.4), unit(0.1, 0.05, 0.9, 0.1), unit(0.1, 0.2, 0.45, 0.3), unit(0.1, 0.32, 0.45, 0.4)]
    const order = readingOrder(units, { em: 0.011, aspect: A4 })
    assert.deepEqual(order, [1, 2, 3, 0])
  })

  it('finds cells and a cell over two columns in a drawn table', () => {
    const page = layOutPage(
      pageOfText(`
+----------+----------+
| Name     | Sum      |
+----------+----------+
| Widget   | 5        |
+----------+----------+
| Total of all  5     |
+---------------------+`),
    )
    const [table] = page.tables.filter((t) => t.ruled)
    assert.deepEqual(
      table?.cells.map((c) => [c.row, c.column, c.columnSpan, c.text]),
      [
        [0, 0, 1, 'Name'],
        [0, 1, 1, 'Sum'],
        [1, 0, 1, 'Widget'],
        [1, 1, 1, '5'],
        [2, 0, 2, 'Total of all 5'],
      ],
    )
  })

  it('finds the outer cells of a table drawn without its sides', () => {
    const page = layOutPage(
      pageOfText(`
+----------------------------+
  Name     | Qty   | Sum
+----------------------------+
  Widget   | 2     | 5
+----------------------------+`),
    )
    const [table] = page.tables
    assert.deepEqual([table?.rows, table?.columns, page.tables.length], [2, 3, 1])
    assert.deepEqual(
      table?.cells.map((c) => c.text),
      ['Name', 'Qty', 'Sum', 'Widget', '2', '5'],
    )
  })

  it('takes no stroke of a figure for a border', () => {
    const page = pageOfText(`
+----------+----------+
| Name     | Sum      |
+----------+----------+
| Widget   | 111      |
+----------+----------+`)
    const figure = page.words.find((w) => w.text === '111')!.box
    const stroke = { x0: figure.x0 + 0.01, x1: figure.x0 + 0.011, y0: figure.y0, y1: figure.y1 + 0.004 }
    const [table] = layOutPage({ ...page, rules: [...page.rules, stroke] }).tables
    assert.deepEqual([table?.rows, table?.columns], [2, 2])
  })

  it('finds the columns of a table without rules', () => {
    const page = layOutPage(
      pageOfText(`
Item            Qty       Price
Blue widget       2       10.00
Red widget        1        5.50`),
    )
    assert.equal(page.tables.length, 1)
    assert.deepEqual(
      page.tables[0]!.cells.filter((c) => c.column === 1).map((c) => c.text),
      ['Qty', '2', '1'],
    )
  })

  it('puts wrapped names and captions into the row they belong to', () => {
    const page = layOutPage(
      pageOfText(`
Item            Qty     Price      Total
                        in EUR
Blue widget       2     10.00      20.00
with a handle
Red widget        1      5.50       5.50
Green widget      4      1.00       4.00
in a box`),
    )
    const [table] = page.tables
    assert.deepEqual([table?.rows, table?.columns, table?.headerRows], [4, 4, 1])
    assert.deepEqual(
      table?.cells.filter((c) => c.column === 0 || c.row === 0).map((c) => c.text),
      ['Item', 'Qty', 'Price in EUR', 'Total', 'Blue widget with a handle', 'Red widget', 'Green widget in a box'],
    )
  })

  it('leaves the paragraph below a table out of it', () => {
    const page = layOutPage(
      pageOfText(`
Item            Qty       Price
Blue widget       2       10.00
Red widget        1        5.50
Green widget      1        7.50

Please pay within ten days of receipt`),
    )
    assert.equal(page.tables[0]?.rows, 4)
    assert.ok(!page.tables[0]!.cells.some((c) => c.text.includes('Please')))
  })

  it('keeps an unread page as a hole with its error', () => {
    const page = unreadPage(
      { index: 3, widthPx: 10, heightPx: 20, image: null, words: null, error: null },
      { code: 'timeout', message: 'late' },
    )
    assert.deepEqual([page.index, page.source, page.lines.length, page.error?.code], [3, 'none', 0, 'timeout'])
  })

  it('loses no word, whatever the page', () => {
    const word = fc.record({
      x: fc.double({ min: 0, max: 0.9, noNaN: true }),
      y: fc.double({ min: 0, max: 0.95, noNaN: true }),
      w: fc.double({ min: 0.005, max: 0.1, noNaN: true }),
    })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60 }), (list) => {
        const words = list.map(
          ({ x, y, w }, i): Word => ({ text: `t${i}`, box: { x0: x, x1: x + w, y0: y, y1: y + 0.01 }, confidence: null }),
        )
        const page = layOutPage({ index: 1, widthPx: 1654, heightPx: 2339, source: 'text', engine: null, words, rules: [] })
        const seen = page.lines.flatMap((l) => l.words.map((w) => w.text)).sort()
        assert.deepEqual(seen, words.map((w) => w.text).sort())
        assert.deepEqual(
          page.blocks.flatMap((b) => b.lines).sort((a, b) => a - b),
          page.lines.map((_, i) => i),
        )
      }),
    )
  })

  it('lays out a hundred dense pages in seconds', () => {
    const text = Array.from(
      { length: 55 },
      () => 'the parties agree that each of them shall bear its own costs and nothing herein shall be construed',
    ).join('\n')
    const page = pageOfText(text)
    const start = performance.now()
    for (let i = 0; i < 100; i++) layOutPage(page)
    assert.ok(performance.now() - start < 8000)
  })
})
