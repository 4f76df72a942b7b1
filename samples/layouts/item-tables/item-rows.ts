import { Decimal, dec } from '../../../core/rules/index.ts'
import type { Invoice } from '../../../schemas/invoice/schema.ts'
import { formatOf } from '../../format.ts'
import { escapeHtml, field, row, said } from '../../html.ts'
import { amountOf, dateOf } from '../composed/print-value.ts'
import type { ItemColumn, TableStructure } from './table-structure.ts'
import { WORDS } from './words.ts'

type Line = Invoice['lines'][number]

const TEXT: ReadonlySet<ItemColumn> = new Set(['no', 'item', 'gtin', 'name', 'date', 'store', 'unit'])
const SHELVES = ['Nord 2', 'K-417', 'A12', '4711', 'Depot', '90-03']

/** The items `which` of an invoice as rows of a table, with what stands between them. */
export function itemRows(invoice: Invoice, t: TableStructure, which: readonly number[]): readonly string[] {
  return which.flatMap((i) => [...sectionRows(invoice, t, i), ...lineRows(invoice, t, i), ...sumRows(invoice, t, i)])
}

export function headRows(t: TableStructure): string {
  const cells = t.columns.map((column) => (t.headings[column] ?? '').split('|').map(escapeHtml).join('<br>'))
  const heads = row(cells, classes(t), 'th')
  const from = t.columns.indexOf('price')
  if (t.group === null || from < 0) return heads
  const rest = t.columns.length - from
  return `<tr><th colspan="${from}"></th><th class="c" colspan="${rest}">${escapeHtml(t.group)}</th></tr>${heads}`
}

/** A row of a caption and an amount under the last column. */
export function captionRow(t: TableStructure, caption: string, amount: string): string {
  return `<tr><td colspan="${t.columns.length - 1}">${escapeHtml(caption)}</td><td class="r">${amount}</td></tr>`
}

/** The printed amount of a line: net, or gross where prices contain the tax. */
export function amountIn(line: Line, t: TableStructure): Decimal {
  return dec((t.page.includesTax ? line.gross : line.net) ?? '0') ?? new Decimal(0)
}

export function plainAmount(t: TableStructure, amount: Decimal): string {
  return escapeHtml(formatOf(t.page.language).money(amount.toFixed(2)))
}

function classes(t: TableStructure): readonly string[] {
  return t.columns.map((column) => `${t.centred && column !== 'name' ? 'c' : TEXT.has(column) ? '' : 'r'} col-${column}`)
}

function lineRows(invoice: Invoice, t: TableStructure, i: number): readonly string[] {
  const line = invoice.lines[i]!
  const words = WORDS[t.page.language]
  const rows = [
    row(
      t.columns.map((column) => cellOf(invoice, line, i, column, t)),
      classes(t),
    ),
  ]
  if (t.details === 'across' && i % 2 === 0) {
    const before = t.columns.indexOf('name')
    const remark = words.remarks[i % 2 === 0 ? 1 : 0]!
    rows.push(`<tr>${'<td></td>'.repeat(before)}<td colspan="${t.columns.length - before}">${escapeHtml(remark)}</td></tr>`)
  }
  if (t.discount === 'row' && line.allowances !== null) {
    const caption = words.discountRow[i % 2]!
    rows.push(captionRow(t, caption, `-${field(`lines[${i}].allowances`, formatOf(t.page.language).money(line.allowances))}`))
  }
  return rows
}

function cellOf(invoice: Invoice, line: Line, i: number, column: ItemColumn, t: TableStructure): string {
  const at = `lines[${i}]`
  const format = formatOf(t.page.language)
  const money = (path: string, amount: string | null) => amountOf(t.page, path, amount, invoice.currency ?? '')
  switch (column) {
    case 'no':
      return numberOf(i, t)
    case 'item':
      return field(`${at}.sellerItemId`, line.sellerItemId)
    case 'gtin':
      return said(`${at}.gtin`, gtinOf(i))
    case 'name':
      return nameOf(line, i, t)
    case 'date':
      return dateOf(t.page, invoice.deliveryDate).replace(/^/, '')
    case 'store':
      return SHELVES[i % SHELVES.length]!
    case 'quantity':
      return field(`${at}.quantity`, format.quantity(line.quantity))
    case 'unit':
      return field(`${at}.unitRaw`, line.unitRaw)
    case 'quantityUnit':
      return `${field(`${at}.quantity`, format.quantity(line.quantity))} ${field(`${at}.unitRaw`, line.unitRaw)}`
    case 'price':
      return money(`${at}.unitPrice`, line.unitPrice)
    case 'discount':
      return percentOf(line)
    case 'rate':
      return `${field(`${at}.taxRate`, line.taxRate)} %`
    case 'tax':
      return money(`${at}.tax`, line.tax)
    case 'net':
      return t.discount === 'row' && line.allowances !== null ? beforeDiscount(line, i, t) : money(`${at}.net`, line.net)
    case 'gross':
      return t.discount === 'row' && line.allowances !== null && t.page.includesTax
        ? beforeDiscount(line, i, t)
        : money(`${at}.gross`, line.gross)
  }
}

/** The amount that the row of a discount follows: what is to be booked is the rest. */
function beforeDiscount(line: Line, i: number, t: TableStructure): string {
  const rest = amountIn(line, t)
  const key = t.page.includesTax ? 'gross' : 'net'
  const printed = plainAmount(t, rest.plus(line.allowances ?? 0))
  return `<span data-field="lines[${i}].${key}" data-value="${rest.toFixed(2)}">${printed}</span>`
}

function percentOf(line: Line): string {
  if (line.allowances === null) return ''
  const full = dec(line.quantity)!.times(dec(line.unitPrice)!)
  return `${dec(line.allowances)!.div(full).times(100).toDecimalPlaces(0).toString()} %`
}

function numberOf(i: number, t: TableStructure): string {
  const n = i + 1
  const text = { plain: String(n), tens: String(n * 10), padded: String(n).padStart(2, '0'), point: `${n}.` }[t.numbers]
  return text
}

function nameOf(line: Line, i: number, t: TableStructure): string {
  const words = WORDS[t.page.language]
  const name = field(`lines[${i}].name`, line.name)
  const article = () =>
    t.columns.includes('item') ? '' : `<br>${words.article[i % 1]!} ${field(`lines[${i}].sellerItemId`, line.sellerItemId)}`
  switch (t.details) {
    case 'below':
      return `${name}<br>${escapeHtml(words.remarks[i % 3]!)}`
    case 'small':
      return `${name}<br><small>${escapeHtml(words.remarks[i % 3]!)}</small>`
    case 'article below':
      return `${name}${article()}`
    default:
      return name
  }
}

/** Groups of three: a heading over each, and under each its sum where the layout prints one. */
function sectionRows({ lines }: Invoice, t: TableStructure, i: number): readonly string[] {
  if (t.sections === 'none' || lines.length < 3 || i % 3 !== 0) return []
  const { sections } = WORDS[t.page.language]
  return [`<tr><td colspan="${t.columns.length}"><b>${escapeHtml(sections[Math.floor(i / 3) % sections.length]!)}</b></td></tr>`]
}

function sumRows({ lines }: Invoice, t: TableStructure, i: number): readonly string[] {
  if (t.sections !== 'summed' || lines.length < 3 || (i % 3 !== 2 && i !== lines.length - 1)) return []
  const from = i - (i % 3)
  const sum = lines.slice(from, i + 1).reduce((all, line) => all.plus(amountIn(line, t)), new Decimal(0))
  return [captionRow(t, WORDS[t.page.language].subtotal[from % 3]!, plainAmount(t, sum))]
}

/** GTIN-13 with its check digit (GS1: weights 1 and 3). */
function gtinOf(i: number): string {
  const digits = `40123${String(4500000 + i * 317).padStart(7, '0')}`
  const sum = [...digits].reduce((all, digit, at) => all + Number(digit) * (at % 2 === 0 ? 1 : 3), 0)
  return `${digits}${(10 - (sum % 10)) % 10}`
}
