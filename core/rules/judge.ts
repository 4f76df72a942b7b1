import type { Decimal } from './decimal.ts'
import { type Equation, fieldsOf, isFactor, residual } from './equation.ts'
import { diagnose, type Failure, type Repairable } from './repair.ts'
import { found, type Outcome, passed, repairedBy } from './report.ts'

/** Checks all equations together: exact ones confirm their fields, small differences are rounding, the rest is an error on the smallest set of fields. */
export function judge(equations: readonly Equation[], document: Repairable): readonly Outcome[] {
  const settled = equations.flatMap((equation) => {
    const now = residual(equation, document.at)
    if (now === null || now.verdict === 'fails') return []
    if (now.verdict === 'explained') return [explained(equation, document)]
    return [now.delta.isZero() ? passed(equation.ruleId, fieldsOf(equation)) : rounding(equation, document)]
  })
  const failures = diagnose(equations, document)
  return [...settled, ...failures.flatMap((failure) => failure.failed.map((equation) => failed(equation, failure, document)))]
}

function rounding(equation: Equation, { at }: Repairable): Outcome {
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

function explained(equation: Equation, { at }: Repairable): Outcome {
  const { expected, actual, delta } = residual(equation, at)!
  const { severity, by } = equation.explained!
  const [wanted, has] = [expected.toFixed(equation.places), printed(actual, equation.places)]
  return found(
    equation.ruleId,
    severity,
    fieldsOf(equation),
    {
      en: `${equation.text.en}: calculated ${wanted}, the document says ${has}. ${by.en}`,
      ru: `${equation.text.ru}: по расчёту ${wanted}, в документе ${has}. ${by.ru}`,
    },
    { expected: wanted, actual: has, delta: printed(delta, equation.places) },
  )
}

function failed(equation: Equation, failure: Failure, document: Repairable): Outcome {
  const { expected, actual, delta } = residual(equation, document.at)!
  const wanted = expected.toFixed(equation.places)
  const has = printed(actual, equation.places)
  if (failure.repairs.length === 1) {
    const { field, value } = failure.repairs[0]!
    const now = document.at(field)
    const places = isFactor(equation, field) ? 0 : equation.places
    const proposal = printed(value, places)
    const finding = found(
      equation.ruleId,
      equation.severity ?? 'error',
      [field],
      {
        en: `${equation.text.en}: calculated ${wanted}, the document says ${has}. All sums agree if the marked field is ${proposal}: compare it with the page.`,
        ru: `${equation.text.ru}: по расчёту ${wanted}, в документе ${has}. Все суммы сходятся, если в отмеченном поле ${proposal}: сверьте его со страницей.`,
      },
      { expected: proposal, actual: printed(now, places), delta: printed(now.minus(value), places) },
    )
    return repairedBy(finding, field, proposal)
  }
  return found(
    equation.ruleId,
    equation.severity ?? 'error',
    failure.repairs.length > 0 ? failure.repairs.map(({ field }) => field) : document.suspects(equation),
    {
      en: `${equation.text.en}: calculated ${wanted}, the document says ${has}. Compare the marked fields with the page.`,
      ru: `${equation.text.ru}: по расчёту ${wanted}, в документе ${has}. Сверьте отмеченные поля со страницей.`,
    },
    { expected: wanted, actual: has, delta: printed(delta, equation.places) },
  )
}

/** At least `places` decimals, more where the number has more. */
function printed(value: Decimal, places: number): string {
  return value.toFixed(Math.max(places, value.decimalPlaces()))
}
