import type { Finding, Localised } from '../finding.ts'

/** What one rule says: it confirms paths, or it finds something. A rule with missing inputs says nothing. */
export type Outcome =
  | { readonly kind: 'passed'; readonly ruleId: string; readonly fields: readonly string[] }
  | { readonly kind: 'found'; readonly finding: Finding; readonly repair?: Repair }

/** The one value of the one field that would satisfy the rule: the first candidate a reviewer is offered. Never taken without a person. */
export interface Repair {
  readonly field: string
  readonly value: string
}

export function passed(ruleId: string, fields: readonly string[]): Outcome {
  return { kind: 'passed', ruleId, fields }
}

export function found(
  ruleId: string,
  severity: Finding['severity'],
  fields: readonly string[],
  message: Localised,
  amounts: { readonly expected?: string | null; readonly actual?: string | null; readonly delta?: string | null } = {},
): Outcome {
  const { expected = null, actual = null, delta = null } = amounts
  return { kind: 'found', finding: { ruleId, severity, fields, expected, actual, delta, message } }
}

/** The same finding with what would settle it. */
export function repairedBy(outcome: Outcome, field: string, value: string): Outcome {
  return outcome.kind === 'found' ? { ...outcome, repair: { field, value } } : outcome
}

/** Sorts outcomes into the lists of a rule report. */
export function reportOf(outcomes: readonly Outcome[]): {
  readonly findings: readonly Finding[]
  readonly passed: readonly { readonly ruleId: string; readonly fields: readonly string[] }[]
  readonly repairs: readonly (Repair & { readonly ruleId: string })[]
} {
  return {
    findings: outcomes.flatMap((outcome) => (outcome.kind === 'found' ? [outcome.finding] : [])),
    repairs: outcomes.flatMap((outcome) =>
      outcome.kind === 'found' && outcome.repair ? [{ ...outcome.repair, ruleId: outcome.finding.ruleId }] : [],
    ),
    passed: outcomes.flatMap((outcome) => (outcome.kind === 'passed' ? [{ ruleId: outcome.ruleId, fields: outcome.fields }] : [])),
  }
}
