import type { Span } from '../../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../../core/field.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { TradeText } from './context.ts'
import { PERCENT, type Printed, rateOf, type TaxRow } from './tax-rows.ts'

/**
 * The breakdown of a page whose tax is printed without its rate ("Plus VAT 201.29") while all lines or another row print the same one: that rate, tax
 * of the total. Only where the two agree: net × rate = tax or gross × rate / (100 + rate) = tax, within two cents.
 */
export function taxOfItems(rate: Printed | null, tax: Printed | null, totals: readonly Candidate[]): readonly TaxRow[] {
  if (!rate || !tax) return []
  const r = new Decimal(rate.value)
  const t = new Decimal(tax.value).abs()
  const fits = totals.some(({ path, value }) => {
    if (path !== 'totals.net' && path !== 'totals.linesNet' && path !== 'totals.gross') return false
    const amount = new Decimal(String(value)).abs()
    const expected = path === 'totals.gross' ? amount.times(r).div(r.plus(100)) : amount.times(r).div(100)
    return expected.minus(t).abs().lte('0.02')
  })
  return fits ? [{ rate, base: null, amount: tax, proven: true, captioned: true }] : []
}

/** The rate that every line prints; null when one prints none or another. */
export function commonRate(rates: readonly ({ readonly value: string; readonly spans: readonly Span[] } | null)[]): Printed | null {
  const first = rates[0]
  const span = first?.spans[0]
  return first && span && rates.every((rate) => rate?.value === first.value) ? { value: first.value, span } : null
}

/** "quarterly premium including 19 % insurance tax": the only rate that the page says beside the word for the tax. */
export function statedRate(invoice: TradeText): Printed | null {
  const stated = invoice
    .hitsOf('tax')
    .flatMap(({ line }) =>
      [...line.text.matchAll(PERCENT)].map(
        (found): Printed => ({ value: rateOf(found[1]!), span: { line, from: found.index, to: found.index + found[0].length } }),
      ),
    )
  return stated[0] && stated.every(({ value }) => value === stated[0]!.value) ? stated[0] : null
}
