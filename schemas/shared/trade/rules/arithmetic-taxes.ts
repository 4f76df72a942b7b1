import { Decimal, type Equation, sum } from '../../../../core/rules/index.ts'
import type { TradePaper, TradeTax } from '../schema.ts'
import { type Scope, sumTolerance, ZERO } from './scope.ts'

/** BR-CO-17 and the BR-…-08 family: VAT per category and rate. */
export function taxEquations(scope: Scope, structured: ReadonlySet<string> = new Set()): readonly Equation[] {
  return scope.data.taxes.flatMap((tax, i) => [...amountEquation(scope, tax, i, structured), ...baseEquation(scope, tax, i, structured)])
}

/** BR-CO-17: amount = base × rate. Summed per line it may differ by half a unit per line. */
function amountEquation(scope: Scope, tax: TradeTax, i: number, structured: ReadonlySet<string>): readonly Equation[] {
  const [base, rate, amount] = [`taxes[${i}].base`, `taxes[${i}].rate`, `taxes[${i}].amount`]
  if (![base, amount].every(scope.has)) return []
  // BR-Z-09, BR-E-09, BR-AE-09, BR-IC-09, BR-G-09, BR-O-09: nothing is charged. Paper may print the usual rate beside it; data may not.
  const rated = structured.has(rate) && !scope.at(rate).isZero()
  const free = tax.type === null && tax.category !== null && FREE.has(tax.category) && !rated
  if (!free && !scope.has(rate)) return []
  const lines = linesOf(scope.data, tax).length
  return [
    {
      ruleId: 'BR-CO-17',
      target: amount,
      inputs: free ? [] : [base, rate],
      factors: [rate],
      formula: (at) => (free ? ZERO : at(base).times(at(rate)).div(100)),
      places: scope.places,
      tolerance: free ? ZERO : Decimal.max(scope.unit, sumTolerance(scope, lines)),
      text: free
        ? { en: 'An exempt supply has no VAT', ru: 'По операции без НДС сумма налога равна нулю' }
        : { en: `VAT at ${tax.rate} %: base × rate gives the amount`, ru: `НДС ${tax.rate} %: база × ставка = сумма налога` },
    },
  ]
}

/** BR-S-08, BR-Z-08, BR-E-08 …: base = Σ lines of that category and rate ± allowances and charges of the document. */
function baseEquation(scope: Scope, tax: TradeTax, i: number, structured: ReadonlySet<string>): readonly Equation[] {
  const base = `taxes[${i}].base`
  const { data } = scope
  if (!scope.has(base) || data.lines.length === 0 || !everyLineHasIts(data)) return []
  const lines = linesOf(data, tax)
  const nets = lines.map((line) => `lines[${line}].net`)
  const minus = levelOf(scope, tax, 'allowances')
  const plus = levelOf(scope, tax, 'charges')
  if (!nets.every(scope.has) || minus === null || plus === null || nets.length + minus.length + plus.length === 0) return []
  return [
    {
      ruleId: `BR-${FAMILY[tax.category ?? 'S'] ?? tax.category ?? 'S'}-08`,
      target: base,
      inputs: [...nets, ...minus, ...plus],
      formula: (at) =>
        sum(nets.map(at))
          .minus(sum(minus.map(at)))
          .plus(sum(plus.map(at))),
      places: scope.places,
      tolerance: [base, ...nets].every((path) => structured.has(path)) ? ZERO : sumTolerance(scope, nets.length),
      text: {
        en: `VAT base${tax.rate === null ? '' : ` at ${tax.rate} %`} is the sum of its lines`,
        ru: `База НДС${tax.rate === null ? '' : ` ${tax.rate} %`} равна сумме своих строк`,
      },
    },
  ]
}

/** Categories of UNCL 5305 that bear no VAT. */
export const FREE: ReadonlySet<string> = new Set(['Z', 'E', 'AE', 'K', 'G', 'O'])

// EN 16931 names the intra-community family IC, its code in UNCL 5305 is K; L and M are Canary Islands and Ceuta.
export const FAMILY: Readonly<Record<string, string>> = { K: 'IC', L: 'AF', M: 'AG' }

/** Lines of this category and rate. With a single tax entry and lines that name none, all lines belong to it. */
function linesOf(data: TradePaper, tax: TradeTax): readonly number[] {
  return data.lines.flatMap((line, i) =>
    sameRate(line.taxCategory, line.taxRate, tax) || (single(data) && line.taxRate === null) ? [i] : [],
  )
}

function single(data: TradePaper): boolean {
  return data.taxes.length === 1
}

function everyLineHasIts(data: TradePaper): boolean {
  return data.lines.every(
    (line) => data.taxes.some((tax) => sameRate(line.taxCategory, line.taxRate, tax)) || (single(data) && line.taxRate === null),
  )
}

/** Whether a line's (or allowance's) category and rate are those of an entry of the breakdown. */
export function sameRate(category: string | null, rate: string | null, tax: TradeTax): boolean {
  if (category !== null && tax.category !== null && category !== tax.category) return false
  if (rate === null || tax.rate === null) return category !== null && category === tax.category && category !== 'S'
  return new Decimal(rate).equals(tax.rate)
}

/** Paths of the document allowances or charges in this category and rate; null when they are not known by rate. */
function levelOf(scope: Scope, tax: TradeTax, list: 'allowances' | 'charges'): readonly string[] | null {
  const { data } = scope
  const total = `totals.${list}`
  if (data[list].length === 0) {
    if (!scope.has(total) || scope.at(total).isZero()) return []
    return single(data) ? [total] : null
  }
  return data[list].flatMap((entry, i) => (sameRate(entry.category, entry.rate, tax) || single(data) ? [`${list}[${i}].amount`] : []))
}
