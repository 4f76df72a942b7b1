import type { Finding, Localised } from '../finding.ts'

/** What one rule says: it confirms paths, or it finds something. A rule with missing inputs says nothing. */
export type Outcome =
  | { readonly kind: 'passed'; readonly ruleId: string; readonly fields: readonly string[] }
  | { readonly kind: 'found'; readonly finding: Finding }

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

/** Sorts outcomes into the two lists of a rule report. */
export function reportOf(outcomes: readonly Outcome[]): {
  readonly findings: readonly Finding[]
  readonly passed: readonly { readonly ruleId: string; readonly fields: readonly string[] }[]
} {
  return {
    findings: outcomes.flatMap((outcome) => (outcome.kind === 'found' ? [outcome.finding] : [])),
    passed: outcomes.flatMap((outcome) => (outcome.kind === 'passed' ? [{ ruleId: outcome.ruleId, fields: outcome.fields }] : [])),
  }
}
