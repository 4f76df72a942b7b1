import { findAmounts } from '../../../../core/candidates/index.ts'
import type { RowCell } from '../../../../core/extraction/tables/index.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import { type DocumentLocale, parseRate } from '../../../../core/values/index.ts'
import { type ItemValue, spansOf } from './item-value.ts'

/**
 * The discount of a line as an amount, from a column of percentages or amounts. Null unless quantity × price less the discount is the
 * amount of the line, within two minor units: a column headed "Rabatt" may also hold a code.
 */
export function discountIn(cell: RowCell | null, figures: readonly (ItemValue | null)[], locale: DocumentLocale): ItemValue | null {
  const [quantity, price, amount] = figures
  const text = cell?.text.trim() ?? ''
  if (!cell || !quantity || !price || !amount || !/\d/.test(text)) return null
  const full = new Decimal(quantity.value).times(price.value)
  const discount = full.minus(amount.value)
  if (discount.lte(0)) return null
  const rate = parseRate(text.replace(/^-\s?/, '').replace(/^\d+(?:[.,]\d+)?$/, '$&%'))
  const printed = findAmounts(text, locale).at(-1)
  const fits =
    (rate.kind === 'rate' && full.times(rate.rate).div(100).minus(discount).abs().lte('0.02')) ||
    (printed && new Decimal(printed.value).abs().minus(discount).abs().lte('0.02'))
  return fits ? { value: discount.toFixed(2), spans: spansOf(cell) } : null
}
