import type { Candidate, Fields } from '../field.ts'

/**
 * Offers what the rules propose as the first candidate of its field. Where an extractor had read the same value, that reading comes first. Else
 * it is calculated and its evidence is the place of the value it would replace; only a person may choose it.
 */
export function withRepairs(
  fields: Fields,
  repairs: readonly { readonly ruleId: string; readonly field: string; readonly value: string }[],
): Fields {
  const offered: Record<string, Fields[string]> = { ...fields }
  for (const { ruleId, field: path, value } of repairs) {
    const field = offered[path]
    if (!field || field.source === 'human' || field.value === value) continue
    const read = field.candidates.find((other) => other.value === value)
    const calculated: Candidate = {
      path,
      value,
      raw: field.raw ?? '',
      source: 'rule',
      extractor: ruleId,
      score: 1,
      evidence: field.evidence,
    }
    offered[path] = { ...field, candidates: [read ?? calculated, ...field.candidates.filter((other) => other !== read)] }
  }
  return offered
}
