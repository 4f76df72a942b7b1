import { valueAt } from '../../../core/paths.ts'
import { type Equation, fieldsOf, judge, type Outcome, reportOf } from '../../../core/rules/index.ts'
import type { Derived, RuleContext, RuleReport } from '../../define.ts'
import { deriveInvoice } from '../derive.ts'
import { Invoice } from '../schema.ts'
import { lineEquations } from './arithmetic-lines.ts'
import { taxEquations } from './arithmetic-taxes.ts'
import { totalEquations } from './arithmetic-totals.ts'
import { countRules } from './counts.ts'
import { dateRules } from './dates.ts'
import { duplicateRules } from './duplicates.ts'
import { identifierRules } from './identifiers.ts'
import { partyRules } from './parties.ts'
import { paymentRules } from './payment.ts'
import { rateRules } from './rates.ts'
import { scopeOf } from './scope.ts'
import { wordRules } from './words.ts'

export { invoiceHistoryKeys } from './history.ts'
export { missingForApproval } from './minimum.ts'

/** Changes whenever a rule changes meaning. */
export const INVOICE_RULES_VERSION = '1'

/** All rules of an invoice (DOMAIN §2). `data` holds derived values too; `context.derived` names them. */
export function checkInvoice(data: Invoice, context: RuleContext): RuleReport {
  const origins = originsOf(data, context.derived)
  const scope = scopeOf(data)
  const equations = [...lineEquations(scope), ...totalEquations(scope), ...taxEquations(scope)].filter((equation) =>
    saysSomething(equation, origins),
  )
  const arithmetic = judge(equations, scope.at, (field) => origins[field] === undefined)
  const outcomes: readonly Outcome[] = [
    ...arithmetic,
    ...identifierRules(data, context),
    ...dateRules(data, context),
    ...partyRules(data, context),
    ...paymentRules(data, context),
    ...duplicateRules(data, context),
    ...rateRules(data),
    ...countRules(data),
    ...wordRules(data),
  ]
  return reportOf(outcomes.map((outcome) => onPrinted(outcome, origins)))
}

type Origins = Readonly<Record<string, Derived>>

/** Where the derived values came from: derived again from the document without them. */
function originsOf(data: Invoice, derived: ReadonlySet<string>): Origins {
  if (derived.size === 0) return {}
  const bare = structuredClone(data)
  for (const path of derived) clear(bare, path)
  const again = deriveInvoice(Invoice.parse(bare))
  return Object.fromEntries(Object.entries(again).filter(([path]) => derived.has(path)))
}

function clear(data: unknown, path: string): void {
  const cut = Math.max(path.lastIndexOf('.'), 0)
  const parent = (cut === 0 ? data : valueAt(data, path.slice(0, cut))) as Record<string, unknown> | undefined
  if (parent) parent[cut === 0 ? path : path.slice(cut + 1)] = null
}

/** A relation by which a value was derived holds by construction, and one with nothing but derived inputs repeats another. */
function saysSomething(equation: Equation, origins: Origins): boolean {
  const fields = fieldsOf(equation)
  if (equation.inputs.length > 0 && equation.inputs.every((input) => origins[input])) return false
  return !fields.some((field) => origins[field]?.from.every((source) => fields.includes(source)))
}

/** Evidence and doubt belong to what is printed: a derived field stands for its inputs. */
function onPrinted(outcome: Outcome, origins: Origins): Outcome {
  const printed = (fields: readonly string[]): readonly string[] => [
    ...new Set(fields.flatMap((field) => (origins[field] ? printed(origins[field].from) : [field]))),
  ]
  if (outcome.kind === 'passed') return { ...outcome, fields: printed(outcome.fields) }
  return { ...outcome, finding: { ...outcome.finding, fields: printed(outcome.finding.fields) } }
}
