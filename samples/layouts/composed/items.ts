import type { Invoice } from '../../../schemas/invoice/schema.ts'
import { formatOf } from '../../format.ts'
import { field, row } from '../../html.ts'
import type { Slot } from './captions.ts'
import { amountOf } from './print-value.ts'
import type { Column, Structure } from './structure.ts'

const HEADINGS: Readonly<Record<Column, Slot>> = {
  no: 'colNo',
  item: 'colItem',
  name: 'colName',
  quantity: 'colQuantity',
  unit: 'colUnit',
  price: 'colPrice',
  rate: 'colRate',
  tax: 'colTax',
  amount: 'colAmount',
}
const LEFT: ReadonlySet<Column> = new Set(['no', 'item', 'name', 'unit'])

/** The table of items; `tail` are rows of totals under its last column. */
export function itemsHtml(invoice: Invoice, s: Structure, tail: readonly (readonly [caption: string, amount: string])[]): string {
  const classes = s.columns.map((column) => (LEFT.has(column) ? '' : 'r'))
  const currency = invoice.currency ?? ''
  const body = invoice.lines.map((line, i) =>
    row(
      s.columns.map((column) => cell(line, i, column, s, currency)),
      classes,
    ),
  )
  const sums = tail.map(
    ([caption, amount]) =>
      `<tr class="tail"><td class="r" colspan="${s.columns.length - 1}">${caption}</td><td class="r">${amount}</td></tr>`,
  )
  const headings = s.columns.map((column) => s.captions[HEADINGS[column]])
  return `<table class="items ${s.grid}">${row(headings, classes, 'th')}${body.join('')}${sums.join('')}</table>`
}

function cell(line: Invoice['lines'][number], i: number, column: Column, s: Structure, currency: string): string {
  const at = `lines[${i}]`
  const format = formatOf(s.language)
  switch (column) {
    case 'no':
      return field(`${at}.no`, line.no)
    case 'item':
      return field(`${at}.sellerItemId`, line.sellerItemId)
    case 'name':
      return field(`${at}.name`, line.name)
    case 'quantity':
      return field(`${at}.quantity`, format.quantity(line.quantity))
    case 'unit':
      return unit(line, at)
    case 'price':
      return amountOf(s, `${at}.unitPrice`, line.unitPrice, currency)
    case 'rate':
      return line.taxRate === null ? '' : `${field(`${at}.taxRate`, line.taxRate)}${s.language === 'en' ? '%' : ' %'}`
    case 'tax':
      return amountOf(s, `${at}.tax`, line.tax, currency)
    case 'amount':
      return amountOf(s, `${at}.${s.includesTax ? 'gross' : 'net'}`, s.includesTax ? line.gross : line.net, currency)
  }
}

/** «forfait» is a lump sum in Recommendation 20, whatever the catalogue sells it as. */
function unit({ unitRaw }: Invoice['lines'][number], at: string): string {
  const printed = field(`${at}.unitRaw`, unitRaw)
  return unitRaw === 'forfait' ? `<span data-field="${at}.unit" data-value="LS">${printed}</span>` : printed
}
