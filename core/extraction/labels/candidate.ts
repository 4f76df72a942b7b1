import type { Candidate, Value } from '../../field.ts'
import { certainty, evidenceOf, type Span, textOf } from './document-text.ts'

/** A candidate of the caption rules whose evidence is the printed words of its spans. `score` 0..1 is lowered where the words were read with doubt. */
export function candidate(path: string, value: Value, spans: readonly Span[], score: number): Candidate {
  const sure = Math.min(...spans.map(certainty), 1)
  return {
    path,
    value,
    raw: spans.map(textOf).join(' '),
    source: spans[0]?.line.source ?? 'text',
    extractor: 'labels',
    score: Math.max(0, Math.min(1, score * (0.7 + 0.3 * sure))),
    evidence: spans.map(evidenceOf),
  }
}

/** Best candidate first; one per value. */
export function ranked(candidates: readonly Candidate[]): readonly Candidate[] {
  const best = new Map<string, Candidate>()
  for (const c of candidates) {
    const known = best.get(String(c.value))
    if (!known || known.score < c.score) best.set(String(c.value), c)
  }
  return [...best.values()].sort((a, b) => b.score - a.score)
}
