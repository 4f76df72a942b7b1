import { type Equation, type Lookup, residual } from './equation.ts'
import { misreadingCost } from './misreading.ts'
import type { Repair, Repairable } from './repair.ts'

const CLEARLY = 0.9 // by so much less must the likeliest explanation cost; a whole digit costs 1
const NOT_EXACT = 0.5 // an equation that the repair brings within its tolerance but not to the unit

/**
 * The repairs worth a person's first look, likeliest first. Each of them settles every sum; they differ in what must have happened to the printed
 * number (`misreadingCost`), in how many sums they make exact, and in how well the new value fits its column (`oddness` of the document's type).
 */
export function likeliest(repairs: readonly Repair[], all: readonly Equation[], document: Repairable): readonly Repair[] {
  const rated = repairs.map((repair) => ({ repair, cost: costOf(repair, all, document) })).toSorted((a, b) => a.cost - b.cost)
  const best = rated[0]
  // Of one field only the likeliest value.
  const first = rated.filter(({ repair }, i) => rated.findIndex((other) => other.repair.field === repair.field) === i)
  return best ? first.filter(({ cost }) => cost < best.cost + CLEARLY).map(({ repair }) => repair) : []
}

function costOf({ field, value }: Repair, all: readonly Equation[], { at, change, oddness }: Repairable): number {
  const odd = oddness?.(field, value) ?? null
  const inexact = inexactIn(all, change(field, value)) - inexactIn(all, at)
  // Where the type knows what the field may hold (legal rates), the shape of the digits says less.
  return (
    (odd === null ? misreadingCost(at(field), value) : odd.instead ? odd.cost : misreadingCost(at(field), value) + odd.cost) +
    NOT_EXACT * inexact
  )
}

function inexactIn(all: readonly Equation[], at: Lookup): number {
  return all.filter((equation) => !(residual(equation, at)?.delta.isZero() ?? true)).length
}
