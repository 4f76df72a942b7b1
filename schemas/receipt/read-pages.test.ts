import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { mergeCandidates } from '../../core/extraction/merge.ts'
import { readingOfText } from '../../core/layout/text-grid.ts'
import { readReceiptPages } from './read-pages.ts'
import { recogniseReceipt } from './recognise.ts'

const fixture = (name: string) => readingOfText(readFileSync(new URL(`./fixtures/${name}.txt`, import.meta.url), 'utf8'))
const slip = (...lines: readonly string[]) => readingOfText(lines.join('\n'))

/** Values as the merge would choose with no other source. */
function read(reading: Parameters<typeof readReceiptPages>[0]): Readonly<Record<string, unknown>> {
  const { chosen } = mergeCandidates(readReceiptPages(reading))
  return Object.fromEntries(Object.entries(chosen).map(([path, { value }]) => [path, value]))
}

function holds(values: Readonly<Record<string, unknown>>, wanted: Readonly<Record<string, unknown>>): void {
  assert.deepEqual(Object.fromEntries(Object.keys(wanted).map((path) => [path, values[path]])), wanted)
}

describe('a till slip', () => {
  it('from Russia: items with quantity, VAT, cash and change, the numbers of the fiscal till', () => {
    const values = read(fixture('ru-fiscal'))
    holds(values, {
      'merchant.name': 'ООО "ПРИМЕР ТОРГ"',
      'merchant.taxId': '7707083893',
      date: '2026-03-12',
      time: '14:30',
      total: '820.50',
      currency: 'RUB',
      operation: 'sale',
      number: '57',
      'payment.cash': '1000.00',
      'payment.change': '179.50',
      'fiscal.drive': '9960440300112233',
      'fiscal.document': '15873',
      'fiscal.sign': '1234567890',
      'fiscal.register': '0001234567012345',
    })
  })

  it('from Germany: rows with a tax letter, a count on its own row, the tax table', () => {
    holds(read(fixture('de-markt')), {
      'merchant.name': 'Frischmarkt Beispiel',
      'merchant.address': 'Lindenweg 14, 20095 Hamburg',
      'merchant.taxId': 'DE136695976',
      date: '2026-05-14',
      time: '17:42',
      total: '11.32',
      currency: 'EUR',
      tax: '0.96',
      'taxes[0].rate': '7',
      'taxes[1].amount': '0.37',
      'lines[2].name': 'Brötchen',
      'lines[2].quantity': '3',
      'lines[2].price': '0.45',
      'lines[2].amount': '1.35',
      'lines[4].amount': undefined,
    })
  })

  it('from Malaysia: the rounded total counts, the register number is no part of the name', () => {
    holds(read(fixture('en-rounding')), {
      'merchant.name': 'SAMPLE STATIONERY SDN BHD',
      'merchant.address': '12, JALAN CONTOH 3/4, 40000 SHAH ALAM, SELANGOR',
      date: '2018-04-17',
      time: '11:05',
      total: '15.90',
      rounding: '-0.02',
      currency: 'MYR',
      'lines[0].name': 'NOTEBOOK A5',
      'lines[0].amount': '12.70',
      'lines[1].amount': '3.22',
    })
  })
})

describe('the shop', () => {
  it('is one name, where that is broken over two lines at its «&»', () => {
    const rest = ['12 Harbour Road, Leith EH6 6AA', 'Tea 2.50', 'Total 2.50']
    holds(read(slip('PAPER, PENS', '& MORE', ...rest)), { 'merchant.name': 'PAPER, PENS & MORE' })
    holds(read(slip('PAPER, PENS &', 'MORE', ...rest)), { 'merchant.name': 'PAPER, PENS & MORE' })
    holds(read(slip('PAPER & PENS', 'Thank you for coming', ...rest)), { 'merchant.name': 'PAPER & PENS' })
  })
})

describe('the total', () => {
  const paid = [
    'CORNER SHOP',
    '12 Main Street',
    'Bread        2.10',
    'Cheese       4.35',
    'TOTAL        6.95',
    'CASH        10.00',
    'CHANGE       3.55',
  ]

  it('is the sum that items and payment agree on, where the one beside the caption is misread', () => {
    holds(read(slip(...paid, 'Thank you  6.45')), { total: '6.45' })
  })

  it('is never a sum that is printed nowhere', () => {
    holds(read(slip(...paid)), { total: '6.95' })
  })

  it('is no count, no tax and no saving', () => {
    holds(read(slip('CORNER SHOP', 'Bread   2.10', 'Total Qty   5.00', 'Total   2.10', 'Total Savings   9.00', 'Total GST   0.12')), {
      total: '2.10',
    })
  })
})

describe('the date', () => {
  it('is the one beside the time', () => {
    holds(read(slip('CORNER SHOP', 'Offer ends 31.12.2026', 'Total  2.10', '14.05.2026 09:12')), { date: '2026-05-14', time: '09:12' })
  })

  it('counts afternoons from noon', () => {
    holds(read(slip('CORNER SHOP', 'Total  2.10', 'Date 14.05.2026 03:46PM')), { time: '15:46' })
  })
})

describe('a receipt is recognised', () => {
  for (const name of ['ru-fiscal', 'de-markt', 'en-rounding']) it(name, () => assert.ok(recogniseReceipt(fixture(name)) > 0.5))
})
