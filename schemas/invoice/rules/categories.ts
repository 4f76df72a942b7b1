import { Decimal, found, type Outcome } from '../../../core/rules/index.ts'
import type { RuleContext } from '../../define.ts'
import type { Invoice } from '../schema.ts'
import { FAMILY, FREE, sameRate } from './arithmetic-taxes.ts'

/** A category and a rate with the path of the rate, and the number of EN 16931's rule for its place: 05 lines, 06 allowances, 07 charges. */
interface Rated {
  readonly path: string
  readonly category: string | null
  readonly rate: string | null
  readonly rule: '05' | '06' | '07'
}

/** How VAT categories, rates and the breakdown belong together. In structured data errors of the issuer; on paper reasons to look again. */
export function categoryRules(data: Invoice, context: RuleContext): readonly Outcome[] {
  const rated = [...inLines(data), ...inChanges(data)]
  return [...rated.flatMap((one) => freeWithRate(one, context)), ...withoutBreakdown(data, context)]
}

function inLines({ lines }: Invoice): readonly Rated[] {
  return lines.map(({ taxCategory, taxRate }, i) => ({ path: `lines[${i}].taxRate`, category: taxCategory, rate: taxRate, rule: '05' }))
}

function inChanges(data: Invoice): readonly Rated[] {
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

/** BR-S-08 and its family: the VAT of every line is in the breakdown. Paper often leaves out the row of the rate 0. */
function withoutBreakdown(data: Invoice, context: RuleContext): readonly Outcome[] {
  const { taxes } = data
  const known = taxes.length > 0 && taxes.every(({ type, category, rate }) => type === null && (rate !== null || category !== null))
  if (!known) return []
  return data.lines.flatMap(({ taxCategory, taxRate }, i) => {
    const path = `lines[${i}].taxRate`
    const structured = context.structured?.has(path) ?? false
    if (taxRate === null || (!structured && Number(taxRate) === 0)) return []
    if (taxes.some((tax) => sameRate(taxCategory, taxRate, tax))) return []
    return [
      found(
        `BR-${FAMILY[taxCategory ?? 'S'] ?? taxCategory ?? 'S'}-08`,
        structured ? 'error' : 'warning',
        [path],
        {
          en: `Line ${i + 1} bears VAT at ${new Decimal(taxRate)} %, which the VAT breakdown does not have. Check the rate and the breakdown.`,
          ru: `В строке ${i + 1} ставка НДС ${new Decimal(taxRate)} %, которой нет в итогах по ставкам. Проверьте ставку и итоги.`,
        },
        { actual: taxRate },
      ),
    ]
  })
}
