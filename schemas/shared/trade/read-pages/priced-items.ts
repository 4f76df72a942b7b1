import type { FoundAmount } from '../../../../core/candidates/index.ts'
import type { Span, TextLine, TextPage } from '../../../../core/extraction/labels/index.ts'
import { textRows } from '../../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import { parseDecimal, parseQuantity } from '../../../../core/values/index.ts'
import type { TradeText } from './context.ts'
import type { ItemValue } from './item-value.ts'
import { type ItemValues, NO_VALUES } from './item-values.ts'
import { categoryOf } from './tax-candidates.ts'
import { rateOf } from './tax-rows.ts'

export interface PricedItems {
  readonly values: readonly ItemValues[]
  readonly lines: ReadonlySet<TextLine>
}

/** "3,5 Std. à 48,00 EUR", "2 x 12.50", "12 Stk. je 4,90 €": quantity, unit and price in words instead of columns. */
const PRICED =
  /(?<![\p{L}\d.,])(?<quantity>\d[\d.,' ]{0,20}?)\s?(?<unit>\p{L}[\p{L}.²³]{0,11}(?:\s\p{L}{1,4}\.)?)?\s?(?:\s(?:à|á|a|je|zu je|zu|at|per|de|por|aan|по)\s|[×x*@]\s?)(?:EUR|USD|GBP|CHF|[€$£])?\s?(?<price>\d[\d.,' ]*\d)(?![\d%])/giu

/**
 * Items without table headings, as craftsmen write them: a name, and under or behind it quantity and price. Only what multiplies to the
 * amount printed on that row, or on the one above or below it, is an item.
 */
export function pricedItems(invoice: TradeText): PricedItems {
  const values: ItemValues[] = []
  const lines = new Set<TextLine>()
  for (const page of invoice.text.pages) {
    const rows = textRows(page)
    let free = 0
    for (const [at, row] of rows.entries()) {
      const found = row.map((line) => pricedOn(invoice, line)).find((p) => p !== null)
      const item = found && completed(invoice, page, rows, free, at, found)
      if (!item) continue
      values.push(item.values)
      for (const line of rows.slice(item.first, item.last + 1).flat()) lines.add(line)
      free = item.last + 1
    }
  }
  return { values, lines }
}

interface Priced {
  readonly line: TextLine
  readonly from: number
  readonly to: number
  readonly quantity: ItemValue
  readonly unit: ItemValue | null
  readonly price: ItemValue
}

function pricedOn(invoice: TradeText, line: TextLine): Priced | null {
  const { decimal } = invoice.text.locale
  for (const match of line.text.matchAll(PRICED)) {
    const { quantity = '', unit, price = '' } = match.groups ?? {}
    const q = parseQuantity(quantity, { decimal })
    const p = parseDecimal(price, { decimal })
    if (q.kind !== 'value' || p.kind !== 'value') continue
    const from = match.index
    const span: Span = { line, from, to: from + match[0].length }
    return {
      ...span,
      quantity: { value: q.value.value, spans: [span] },
      unit: unit ? { value: unit, spans: [span] } : null,
      price: { value: p.value, spans: [span] },
    }
  }
  return null
}

interface Completed {
  readonly values: ItemValues
  readonly first: number
  readonly last: number
}

/** The amount that quantity × price gives, and the name: before the figures, else in the rows above them that are nobody else's. */
function completed(
  invoice: TradeText,
  page: TextPage,
  rows: readonly (readonly TextLine[])[],
  free: number,
  at: number,
  priced: Priced,
): Completed | null {
  const product = new Decimal(priced.quantity.value).times(priced.price.value)
  const amountAt = [at, at - 1, at + 1].find((i) => i >= free && rows[i] !== undefined && amountIn(invoice, rows[i], product, priced))
  if (amountAt === undefined) return null
  const amount = amountIn(invoice, rows[amountAt]!, product, priced)!
  const before = priced.line.text.slice(0, priced.from).replace(/[\s,;:·–-]+$/u, '')
  const own: Span[] = /\p{L}{2}/u.test(before) ? [{ line: priced.line, from: 0, to: before.length }] : []
  const above = own.length > 0 ? [] : nameRows(invoice, page, rows, free, at, amountAt, priced)
  const spans = own.length > 0 ? own : above.map(({ line }): Span => ({ line, from: 0, to: line.text.length }))
  if (spans.length === 0) return null
  const name = spans.map(({ line, to }) => line.text.slice(0, to)).join(' ')
  const numbered = /^(\d{1,3})[.)]?\s+(?=\p{L})/u.exec(name)
  return {
    values: {
      ...NO_VALUES,
      no: numbered ? { value: numbered[1]!, spans: [{ ...spans[0]!, to: numbered[1]!.length }] } : null,
      name: { value: name.slice(numbered?.[0].length ?? 0), spans },
      quantity: priced.quantity,
      unit: priced.unit,
      unitPrice: priced.price,
      ...rateBehind(invoice, priced),
      amount: { value: amount.amount.value, spans: [{ line: amount.line, from: amount.amount.from, to: amount.amount.to }] },
    },
    first: Math.min(amountAt, above[0]?.row ?? at),
    last: Math.max(amountAt, at),
  }
}

/** "…, VAT 20%" behind the price. */
function rateBehind(invoice: TradeText, { line, to }: Priced): Pick<ItemValues, 'taxRate' | 'taxCategory'> {
  const caption = invoice.hitsOn(line).find((hit) => hit.kind === 'tax' && hit.from >= to)
  const match = /(\d{1,2}(?:[.,]\d{1,3})?)\s?%/.exec(line.text.slice(to))
  if (!caption || !match) return { taxRate: null, taxCategory: null }
  const spans: readonly Span[] = [{ line, from: to + match.index, to: to + match.index + match[0].length }]
  const rate = rateOf(match[1]!)
  return { taxRate: { value: rate, spans }, taxCategory: { value: categoryOf(rate), spans } }
}

function amountIn(
  invoice: TradeText,
  row: readonly TextLine[],
  product: Decimal,
  priced: Priced,
): { readonly line: TextLine; readonly amount: FoundAmount } | null {
  for (const line of row)
    for (const amount of invoice.amounts(line)) {
      const inside = line === priced.line && amount.from < priced.to && amount.to > priced.from
      if (!inside && amount.decimals && new Decimal(amount.value).abs().minus(product).abs().lte('0.011')) return { line, amount }
    }
  return null
}

const NEAR = 0.6 // line heights between two lines of one item
const NEAR_AMOUNT = 1.2 // the same where the upper line carries the item's amount: nobody else's then

/** Rows over the figures, up to two, at their left edge. */
function nameRows(
  invoice: TradeText,
  page: TextPage,
  rows: readonly (readonly TextLine[])[],
  free: number,
  at: number,
  amountAt: number,
  priced: Priced,
): readonly { readonly line: TextLine; readonly row: number }[] {
  const out: { line: TextLine; row: number }[] = []
  let below = priced.line
  for (let i = at - 1; i >= Math.max(free, at - 2); i--) {
    const line = rows[i]!.find((l) => Math.abs(l.at.x0 - priced.line.at.x0) < 1.5 * l.em && /\p{L}{2}/u.test(l.text))
    const near = line && line.page === page.index && below.at.y0 - line.at.y1 < (i === amountAt ? NEAR_AMOUNT : NEAR) * line.em
    if (!line || !near || /[.!:]$/.test(line.text) || invoice.hitsOn(line).some((hit) => hit.from === 0 && /:/.test(line.text))) break
    out.unshift({ line, row: i })
    below = line
    // The row with the amount is the item's first.
    if (rows[i]!.length > 1) break
  }
  return out
}
