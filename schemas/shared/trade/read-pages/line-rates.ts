import { Decimal } from '../../../../core/rules/index.ts'
import type { ItemValue } from './item-value.ts'
import type { TaxRow } from './tax-rows.ts'

const MAX_LINES = 14 // 2^14 subsets; longer tables print their rates

/**
 * Rates of lines that print none, from the VAT breakdown: one rate is everybody's; of two, the lines of the first are the only subset that
 * adds up to its base. Null where the page leaves it open.
 */
export function lineRates(amounts: readonly (Decimal | null)[], rows: readonly TaxRow[]): readonly (ItemValue | null)[] {
  const none = amounts.map(() => null)
  const rated = rows.filter((row) => row.rate !== null)
  if (rated.length !== rows.length || rows.length === 0 || amounts.some((a) => a === null)) return none
  const rate = (row: TaxRow): ItemValue => ({ value: row.rate!.value, spans: [row.rate!.span] })
  const known = amounts.map((a) => a!.abs())
  const sum = known.reduce((s, a) => s.plus(a), new Decimal(0))
  const base = (row: TaxRow) => (row.base ? new Decimal(row.base.value).abs() : null)
  if (rows.length === 1) return fits(rows[0]!, sum) ? amounts.map(() => rate(rows[0]!)) : none
  const [first, second] = [base(rows[0]!), base(rows[1]!)]
  if (rows.length > 2 || !first || !second || known.length > MAX_LINES || !first.plus(second).eq(sum)) return none
  const subset = onlySubset(known, first)
  return subset === null ? none : amounts.map((_, i) => rate(subset.has(i) ? rows[0]! : rows[1]!))
}

/** The rate is the lines' when they are its base; without a printed base, when they give its tax (added to them or contained in them). */
function fits(row: TaxRow, sum: Decimal): boolean {
  if (row.base) return new Decimal(row.base.value).abs().eq(sum)
  const r = new Decimal(row.rate!.value)
  const tax = new Decimal(row.amount.value).abs()
  return [sum.times(r).div(100), sum.times(r).div(r.plus(100))].some((t) => t.minus(tax).abs().lte('0.02'))
}

/** The subset of lines with this sum; null when there is none or more than one. */
function onlySubset(amounts: readonly Decimal[], sum: Decimal): ReadonlySet<number> | null {
  const cents = amounts.map((a) => a.times(100).round().toNumber())
  const target = sum.times(100).round().toNumber()
  let found: number | null = null
  for (let mask = 0; mask < 1 << cents.length; mask++) {
    let total = 0
    for (let i = 0; i < cents.length; i++) if (mask & (1 << i)) total += cents[i]!
    if (total !== target) continue
    if (found !== null) return null
    found = mask
  }
  return found === null ? null : new Set(cents.flatMap((_, i) => ((found >> i) & 1 ? [i] : [])))
}
