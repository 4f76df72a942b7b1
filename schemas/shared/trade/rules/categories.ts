import { Decimal, found, type Outcome } from '../../../../core/rules/index.ts'
import type { RuleContext } from '../../../define.ts'
import type { TradePaper } from '../schema.ts'
import { FAMILY, FREE, sameRate } from './arithmetic-taxes.ts'

/** A category and a rate with the path of the rate, and the number of EN 16931's rule for its place: 05 lines, 06 allowances, 07 charges. */
interface Rated {
  readonly path: string
  readonly category: string | null
  readonly rate: string | null
  readonly rule: '05' | '06' | '07'
}

/** How VAT categories, rates and the breakdown belong together. In structured data errors of the issuer; on paper reasons to look again. */
export function categoryRules(data: TradePaper, context: RuleContext): readonly Outcome[] {
  const rated = [...inLines(data), ...inChanges(data)]
  return rated.flatMap((one) => [...freeWithRate(one, context), ...withoutBreakdown(one, data, context)])
}

function inLines({ lines }: TradePaper): readonly Rated[] {
  return lines.map(({ taxCategory, taxRate }, i) => ({ path: `lines[${i}].taxRate`, category: taxCategory, rate: taxRate, rule: '05' }))
}

function inChanges(data: TradePaper): readonly Rated[] {
  return (['allowances', 'charges'] as const).flatMap((list) =>
    data[list].map(({ category, rate }, i) => ({
      path: `${list}[${i}].rate`,
      category,
      rate,
      rule: list === 'allowances' ? ('06' as const) : ('07' as const),
    })),
  )
}

/** BR-Z-05, BR-E-05, BR-AE-05 …: nothing is charged on a free supply, so its rate is 0. */
function freeWithRate({ path, category, rate, rule }: Rated, context: RuleContext): readonly Outcome[] {
  if (category === null || rate === null || !FREE.has(category) || Number(rate) === 0) return []
  return [
    found(
      `BR-${FAMILY[category] ?? category}-${rule}`,
      context.structured?.has(path) ? 'error' : 'warning',
      [path],
      {
        en: `A supply of category ${category} bears no VAT, but ${rate} % stands beside it. Check category and rate.`,
        ru: `По категории ${category} НДС нет, а рядом указана ставка ${rate} %. Проверьте категорию и ставку.`,
      },
      { expected: '0', actual: rate },
    ),
  ]
}

/** BR-S-08 and its family: the VAT of every line, allowance and charge is in the breakdown. Paper often leaves out the row of the rate 0. */
function withoutBreakdown({ path, category, rate }: Rated, { taxes }: TradePaper, context: RuleContext): readonly Outcome[] {
  const known = taxes.length > 0 && taxes.every((tax) => tax.type === null && (tax.rate !== null || tax.category !== null))
  const structured = context.structured?.has(path) ?? false
  if (!known || rate === null || (!structured && Number(rate) === 0)) return []
  if (taxes.some((tax) => sameRate(category, rate, tax)) || isInHalves(rate, taxes)) return []
  return [
    found(
      `BR-${FAMILY[category ?? 'S'] ?? category ?? 'S'}-08`,
      structured ? 'error' : 'warning',
      [path],
      {
        en: `VAT at ${new Decimal(rate)} % is charged here, and the VAT breakdown has no such rate. Check the rate and the breakdown.`,
        ru: `Здесь ставка НДС ${new Decimal(rate)} %, а в итогах по ставкам её нет. Проверьте ставку и итоги.`,
      },
      { actual: rate },
    ),
  ]
}

/** India charges 18 % as CGST 9 % and SGST 9 % of the same base: two equal entries are one rate in halves. */
function isInHalves(rate: string, taxes: TradePaper['taxes']): boolean {
  return taxes.some((a, i) =>
    taxes.some(
      (b, j) =>
        j > i &&
        a.rate !== null &&
        a.rate === b.rate &&
        a.base === b.base &&
        a.amount === b.amount &&
        new Decimal(a.rate).times(2).eq(rate),
    ),
  )
}
