import type { FoundAmount } from '../../../../core/candidates/index.ts'
import { rightOf, type Span, type TextLine } from '../../../../core/extraction/labels/index.ts'
import { visualRows } from '../../../../core/layout/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import { parseRate } from '../../../../core/values/index.ts'
import type { TradeText } from './context.ts'
import type { ItemsView } from './items-view.ts'
import { taxColumns } from './tax-columns.ts'

export interface Printed {
  readonly value: string
  readonly span: Span
}

/** One row of a VAT breakdown. `proven`: base × rate = amount. */
export interface TaxRow {
  readonly rate: Printed | null
  readonly base: Printed | null
  readonly amount: Printed
  readonly proven: boolean
  /** The row stands under or beside tax captions. */
  readonly captioned: boolean
  /** The tax by its name where one rate is made of several (CGST and SGST in India); absent = the row names none of them. */
  readonly levy?: string
}

const LEVY = /(?<!\p{L})(?:CGST|SGST|UTGST|IGST)(?!\p{L})/iu

export const PERCENT = /(?<![\d.,])(\d{1,2}(?:[.,]\d{1,3})?)\s?%/g

// "zzgl. 19 % USt.", "davon 7 % MwSt": words before the caption that make no sentence.
const INTRODUCTION =
  /(?<!\p{L})(?:zzgl|zuzügl(?:ich)?|plus|inkl(?:usive)?|incl(?:uding)?|davon|darin|enthalten[er]?|dont|of which|gesetzl(?:iche)?|waarvan|в т\. ?ч|в том числе)\.?(?!\p{L})|\d+(?:[.,]\d+)?\s?%/giu

/** Rows that state a rate with its base and tax. The arithmetic tells which number is which, so no header is needed. */
export function readTaxRows(invoice: TradeText, items: ItemsView): readonly TaxRow[] {
  const rows = invoice.text.pages.flatMap((page) => {
    const printed = visualRowsOf(page.lines.filter((line) => !items.inItems(line)))
    return printed.flatMap((lines, i) => {
      const across = i === 0 ? [] : taxColumns(invoice, printed[i - 1]!, lines)
      return across.length > 0 ? across : named(taxRow(invoice, lines), lines)
    })
  })
  // The same breakdown may be printed twice (per page, or above and below): keep one.
  const same = (a: TaxRow, b: TaxRow) => a.amount.value === b.amount.value && a.rate?.value === b.rate?.value && a.levy === b.levy
  return rows.filter((row, i) => {
    // The one that prints the base as well says more.
    if (row.base === null && rows.some((other) => same(other, row) && other.base !== null)) return false
    return !rows.slice(0, i).some((other) => same(other, row) && (other.base !== null || row.base === null))
  })
}

/** CGST 9 % and SGST 9 % of one base are two taxes, not one printed twice. */
function named(row: TaxRow | null, lines: readonly TextLine[]): readonly TaxRow[] {
  const levy = lines.flatMap(({ text }) => LEVY.exec(text)?.[0].toUpperCase() ?? [])[0]
  return row === null ? [] : [levy === undefined ? row : { ...row, levy }]
}

function visualRowsOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const byBox = new Map(lines.map((line) => [line.at, line]))
  return visualRows(lines.map((line) => ({ text: line.text, box: line.at, confidence: null, words: [] }))).map((row) =>
    row.lines.map((l) => byBox.get(l.box)!),
  )
}

function taxRow(invoice: TradeText, lines: readonly TextLine[]): TaxRow | null {
  const amounts = lines.flatMap((line) => invoice.amounts(line).map((amount) => ({ amount, line })))
  const rates = lines.flatMap((line) =>
    [...line.text.matchAll(PERCENT)].map(
      (m): Printed => ({ value: rateOf(m[1]!), span: { line, from: m.index, to: m.index + m[0].length } }),
    ),
  )
  const money = amounts.filter(({ amount }) => amount.decimals)
  const captioned = lines.some((line) => invoice.hitsOn(line).some((hit) => hit.kind === 'tax' || hit.kind === 'taxBase'))
  if (lines.length > 9 || money.length > 5) return null
  for (const rate of rates) {
    const own = opensTaxRow(invoice, rate.span.line) ? money.filter(({ line }) => line.at.x0 > rate.span.line.at.x0) : money
    const pair = proven(own, new Decimal(rate.value))
    if (pair) return { rate, ...pair, proven: true, captioned }
  }
  if (rates.length === 0 && money.length >= 2) {
    // The sign may stand in the column's head: "Steuersatz [%]", then "19".
    for (const { amount, line } of amounts) {
      const value = new Decimal(amount.value)
      if (value.lte(0) || value.gt(30) || amount.currency !== null) continue
      const pair = proven(
        money.filter((m) => m.amount !== amount),
        value,
      )
      if (pair)
        return { rate: { value: rateOf(amount.value), span: { line, from: amount.from, to: amount.to } }, ...pair, proven: true, captioned }
    }
  }
  const single = money.length === 1 && rates.length === 1 && captioned ? money[0] : undefined
  const tax = lines.some((line) =>
    invoice.hitsOn(line).some((hit) => hit.kind === 'tax' && !/\p{L}{4}.*\s/u.test(line.text.slice(0, hit.from).replace(INTRODUCTION, ''))),
  )
  const gross = lines.some((line) =>
    invoice.hitsOn(line).some((hit) => ['net', 'gross', 'due', 'total', 'prepaid', 'allowances'].includes(hit.kind)),
  )
  return single && tax && !gross ? { rate: rates[0]!, base: null, amount: printed(single), proven: false, captioned } : null
}

const BARE_RATE = /^\d{1,2}(?:[.,]\d{1,3})?\s?%$/

/** A rate from which on its row is one of a VAT breakdown: what stands left of it belongs to another block. */
export function opensTaxRow(invoice: TradeText, line: TextLine): boolean {
  if (!BARE_RATE.test(line.text.trim())) return false
  const behind = rightOf(line.at, invoice.page(line)).flatMap((other) =>
    other === line ? [] : invoice.amounts(other).flatMap((amount) => (amount.decimals ? [{ amount, line: other }] : [])),
  )
  return proven(behind, new Decimal(rateOf(line.text.replace('%', '').trim()))) !== null
}

export function rateOf(text: string): string {
  const parsed = parseRate(`${text}%`)
  return parsed.kind === 'rate' ? parsed.rate : text.replace(',', '.')
}

function printed({ amount, line }: { readonly amount: FoundAmount; readonly line: TextLine }): Printed {
  return { value: amount.value, span: { line, from: amount.from, to: amount.to } }
}

export interface PlacedAmount {
  readonly amount: FoundAmount
  readonly line: TextLine
}

/** Two amounts of the row with base × rate = tax within a cent; `only`: the amount that must be the tax. */
export function proven(money: readonly PlacedAmount[], rate: Decimal, only?: PlacedAmount): { base: Printed; amount: Printed } | null {
  for (const base of money) {
    for (const tax of money) {
      if (tax === base || (only && tax !== only)) continue
      const b = new Decimal(base.amount.value)
      const t = new Decimal(tax.amount.value)
      if (b.abs().lte(t.abs()) || (rate.isZero() && !t.isZero()) || (b.isZero() && t.isZero())) continue
      if (b.times(rate).div(100).minus(t).abs().lte(0.011)) return { base: printed(base), amount: printed(tax) }
    }
  }
  return null
}
