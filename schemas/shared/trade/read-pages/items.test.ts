import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readingOfText } from '../../../../core/layout/text-grid.ts'
import { tradeText } from './context.ts'
import { itemValues } from './item-values.ts'
import { readItems } from './items.ts'

const NAMES = ['Widget, blue', 'Handle', 'Box of nails', 'Two brackets']

/** Items whose quantity × price is the amount; `gap` sets the columns wider or narrower. */
const rows = (from: number, to: number, gap: number) =>
  Array.from({ length: to - from + 1 }, (_, i) => {
    const no = from + i
    const price = (no * 1.25).toFixed(2)
    const cells = [String((no % 9) + 1), 'pcs', price, (((no % 9) + 1) * Number(price)).toFixed(2)]
    return `${String(no).padEnd(5)}${NAMES[no % 4]!.padEnd(gap * 2)}${cells.map((cell) => cell.padStart(gap)).join('')}`
  }).join('\n')
const head = (gap: number) =>
  `No   ${'Description'.padEnd(gap * 2)}${['Qty', 'Unit', 'Price', 'Amount'].map((text) => text.padStart(gap)).join('')}`
const sum = (caption: string, gap: number) => `     ${caption.padEnd(gap * 2)}${' '.repeat(gap * 3)}${'1234.50'.padStart(gap)}`

function itemsOf(...pages: readonly string[]) {
  const invoice = tradeText(readingOfText(...pages))
  return itemValues(readItems(invoice).items, invoice.text.locale)
}

describe('items over several pages', () => {
  it('reads a table without captions in the columns in which it goes on', () => {
    const found = itemsOf(`${head(14)}\n${rows(1, 45, 14)}`, `${rows(46, 60, 10)}\n${sum('Total', 10)}`)
    assert.equal(found.length, 60)
    const last = found.at(-1)!
    // 60 mod 9 + 1 = 7 pieces at 75.00
    assert.deepEqual(
      [last.no, last.quantity, last.unit, last.unitPrice, last.amount].map((v) => v?.value),
      ['60', '7', 'pcs', '75.00', '525.00'],
    )
  })

  it('takes sums carried from page to page, and what stands on every page, for no items', () => {
    const foot = `*    ${'Pallet hire'.padEnd(28)}${['1', 'pcs', '10.00', '25.00'].map((cell) => cell.padStart(14)).join('')}`
    const page = (body: string, n: number) =>
      `Example Ltd       Share capital 25000.00    Page ${n} of 2\n\n${head(14)}\n${body}${'\n'.repeat(45 - body.split('\n').length)}${foot}`
    const found = itemsOf(
      page(`${rows(1, 40, 14)}\n${sum('Carried forward', 14)}`, 1),
      page(`${sum('Brought forward', 14)}\n${rows(41, 47, 14)}\n${sum('Page total', 14)}\n${sum('Total', 14)}`, 2),
    )
    assert.deepEqual(
      found.map(({ no }) => no?.value),
      Array.from({ length: 47 }, (_, i) => String(i + 1)),
    )
  })

  it('keeps the rest of a name that is the caption of a sum elsewhere', () => {
    const [first, second] = itemsOf(
      `${head(14)}\n1    Chair, five-star                     2           pcs         10.00         20.00\n     base\n2    Desk                                 1           pcs         15.00         15.00`,
    )
    assert.deepEqual([first?.name?.value, second?.name?.value], ['Chair, five-star base', 'Desk'])
  })
})
