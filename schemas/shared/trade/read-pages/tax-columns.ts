import { findAmounts } from '../../../../core/candidates/index.ts'
import { placeOf, type Span, type TextLine } from '../../../../core/extraction/labels/index.ts'
import { overlap } from '../../../../core/geometry.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import type { TradeText } from './context.ts'
import { PERCENT, type Printed, proven, rateOf, type TaxRow } from './tax-rows.ts'

const MIN_AMOUNTS = 2 // a base and its tax

/**
 * A breakdown that runs across the page: "Netto (1) | MwSt 19 % | Netto (2) | MwSt 7 %" and one row of amounts under it. The rate stands in
 * the heading, its tax in the column below; the base is the amount of the same row that proves it.
 */
export function taxColumns(invoice: TradeText, heads: readonly TextLine[], values: readonly TextLine[]): readonly TaxRow[] {
  const rates = heads.flatMap((line) =>
    [...line.text.matchAll(PERCENT)].map(
      (m): Printed => ({ value: rateOf(m[1]!), span: { line, from: m.index, to: m.index + m[0].length } }),
    ),
  )
  const money = values.flatMap((line) => findAmounts(line.text, invoice.text.locale).map((amount) => ({ amount, line })))
  const taxed = heads.some((line) => invoice.hitsOn(line).some((hit) => hit.kind === 'tax'))
  if (rates.length === 0 || !taxed || money.filter(({ amount }) => amount.decimals).length < MIN_AMOUNTS) return []
  if (heads.some((line) => invoice.amounts(line).some((a) => a.decimals)) || !close(heads, values)) return []
  return rates.flatMap((rate): readonly TaxRow[] => {
    const head = placeOf({ line: rate.span.line, from: headStart(invoice, rate.span), to: rate.span.to })
    const under = money.filter(({ amount, line }) => {
      const at = placeOf({ line, from: amount.from, to: amount.to })
      return amount.decimals && overlap(head.x0, head.x1, at.x0, at.x1) > 0
    })
    const tax = under.length === 1 ? under[0]! : null
    const pair =
      tax &&
      proven(
        [...money.filter((m) => m !== tax && new Decimal(m.amount.value).abs().gt(tax.amount.value)), tax],
        new Decimal(rate.value),
        tax,
      )
    if (pair) return [{ rate, ...pair, proven: true, captioned: true }]
    // Under its own heading a tax needs no base: the totals will tell whether it fits.
    return tax && rates.length > 0 && named(invoice, rate.span)
      ? [
          {
            rate,
            base: null,
            amount: { value: tax.amount.value, span: { line: tax.line, from: tax.amount.from, to: tax.amount.to } },
            proven: false,
            captioned: true,
          },
        ]
      : []
  })
}

/** The rate stands behind a tax caption on its line: "TVA 5,5 %". */
function named(invoice: TradeText, { line, from }: Span): boolean {
  return invoice.hitsOn(line).some((hit) => hit.kind === 'tax' && hit.to <= from && from - hit.to <= 2)
}

/** The heading of a rate begins with its tax caption. */
function headStart(invoice: TradeText, { line, from }: Span): number {
  return invoice.hitsOn(line).findLast((hit) => hit.kind === 'tax' && hit.from <= from)?.from ?? from
}

function close(heads: readonly TextLine[], values: readonly TextLine[]): boolean {
  const gap = Math.min(...values.map((line) => line.at.y0)) - Math.max(...heads.map((line) => line.at.y1))
  return gap < 1.2 * values[0]!.em
}
