import { setAt, valueAt } from '../../../../core/paths.ts'
import { type Equation, fieldsOf, type Outcome } from '../../../../core/rules/index.ts'
import type { Derived } from '../../../define.ts'
import { deriveTrade } from '../derive.ts'
import type { TradePaper } from '../schema.ts'

/** Tells printed values from derived ones: evidence and doubt belong to what is printed. */
export interface Origins {
  /** False for a relation by which a value was derived (it holds by construction) and for one of derived inputs only (it repeats another). */
  readonly saysSomething: (equation: Equation) => boolean
  /** Derived fields replaced by what they come from. */
  readonly printed: (fields: readonly string[]) => readonly string[]
  readonly onPrinted: (outcome: Outcome) => Outcome
  /** The document with one printed value changed and everything derived from it again. */
  readonly changed: (field: string, value: string) => TradePaper
}

export function originsOf(data: TradePaper, derived: ReadonlySet<string>): Origins {
  const bare = copyWithout(data, derived)
  const again = derived.size === 0 ? {} : deriveTrade(bare)
  const from = (field: string): readonly string[] | undefined => (derived.has(field) ? again[field]?.from : undefined)
  const printed = (fields: readonly string[]): readonly string[] => [...new Set(fields.flatMap((field) => trace(field, from)))]
  return {
    saysSomething: (equation) => {
      const fields = fieldsOf(equation)
      if (equation.inputs.length > 0 && equation.inputs.every(from)) return false
      return !fields.some((field) => from(field)?.every((source) => fields.includes(source)))
    },
    printed,
    onPrinted: (outcome) =>
      outcome.kind === 'passed'
        ? { ...outcome, fields: printed(outcome.fields) }
        : { ...outcome, finding: { ...outcome.finding, fields: printed(outcome.finding.fields) } },
    changed: (field, value) => {
      const draft = copyWith(bare, field, value)
      if (derived.size > 0) fill(draft, deriveTrade(draft), derived)
      return draft
    },
  }
}

function trace(field: string, from: (field: string) => readonly string[] | undefined): readonly string[] {
  return from(field)?.flatMap((source) => trace(source, from)) ?? [field]
}

function copyWithout(data: TradePaper, paths: ReadonlySet<string>): TradePaper {
  const copy = structuredClone(data)
  for (const path of paths) if (valueAt(copy, path) !== undefined) setAt(copy, path, null)
  return copy
}

function copyWith(data: TradePaper, path: string, value: string): TradePaper {
  const copy = structuredClone(data)
  setAt(copy, path, value)
  return copy
}

/** Writes only what had been derived before: other values stay absent, as they were for the rules. */
function fill(draft: TradePaper, values: Readonly<Record<string, Derived>>, derived: ReadonlySet<string>): void {
  for (const [path, { value }] of Object.entries(values)) if (derived.has(path)) setAt(draft, path, value)
}
