import { candidate, type Span } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { Decimal, dec, sum } from '../../../core/rules/index.ts'
import type { Amount } from './amounts.ts'
import { captionsOf, rowText, type SlipRow } from './rows.ts'

interface Printed {
  readonly value: string
  readonly span: Span
}

/** A row that sells something. */
export interface Item {
  /** Of the row itself, else of the row above. */
  readonly name: readonly Span[]
  readonly quantity: Printed | null
  readonly price: Printed | null
  readonly amount: Amount
}

const TIMES = /(?<![\d.,])(\d{1,4}(?:[.,]\d{1,3})?)\s?(?:шт\.?|pcs|kg|кг|л|nos)?\s?[xх×*@]\s?(?:RM|[$€£₽])?\s?(\d{1,6}[.,]\d{2})(?!\d)/iu
/** No name: what a quantity is counted in. */
const UNIT = /^(?:stk|stück|kg|g|l|pcs|nos|ea|шт|кг|л|eur|euro|rm)(?!\p{L})/iu
const END = ['total', 'subtotal', 'rounded', 'rounding', 'tax', 'cash', 'card', 'change', 'other'] as const

/** Item rows between the head of the slip and its first sum. */
export function readItems(rows: readonly SlipRow[]): readonly Item[] {
  const header = rows.findLastIndex((row) => captionsOf(row, 'items').length > 0 && row.amounts.length === 0)
  const start = Math.max(0, header + 1, header < 0 ? rows.findIndex((row) => row.amounts.length > 0) - 2 : 0)
  const items: Item[] = []
  let names: SlipRow[] = []
  let pending: RegExpExecArray | null = null
  let pendingRow: SlipRow | null = null
  for (const row of rows.slice(start)) {
    const captions = captionsOf(row, ...END)
    if (captions.length > 0 && (row.amounts.length > 0 || captions.some(({ kind }) => kind === 'other')) && !isDiscount(row)) break
    if (captionsOf(row, 'date', 'number', 'heading', 'phone', 'taxId').length > 0) {
      names = []
      continue
    }
    const times = TIMES.exec(rowText(row))
    const amount = row.amounts.at(-1)
    if (!amount) {
      if (/\p{L}{2}/u.test(rowText(row))) names.push(row)
      continue
    }
    // «2 X 1,15» alone belongs to a row beside it: the one before, where the product fits, else the next.
    if (times && row.amounts.length === 1 && cents(times[2]!) === amount.value && Number(times[1]) !== 1) {
      const last = items.at(-1)
      if (last && last.quantity === null && product(times) === last.amount.value)
        items[items.length - 1] = { ...last, ...factorsOf(row, times) }
      else [pending, pendingRow] = [times, row]
      continue
    }
    const by = times ?? pending
    items.push(item(row, amount, names, by, times ? row : pendingRow))
    names = []
    pending = null
    pendingRow = null
  }
  return items
}

function isDiscount(row: SlipRow): boolean {
  return captionsOf(row, 'discount').length > 0
}

function item(row: SlipRow, amount: Amount, above: readonly SlipRow[], times: RegExpExecArray | null, timesRow: SlipRow | null): Item {
  const own = nameSpan(row, amount)
  const factors = (times && timesRow && factorsOf(timesRow, times)) ?? columnFactors(row, amount)
  const name = own ? [own] : above.slice(-1).flatMap(({ lines }) => lines.map((line) => ({ line, from: 0, to: line.text.length })))
  return { name, amount, quantity: factors?.quantity ?? null, price: factors?.price ?? null }
}

/** The words left of the sums: without a leading code, a quantity and the sums themselves. */
function nameSpan(row: SlipRow, amount: Amount): Span | null {
  for (const line of row.lines) {
    const first = Math.min(...row.amounts.filter(({ span }) => span.line === line).map(({ span }) => span.from), line.text.length)
    const text = line.text.slice(0, first)
    const cut = TIMES.exec(line.text)
    const to = cut && cut.index < first ? cut.index : text.length
    const lead = /^[\s\d.,]*(?=\p{L})/u.exec(text)?.[0].length ?? 0
    const name = line.text.slice(lead, to).trimEnd()
    if (line === amount.span.line && first === 0) continue
    if (/\p{L}{2}.*\p{L}/u.test(name) && !UNIT.test(name)) return { line, from: lead, to: lead + name.length }
  }
  return null
}

function factorsOf(row: SlipRow, times: RegExpExecArray): { readonly quantity: Printed; readonly price: Printed } | null {
  const line = row.lines.find(({ text }) => text.includes(times[0]))
  if (!line) return null
  const at = line.text.indexOf(times[0])
  const price = line.text.indexOf(times[2]!, at + times[1]!.length)
  return {
    quantity: { value: decimal(times[1]!), span: { line, from: at, to: at + times[1]!.length } },
    price: { value: cents(times[2]!), span: { line, from: price, to: price + times[2]!.length } },
  }
}

/** «2 | 7.70 | 15.40» in columns: taken only where the product fits. */
function columnFactors(row: SlipRow, amount: Amount): { readonly quantity: Printed; readonly price: Printed } | null {
  for (const price of row.amounts.slice(0, -1))
    for (const line of row.lines)
      for (const count of line.text.matchAll(/(?<![\d.,/-])\d{1,3}(?![\d.,/-])/g)) {
        if (!new Decimal(count[0]).times(price.value).eq(amount.value) || Number(count[0]) === 0) continue
        const span = { line, from: count.index, to: count.index + count[0].length }
        return { quantity: { value: decimal(count[0]), span }, price }
      }
  return null
}

function product(times: RegExpExecArray): string {
  return new Decimal(decimal(times[1]!)).times(cents(times[2]!)).toFixed(2)
}

function decimal(text: string): string {
  return new Decimal(text.replace(',', '.')).toFixed()
}

function cents(text: string): string {
  return new Decimal(text.replace(',', '.')).toFixed(2)
}

/** Sum of the item rows, discounts among them included; null when there are none. */
export function itemSum(items: readonly Item[]): string | null {
  return items.length === 0 ? null : sum(items.map(({ amount }) => dec(amount.value)!)).toFixed(2)
}

/** `sure`: the rows add up to a sum of the slip. */
export function itemCandidates(items: readonly Item[], sure: boolean): readonly Candidate[] {
  const score = sure ? 0.85 : 0.5
  return items.flatMap(({ name, amount, quantity, price }, i) => [
    ...(name.length > 0
      ? [candidate(`lines[${i}].name`, name.map(({ line, from, to }) => line.text.slice(from, to)).join(' '), name, score)]
      : []),
    ...(quantity ? [candidate(`lines[${i}].quantity`, quantity.value, [quantity.span], score)] : []),
    ...(price ? [candidate(`lines[${i}].price`, price.value, [price.span], score)] : []),
    candidate(`lines[${i}].amount`, amount.value, [amount.span], score),
  ])
}
