import { Decimal, type Equation, sum } from '../../../../core/rules/index.ts'
import { dueEquation } from './arithmetic-due.ts'
import { orZero, type Scope, sumTolerance, ZERO } from './scope.ts'

const T = {
  linesNet: 'totals.linesNet',
  allowances: 'totals.allowances',
  charges: 'totals.charges',
  net: 'totals.net',
  tax: 'totals.tax',
  gross: 'totals.gross',
} as const

/** BR-CO-10 … BR-CO-16 of EN 16931 for the totals that the document shows. */
export function totalEquations(scope: Scope, structured: ReadonlySet<string> = new Set()): readonly Equation[] {
  return [
    ...linesEquations(scope, structured),
    ...documentLevel(scope, 'BR-CO-11', T.allowances, 'allowances', { en: 'Allowances', ru: 'Скидки' }),
    ...documentLevel(scope, 'BR-CO-12', T.charges, 'charges', { en: 'Charges', ru: 'Наценки' }),
    ...netEquation(scope),
    ...taxSum(scope),
    ...grossEquation(scope),
    ...dueEquation(scope, structured),
  ]
}

/** BR-CO-10: Σ line amounts. Without a printed sum of lines they must give the net total (or the gross total) directly. */
function linesEquations(scope: Scope, structured: ReadonlySet<string>): readonly Equation[] {
  const equations: Equation[] = []
  const nets = scope.data.lines.map((_, i) => `lines[${i}].net`)
  const grosses = scope.data.lines.map((_, i) => `lines[${i}].gross`)
  // Amounts on paper may be shown rounded; in structured data the standard's sum is exact.
  const exact = (paths: readonly string[]) => paths.every((path) => structured.has(path))
  const floor = (paths: readonly string[], target: string) =>
    exact([...paths, target]) ? ZERO : Decimal.max(scope.unit, sumTolerance(scope, paths.length))
  const all = (paths: readonly string[]) => paths.length > 0 && paths.every(scope.has)
  if (all(nets) && scope.has(T.linesNet))
    equations.push({
      ruleId: 'BR-CO-10',
      target: T.linesNet,
      inputs: nets,
      formula: (at) => sum(nets.map(at)),
      places: scope.places,
      tolerance: floor(nets, T.linesNet),
      text: { en: 'The line amounts add up to the sum of lines', ru: 'Сумма строк равна итогу по строкам' },
    })
  else if (all(nets) && scope.has(T.net))
    equations.push({
      ruleId: 'BR-CO-10',
      target: T.net,
      ...adjusted(scope, nets),
      places: scope.places,
      tolerance: floor(nets, T.net),
      text: { en: 'The line amounts add up to the net total', ru: 'Сумма строк без НДС равна итогу без НДС' },
    })
  // Nothing is taxed and no net total is printed: the lines give the total itself.
  else if (all(nets) && !scope.has(T.tax) && scope.has(T.gross) && isExempt(scope))
    equations.push({
      ruleId: 'LINES-GROSS',
      target: T.gross,
      ...adjusted(scope, nets),
      places: scope.places,
      tolerance: floor(nets, T.gross),
      text: { en: 'The line amounts add up to the total', ru: 'Сумма строк равна итогу' },
    })
  // Allowances of the document are net of tax, so gross lines add up only without them.
  if (all(grosses) && scope.has(T.gross) && orZero(scope, T.allowances).length + orZero(scope, T.charges).length === 0)
    equations.push({
      ruleId: 'LINES-GROSS',
      target: T.gross,
      inputs: grosses,
      formula: (at) => sum(grosses.map(at)),
      places: scope.places,
      tolerance: floor(grosses, T.gross),
      text: { en: 'The line amounts with VAT add up to the total', ru: 'Сумма строк с НДС равна итогу с НДС' },
    })
  return equations
}

/** What `lines` give after the document's allowances and charges, as far as those are shown. */
function adjusted(scope: Scope, lines: readonly string[]): Pick<Equation, 'inputs' | 'formula'> {
  const allowances = orZero(scope, T.allowances)
  const charges = orZero(scope, T.charges)
  return {
    inputs: [...lines, ...allowances, ...charges],
    formula: (at) =>
      sum(lines.map(at))
        .minus(sum(allowances.map(at)))
        .plus(sum(charges.map(at))),
  }
}

/** BR-CO-11, BR-CO-12: the total of document allowances or charges is the sum of the single ones. */
function documentLevel(
  scope: Scope,
  ruleId: string,
  target: string,
  list: 'allowances' | 'charges',
  name: { readonly en: string; readonly ru: string },
): readonly Equation[] {
  const single = scope.data[list].map((_, i) => `${list}[${i}].amount`)
  if (single.length === 0 || !single.every(scope.has) || !scope.has(target)) return []
  return [
    {
      ruleId,
      target,
      inputs: single,
      formula: (at) => sum(single.map(at)),
      places: scope.places,
      tolerance: ZERO,
      text: { en: `${name.en} of the document add up to their total`, ru: `${name.ru} по документу равны их итогу` },
    },
  ]
}

/** BR-CO-13 */
function netEquation(scope: Scope): readonly Equation[] {
  if (![T.net, T.linesNet].every(scope.has)) return []
  return [
    {
      ruleId: 'BR-CO-13',
      target: T.net,
      ...adjusted(scope, [T.linesNet]),
      places: scope.places,
      tolerance: ZERO,
      text: { en: 'Sum of lines − allowances + charges gives the net total', ru: 'Итог по строкам − скидки + наценки = итог без НДС' },
    },
  ]
}

/** BR-CO-14 */
function taxSum(scope: Scope): readonly Equation[] {
  const amounts = scope.data.taxes.map((_, i) => `taxes[${i}].amount`)
  if (amounts.length === 0 || !scope.has(T.tax) || !amounts.every(scope.has)) return []
  return [
    {
      ruleId: 'BR-CO-14',
      target: T.tax,
      inputs: amounts,
      formula: (at) => sum(amounts.map(at)),
      places: scope.places,
      tolerance: ZERO,
      text: { en: 'The VAT amounts per rate add up to the VAT total', ru: 'НДС по ставкам в сумме равен итогу НДС' },
    },
  ]
}

/** BR-CO-15. Without a tax amount and with nothing but exempt categories the gross total is the net total. */
function grossEquation(scope: Scope): readonly Equation[] {
  if (![T.net, T.gross].every(scope.has) || !(scope.has(T.tax) || isExempt(scope))) return []
  const tax = orZero(scope, T.tax)
  return [
    {
      ruleId: 'BR-CO-15',
      target: T.gross,
      inputs: [T.net, ...tax],
      formula: (at) => at(T.net).plus(sum(tax.map(at))),
      places: scope.places,
      tolerance: ZERO,
      text: { en: 'Net + VAT gives the gross total', ru: 'Итог без НДС + НДС = итог с НДС' },
    },
  ]
}

function isExempt({ data: { taxes } }: Scope): boolean {
  return taxes.length > 0 && taxes.every((tax) => tax.category !== null && tax.category !== 'S')
}
