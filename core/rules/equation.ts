import type { Localised } from '../finding.ts'
import { Decimal, round } from './decimal.ts'

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
  readonly formula: (at: Lookup) => Decimal
  readonly places: number
  readonly tolerance: Decimal
  /** The relation in words: "Net + VAT gives the gross total". */
  readonly text: Localised
}

export interface Residual {
  readonly expected: Decimal
  readonly actual: Decimal
  /** actual − expected */
  readonly delta: Decimal
  readonly holds: boolean
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
  return { expected, actual, delta, holds: delta.abs().lte(equation.tolerance) }
}

/** Value of `field` that satisfies the equation exactly, all others kept; null when it cannot be had. Equations are affine in each field but a divisor. */
export function solveFor(equation: Equation, field: string, at: Lookup): Decimal | null {
  if (field === equation.target) {
    const exact = equation.formula(at)
    return exact.isFinite() ? round(exact, equation.places) : null
  }
  const gap = (value: number) => at(equation.target).minus(equation.formula((path) => (path === field ? new Decimal(value) : at(path))))
  const [zero, one] = [gap(0), gap(1)]
  const slope = one.minus(zero)
  if (!zero.isFinite() || !slope.isFinite() || slope.isZero()) return null
  return zero.negated().div(slope)
}
