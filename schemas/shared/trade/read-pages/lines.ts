import type { TextLine } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { TradeText } from './context.ts'
import { candidate } from './context.ts'
import { creditTitle } from './document-kind.ts'
import type { ItemValue } from './item-value.ts'
import { type ItemValues, itemValues, unitCode } from './item-values.ts'
import { type PrintedItem, readItems } from './items.ts'
import { lineRates } from './line-rates.ts'
import { plainItems } from './plain-items.ts'
import { pricedItems } from './priced-items.ts'
import { categoryOf } from './tax-candidates.ts'
import type { TaxRow } from './tax-rows.ts'

export interface TradeItems {
  /** Items of a table; none where the items came without one. */
  readonly items: readonly PrintedItem[]
  /** Lines of text that belong to items. */
  readonly lines: ReadonlySet<TextLine>
  readonly values: readonly ItemValues[]
  /** Sum of the printed amounts of the items that count. */
  readonly sum: Decimal | null
}

const read = new WeakMap<TradeText, TradeItems>()

/** Read once per document, however many ask. */
export function readLines(invoice: TradeText): TradeItems {
  const known = read.get(invoice) ?? readOnce(invoice)
  read.set(invoice, known)
  return known
}

function readOnce(invoice: TradeText): TradeItems {
  const { items, values: all, lines } = printedItems(invoice)
  const values = withoutParents(withoutSubtotals(all))
  const sum = values.length > 0 && values.every((item) => printedAmount(item) !== null) ? sumOf(values) : null
  return { items, lines, values, sum }
}

/** A table with headings; without one, items that say their price; else texts with amounts that add up to a total. */
function printedItems(invoice: TradeText): Omit<TradeItems, 'sum'> {
  const of = (items: readonly PrintedItem[]) => itemValues(items, invoice.text.locale)
  const table = readItems(invoice)
  if (table.items.length > 0) return { ...table, values: of(table.items) }
  const priced = pricedItems(invoice)
  if (priced.values.length > 0) return { items: [], ...priced }
  const plain = plainItems(invoice)
  return { items: plain, values: of(plain), lines: new Set(plain.flatMap((item) => item.anchor.lines)) }
}

function printedAmount(item: ItemValues): Decimal | null {
  const printed = item.net ?? item.amount ?? item.gross
  return printed && new Decimal(adjusted(printed, item).value)
}

/** The amount of an item after what is taken off and added in the rows under it. */
function adjusted(amount: ItemValue, { allowance, charge, adjusted: done }: ItemValues): ItemValue {
  if (done || (!allowance && !charge)) return amount
  return {
    value: new Decimal(amount.value)
      .minus(allowance?.value ?? 0)
      .plus(charge?.value ?? 0)
      .toFixed(2),
    spans: [...amount.spans, ...(allowance?.spans ?? []), ...(charge?.spans ?? [])],
  }
}

/**
 * "Subtotal hardware 1 050.00": an item that repeats the sum of the items above it is no item. It says so, or has no quantity and no price where
 * all of them have.
 */
function withoutSubtotals(items: readonly ItemValues[]): readonly ItemValues[] {
  const kept: ItemValues[] = []
  let since: readonly ItemValues[] = []
  for (const item of items) {
    const amount = printedAmount(item)
    const named = /sub-?\s?total|zwischensumme|summe|sous-total|итого|totaal|total/iu.test(item.name?.value ?? '')
    const bare = since.every(counted) && !item.quantity && !item.unitPrice
    // Brought forward from the pages before.
    const page = pageOf(item)
    if (kept.length > 1 && page !== pageOf(kept.at(-1)!) && !item.unitPrice && amount?.eq(sumOf(kept))) continue
    if (since.length > 0 && (named || bare) && amount?.eq(sumOf(since))) {
      since = []
      continue
    }
    kept.push(item)
    since = [...since, item]
  }
  const last = kept.at(-1)
  const others = kept.slice(0, -1)
  // A grand total under groups that each had their sum.
  const all = last && others.length > 1 && others.every(counted) && !last.quantity && !last.unitPrice
  return all && printedAmount(last)?.eq(sumOf(others)) ? others : kept
}

function pageOf(item: ItemValues): number | undefined {
  return (item.net ?? item.amount ?? item.gross)?.spans[0]?.line.page
}

function counted(item: ItemValues): boolean {
  return item.quantity !== null && item.unitPrice !== null
}

function sumOf(items: readonly ItemValues[]): Decimal {
  return items.reduce((sum, item) => sum.plus(printedAmount(item) ?? 0), new Decimal(0))
}

/** A bundle printed with its parts (1, 1.1, 1.2 …) would count twice: the parts stay. */
function withoutParents(items: readonly ItemValues[]): readonly ItemValues[] {
  const childrenOf = Map.groupBy(items, ({ no }) => no?.value.slice(0, Math.max(0, no.value.lastIndexOf('.'))))
  return items.filter((item) => {
    const no = item.no?.value
    const amount = printedAmount(item)
    if (no === undefined || amount === null) return true
    const children = (no !== '' && childrenOf.get(no)) || []
    return children.length === 0 || !sumOf(children).eq(amount)
  })
}

export interface PrintedTotals {
  readonly linesNet: string | null
  readonly net: string | null
  readonly gross: string | null
  readonly tax: string | null
  readonly taxRows: readonly TaxRow[]
}

/** Candidates of all items. Whether amounts are net or gross: the heading, else which of the totals they add up to. */
export function lineCandidates(invoice: TradeText, items: TradeItems, totals: PrintedTotals): readonly Candidate[] {
  const { values, sum } = items
  if (values.length === 0) return []
  const inclusive = includesTax(values, sum, totals)
  const credit = creditTitle(invoice) !== null
  const fit = agrees(sum, totals, inclusive)
  const rates = values.some((v) => v.taxRate)
    ? []
    : lineRates(values.map(printedAmount), inclusive ? totals.taxRows.map((row) => ({ ...row, base: null })) : totals.taxRows)
  const out = values.flatMap((item, i) => itemCandidates(rated(item, rates[i] ?? null), i, inclusive === true, fit ? 0.9 : 0.7, credit))
  const first = values.find((v) => v.amount ?? v.gross ?? v.net)
  const shown = first ? (first.amount ?? first.gross ?? first.net)! : null
  if (inclusive === null || !shown) return out
  return [...out, { ...candidate('lineAmountsIncludeTax', inclusive, shown.spans, fit ? 0.85 : 0.5) }]
}

/** An item without a rate of its own takes the one the breakdown gives it. */
function rated(item: ItemValues, rate: ItemValue | null): ItemValues {
  if (item.taxRate || !rate) return item
  return { ...item, taxRate: rate, taxCategory: item.taxCategory ?? { value: categoryOf(rate.value), spans: rate.spans } }
}

function includesTax(values: readonly ItemValues[], sum: Decimal | null, totals: PrintedTotals): boolean | null {
  if (values.some((v) => v.net)) return false
  if (values.some((v) => v.gross) && !values.some((v) => v.amount)) return true
  if (!sum) return null
  const near = (total: string | null) =>
    total !== null &&
    new Decimal(total)
      .abs()
      .minus(sum.abs())
      .abs()
      .lte(new Decimal('0.01').times(values.length + 1))
  if (totals.net !== null && totals.gross !== null && totals.net === totals.gross) return false
  if (near(totals.net) || (near(totals.linesNet) && !near(totals.gross))) return false
  const taxed = totals.net !== null || (totals.tax !== null && !new Decimal(totals.tax).isZero())
  return near(totals.gross) && taxed ? true : null
}

function agrees(sum: Decimal | null, totals: PrintedTotals, inclusive: boolean | null): boolean {
  const known = inclusive ? [totals.gross] : [totals.linesNet, totals.net ?? totals.gross]
  return sum !== null && known.some((total) => total !== null && sum.abs().minus(new Decimal(total).abs()).abs().lte('0.05'))
}

function itemCandidates(item: ItemValues, i: number, inclusive: boolean, score: number, credit: boolean): readonly Candidate[] {
  const out: Candidate[] = []
  const put = (key: string, value: ItemValue | null, as = (text: string) => text) => {
    if (value && value.spans.length > 0) out.push(candidate(`lines[${i}].${key}`, as(value.value), value.spans, score))
  }
  const amount = (text: string) => {
    const value = new Decimal(text)
    return (credit ? value.abs() : value).toFixed(Math.max(2, value.decimalPlaces()))
  }
  put('no', item.no)
  put('name', item.name)
  put('description', item.description)
  put('sellerItemId', item.article)
  put('gtin', item.gtin)
  put('quantity', item.quantity)
  put('unitRaw', item.unit)
  const code = item.unit ? unitCode(item.unit.value) : null
  if (code) put('unit', item.unit, () => code)
  put('unitPrice', item.unitPrice, (text) => new Decimal(text).toString())
  put('taxRate', item.taxRate)
  put('taxCategory', item.taxCategory)
  put('tax', item.tax, amount)
  put('allowances', item.allowance, (text) => new Decimal(text).abs().toFixed(2))
  put('charges', item.charge, (text) => new Decimal(text).abs().toFixed(2))
  const printed = item.amount && adjusted(item.amount, item)
  put('net', (item.net && adjusted(item.net, item)) ?? (inclusive ? null : printed), amount)
  put('gross', (item.gross && adjusted(item.gross, item)) ?? (inclusive ? printed : null), amount)
  return out
}
