import type { Candidate } from '../../../../core/field.ts'
import { Decimal } from '../../../../core/rules/index.ts'
import { candidate } from './context.ts'
import type { TaxRow } from './tax-rows.ts'

/** `exempt`: a statement on the page gives the category of rows without tax. */
export function taxCandidates(rows: readonly TaxRow[], exempt: boolean): readonly Candidate[] {
  return rows.flatMap((row, i) => [
    ...(row.rate && !exempt ? [candidate(`taxes[${i}].category`, categoryOf(row.rate.value), [row.rate.span], 0.8)] : []),
    ...(row.rate ? [candidate(`taxes[${i}].rate`, row.rate.value, [row.rate.span], 0.85)] : []),
    ...(row.base ? [candidate(`taxes[${i}].base`, row.base.value, [row.base.span], 0.85)] : []),
    candidate(`taxes[${i}].amount`, new Decimal(row.amount.value).toFixed(2), [row.amount.span], 0.85),
  ])
}

/** UNCL 5305 of a printed rate: 0 % is zero-rated, any other rate the standard category. */
export function categoryOf(rate: string): 'S' | 'Z' {
  return new Decimal(rate).isZero() ? 'Z' : 'S'
}
