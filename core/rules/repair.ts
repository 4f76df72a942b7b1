import { type Decimal, round } from './decimal.ts'
import { type Equation, fieldsOf, type Lookup, residual, solveFor } from './equation.ts'

/** One field whose change would satisfy every relation it takes part in. */
export interface Repair {
  readonly field: string
  readonly value: Decimal
}

/** Failed equations that belong together (they share fields), and what would settle all of them. */
export interface Failure {
  readonly failed: readonly Equation[]
  /** Every single-field change that satisfies all equations; exactly one = a proposal, several = the smallest set to look at, none = more than one field is wrong. */
  readonly repairs: readonly Repair[]
}

/** Groups the equations that do not hold and looks for the single field that is wrong. `repairable` excludes fields a person cannot have misread (derived ones). */
export function diagnose(equations: readonly Equation[], at: Lookup, repairable: (field: string) => boolean): readonly Failure[] {
  const failed = equations.filter((equation) => residual(equation, at)?.holds === false)
  return components(failed).map((group) => ({ failed: group, repairs: repairsOf(group, equations, at, repairable) }))
}

function repairsOf(
  group: readonly Equation[],
  all: readonly Equation[],
  at: Lookup,
  repairable: (field: string) => boolean,
): readonly Repair[] {
  const [first, ...rest] = group
  const shared = fieldsOf(first!).filter((field) => rest.every((equation) => fieldsOf(equation).includes(field)))
  return [...new Set(shared)].filter(repairable).flatMap((field) => {
    const exact = solveFor(first!, field, at)
    if (exact === null) return []
    // Two decimals as printed; prices and quantities may have more.
    const value = [2, 3, 4].map((places) => round(exact, places)).find((v) => settles(field, v, all, at))
    return value ? [{ field, value }] : []
  })
}

function settles(field: string, value: Decimal, all: readonly Equation[], at: Lookup): boolean {
  const changed: Lookup = (path) => (path === field ? value : at(path))
  return all.every((equation) => !fieldsOf(equation).includes(field) || residual(equation, changed)?.holds === true)
}

/** Connected groups: two equations belong together when they share a field. */
function components(equations: readonly Equation[]): readonly (readonly Equation[])[] {
  const groups: { fields: Set<string>; members: Equation[] }[] = []
  for (const equation of equations) {
    const fields = fieldsOf(equation)
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
