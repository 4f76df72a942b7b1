import { type Equation, fieldsOf, type Lookup, residual } from './equation.ts'
import { diagnose, type Failure } from './repair.ts'
import { found, type Outcome, passed } from './report.ts'

/** Checks all equations together: exact ones confirm their fields, small differences are rounding, the rest is an error on the smallest set of fields. */
export function judge(equations: readonly Equation[], at: Lookup, repairable: (field: string) => boolean): readonly Outcome[] {
  const settled = equations.flatMap((equation) => {
    const at0 = residual(equation, at)
    if (!at0?.holds) return []
    return [at0.delta.isZero() ? passed(equation.ruleId, fieldsOf(equation)) : rounding(equation, at)]
  })
  return [
    ...settled,
    ...diagnose(equations, at, repairable).flatMap((failure) => failure.failed.map((equation) => failed(equation, failure, at))),
  ]
}

function rounding(equation: Equation, at: Lookup): Outcome {
  const { expected, actual, delta } = residual(equation, at)!
  return found(
    equation.ruleId,
    'info',
    fieldsOf(equation),
    {
      en: `${equation.text.en}: a rounding difference of ${delta.abs()}, within tolerance. Nothing to do.`,
      ru: `${equation.text.ru}: разница округления ${delta.abs()}, в пределах допуска. Ничего делать не нужно.`,
    },
    { expected: expected.toFixed(equation.places), actual: printed(actual, equation.places), delta: printed(delta, equation.places) },
  )
}

function failed(equation: Equation, failure: Failure, at: Lookup): Outcome {
  const { expected, actual, delta } = residual(equation, at)!
  const wanted = expected.toFixed(equation.places)
  const has = printed(actual, equation.places)
  if (failure.repairs.length === 1) {
    const { field, value } = failure.repairs[0]!
    const now = at(field)
    const proposal = value.decimalPlaces() <= equation.places ? value.toFixed(equation.places) : value.toFixed()
    return found(
      equation.ruleId,
      'error',
      [field],
      {
        en: `${equation.text.en}: calculated ${wanted}, the document says ${has}. All sums agree if the marked field is ${proposal}: compare it with the page.`,
        ru: `${equation.text.ru}: по расчёту ${wanted}, в документе ${has}. Все суммы сходятся, если в отмеченном поле ${proposal}: сверьте его со страницей.`,
      },
      { expected: proposal, actual: printed(now, 0), delta: printed(now.minus(value), 0) },
    )
  }
  const suspects = failure.repairs.length > 0 ? failure.repairs.map((repair) => repair.field) : fieldsOf(equation)
  return found(
    equation.ruleId,
    'error',
    suspects,
    {
      en: `${equation.text.en}: calculated ${wanted}, the document says ${has}. Compare the marked fields with the page.`,
      ru: `${equation.text.ru}: по расчёту ${wanted}, в документе ${has}. Сверьте отмеченные поля со страницей.`,
    },
    { expected: wanted, actual: has, delta: printed(delta, equation.places) },
  )
}

/** At least `places` decimals, more where the number has more. */
function printed(value: { decimalPlaces(): number; toFixed(places: number): string }, places: number): string {
  return value.toFixed(Math.max(places, value.decimalPlaces()))
}
