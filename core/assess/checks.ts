import type { Check, Fields } from '../field.ts'
import type { Finding } from '../finding.ts'

const WORSE: Readonly<Record<Check['outcome'], number>> = { passed: 0, rounding: 1, failed: 2 }

/** Writes into every field which rules confirmed it and which it failed; of one rule only the worst outcome stays. */
export function withChecks(
  fields: Fields,
  findings: readonly Finding[],
  passed: readonly { readonly ruleId: string; readonly fields: readonly string[] }[],
): Fields {
  const checks = new Map<string, Map<string, Check['outcome']>>()
  const add = (path: string, ruleId: string, outcome: Check['outcome']) => {
    const own = checks.get(path) ?? new Map<string, Check['outcome']>()
    const before = own.get(ruleId)
    if (before === undefined || WORSE[outcome] > WORSE[before]) own.set(ruleId, outcome)
    checks.set(path, own)
  }
  for (const { ruleId, fields: paths } of passed) for (const path of paths) add(path, ruleId, 'passed')
  for (const finding of findings) {
    const outcome = finding.severity !== 'info' ? 'failed' : finding.delta !== null ? 'rounding' : null
    if (outcome) for (const path of finding.fields) add(path, finding.ruleId, outcome)
  }
  return Object.fromEntries(
    Object.entries(fields).map(([path, field]) => [
      path,
      { ...field, checks: [...(checks.get(path) ?? [])].map(([ruleId, outcome]) => ({ ruleId, outcome })) },
    ]),
  )
}
