import { Decimal } from '../../../core/rules/index.ts'
import type { Amount } from './amounts.ts'
import { rowText, type SlipRow } from './rows.ts'

/** A row of the tax table: base and tax satisfy the rate to the cent, so a misread one is left out. */
export interface SlipTax {
  readonly rate: string
  readonly rateRow: SlipRow
  readonly base: Amount
  readonly tax: Amount
  readonly gross: string
}

const RATE = /(?<!\d)(\d{1,2})(?:[.,](\d{1,2}))?\s?%/u
const CENT = new Decimal('0.02') // tills round per line

/** Rows that print a rate, the amount without tax and the tax, in whatever order; confirmed by arithmetic alone. */
export function slipTaxes(rows: readonly SlipRow[]): readonly SlipTax[] {
  return rows.flatMap((row): readonly SlipTax[] => {
    const printed = RATE.exec(rowText(row))
    if (!printed || row.amounts.length < 2) return []
    const rate = new Decimal(`${printed[1]}.${printed[2] ?? '0'}`)
    if (rate.isZero()) return []
    for (const base of row.amounts)
      for (const tax of row.amounts) {
        if (base === tax || new Decimal(tax.value).isZero() || new Decimal(base.value).lte(tax.value)) continue
        const off = new Decimal(base.value).times(rate).div(100).minus(tax.value).abs()
        if (off.gt(CENT)) continue
        const gross = new Decimal(base.value).plus(tax.value).toFixed(2)
        return [{ rate: rate.toFixed(), rateRow: row, base, tax, gross }]
      }
    return []
  })
}
