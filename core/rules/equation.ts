import type { Localised } from '../finding.ts'
import { type Decimal, round } from './decimal.ts'

/** Number at a path of the document under test. */
export type Lookup = (path: string) => Decimal

/**
 * An arithmetic relation: the field `target` equals `formula` of the `inputs`, rounded to `places`, within `tolerance`.
 * The formula is not rounded inside, so that it can be solved for one unknown.
 */
export interface Equation {
  readonly ruleId: string
  readonly target: string
  readonly inputs: readonly string[]
  /** Those of the inputs that are no amounts: quantities, prices, rates. */
  readonly factors?: readonly string[]
  readonly formula: (at: Lookup) => Decimal
  readonly places: number
  readonly tolerance: Decimal
  /** How bad a failure is; `error` unless said. */
  readonly severity?: 'error' | 'warning'
  /** A wider difference with a harmless explanation: told as this, not as a failure. */
  readonly explained?: { readonly tolerance: Decimal; readonly severity: 'warning' | 'info'; readonly by: Localised }
  /** The relation in words: "Net + VAT gives the gross total". */
  readonly text: Localised
}

export interface Residual {
  readonly expected: Decimal
  readonly actual: Decimal
  /** actual − expected */
  readonly delta: Decimal
  readonly verdict: 'holds' | 'explained' | 'fails'
}

export function fieldsOf(equation: Equation): readonly string[] {
  return [equation.target, ...equation.inputs]
}

/** Null when the formula has no value (division by a zero base quantity). */
export function residual(equation: Equation, at: Lookup): Residual | null {
  const exact = equation.formula(at)
  if (!exact.isFinite()) return null
  const expected = round(exact, equation.places)
  const actual = at(equation.target)
  const delta = actual.minus(expected)
  const within = (tolerance: Decimal | undefined) => tolerance !== undefined && delta.abs().lte(tolerance)
  const verdict = within(equation.tolerance) ? 'holds' : within(equation.explained?.tolerance) ? 'explained' : 'fails'
  return { expected, actual, delta, verdict }
}

/** Whether a field multiplies others (quantity, price, rate) and so is no amount of the currency. */
export function isFactor(equation: Equation, field: string): boolean {
  return equation.factors?.includes(field) ?? false
}
