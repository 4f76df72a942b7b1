import { type Equation, sum } from '../../../../core/rules/index.ts'
import type { Scope } from './scope.ts'

const NAMES = {
  net: { en: 'net', ru: 'без НДС' },
  tax: { en: 'VAT', ru: 'НДС' },
  gross: { en: 'gross', ru: 'с НДС' },
} as const

/** RU-2: page subtotals agree with the document's totals and among themselves. */
export function pageEquations(scope: Scope): readonly Equation[] {
  return [...totalsOfPages(scope), ...sumsOfPage(scope)]
}

/** The sums under the items of each page add up to the document's total. One unit of slack a page, for each sheet rounds by itself. */
function totalsOfPages(scope: Scope): readonly Equation[] {
  const pages = scope.data.pageSubtotals
  if (pages.length === 0) return []
  return (['net', 'tax', 'gross'] as const).flatMap((key) => {
    const parts = pages.map((_, i) => `pageSubtotals[${i}].${key}`)
    // Pages hold lines: before document discounts, where the document tells the two sums apart.
    const target = key === 'net' && scope.has('totals.linesNet') ? 'totals.linesNet' : `totals.${key}`
    if (!scope.has(target) || !parts.every(scope.has)) return []
    return [
      {
        ruleId: 'RU-2',
        target,
        inputs: parts,
        formula: (at) => sum(parts.map(at)),
        places: scope.places,
        tolerance: scope.unit.times(parts.length),
        text: {
          en: `The page subtotals (${NAMES[key].en}) add up to the total`,
          ru: `Итоги по страницам (${NAMES[key].ru}) в сумме равны общему итогу`,
        },
      },
    ]
  })
}

/** Net + VAT = gross on each page; with it a misread sum of one page is told from that of another. */
function sumsOfPage(scope: Scope): readonly Equation[] {
  return scope.data.pageSubtotals.flatMap((subtotal, i): readonly Equation[] => {
    const [net, tax, gross] = (['net', 'tax', 'gross'] as const).map((key) => `pageSubtotals[${i}].${key}`) as [string, string, string]
    if (![net, tax, gross].every(scope.has)) return []
    return [
      {
        ruleId: 'RU-2',
        target: gross,
        inputs: [net, tax],
        formula: (at) => at(net).plus(at(tax)),
        places: scope.places,
        tolerance: scope.unit,
        text: {
          en: `Page ${subtotal.page ?? i + 1}: net + VAT gives the gross amount`,
          ru: `Страница ${subtotal.page ?? i + 1}: сумма без НДС + НДС = сумма с НДС`,
        },
      },
    ]
  })
}
