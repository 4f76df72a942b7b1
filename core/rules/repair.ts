import { Decimal, round } from './decimal.ts'
import { type Equation, isFactor, type Lookup, residual } from './equation.ts'
import { likeliest } from './likely.ts'

/** One printed field whose change would satisfy every relation. */
export interface Repair {
  readonly field: string
  readonly value: Decimal
}

/** Failed equations that belong together (they share fields), and what would settle all of them. */
export interface Failure {
  readonly failed: readonly Equation[]
  /** The likeliest single-field changes that satisfy all equations; exactly one = a proposal, several = the smallest set to look at, none = more than one field is wrong. */
  readonly repairs: readonly Repair[]
}

/** The document as the search for a repair sees it. */
export interface Repairable {
  readonly at: Lookup
  /** Printed fields that an equation rests on: derived fields replaced by what they come from. */
  readonly suspects: (equation: Equation) => readonly string[]
  /** The document with one printed field changed and everything derived from it again. */
  readonly change: (field: string, value: Decimal) => Lookup
  /**
   * How badly a value would fit its field, −1 upwards beside `misreadingCost`, or `instead` of it; null = nothing is known. Absent = nothing is known
   * about any field.
   */
  readonly oddness?: (field: string, value: Decimal) => { readonly cost: number; readonly instead: boolean } | null
}

// With more suspects than this a single one is never the only explanation, and the search would take seconds.
const MANY = 100

/** Groups the equations that do not hold and looks for the single printed field that is wrong. */
export function diagnose(equations: readonly Equation[], document: Repairable): readonly Failure[] {
  const failed = equations.filter((equation) => residual(equation, document.at)?.verdict === 'fails')
  const sound = equations.filter((equation) => !failed.includes(equation))
  return components(failed, document.suspects).map((group) => ({
    failed: group,
    repairs: likeliest(repairsOf(group, [...sound, ...group], document), [...sound, ...group], document),
  }))
}

/** `all`: the group and everything that holds. Mistakes elsewhere on the document are another group's business. */
function repairsOf(group: readonly Equation[], all: readonly Equation[], document: Repairable): readonly Repair[] {
  const [first, ...rest] = group.map(document.suspects)
  const shared = first!.filter((field) => rest.every((fields) => fields.includes(field)))
  if (shared.length > MANY) return []
  return shared.flatMap((field) => {
    // A rate gives its base back only roughly: each equation of the group proposes a value, and all must agree to it.
    const values = group.flatMap((equation) => solve(equation, field, document) ?? [])
    const distinct = values.filter((value, i) => values.findIndex((other) => other.eq(value)) === i)
    return distinct.flatMap((value) => {
      if (flipsSign(document.at(field), value)) return []
      const changed = document.change(field, value)
      return all.every((equation) => residual(equation, changed)?.verdict !== 'fails') ? [{ field, value }] : []
    })
  })
}

/** A misread digit does not turn an invoice line into a credit; a line that was not read at all would look like that. */
function flipsSign(now: Decimal, then: Decimal): boolean {
  return !now.isZero() && !then.isZero() && now.isNegative() !== then.isNegative()
}

/** Equations are affine in every field but a divisor; the probes are far apart because derived values are rounded on the way. */
const PROBE = new Decimal(1_000_000)

function solve(equation: Equation, field: string, { at, change }: Repairable): Decimal | null {
  const gap = (value: Decimal) => {
    const changed = change(field, value)
    return changed(equation.target).minus(equation.formula(changed))
  }
  const [zero, far] = [gap(new Decimal(0)), gap(PROBE)]
  const slope = far.minus(zero).div(PROBE)
  if (!zero.isFinite() || !slope.isFinite() || slope.isZero()) return null
  // As many decimals as amounts have; factors (prices, rates) may have two, and any field as many as it shows.
  const places = Math.max(isFactor(equation, field) ? 2 : equation.places, at(field).decimalPlaces())
  return round(zero.negated().div(slope), places)
}

/** Connected groups: two equations belong together when they rest on a common field. */
function components(equations: readonly Equation[], suspects: Repairable['suspects']): readonly (readonly Equation[])[] {
  const groups: { fields: Set<string>; members: Equation[] }[] = []
  for (const equation of equations) {
    const fields = suspects(equation)
    const touching = groups.filter((group) => fields.some((field) => group.fields.has(field)))
    const merged = {
      fields: new Set([...touching.flatMap((group) => [...group.fields]), ...fields]),
      members: [...touching.flatMap((group) => group.members), equation],
    }
    for (const group of touching) groups.splice(groups.indexOf(group), 1)
    groups.push(merged)
  }
  return groups.map((group) => group.members)
}
