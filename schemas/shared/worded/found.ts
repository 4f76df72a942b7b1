import type { Candidate, Value } from '../../../core/field.ts'
import type { Prose } from '../../../core/prose/index.ts'

/** A value with the place of the words it was read from. */
export interface Found {
  readonly path: string
  readonly value: Value
  readonly from: number
  readonly to: number
  /** 0..1, ranks what was found for one path. */
  readonly score: number
}

export const LONGEST_QUOTE = 600

/** What the rules found, with quote and place. A value without a place on a page is no candidate. */
export function candidates(prose: Prose, found: readonly Found[]): readonly Candidate[] {
  return found.flatMap(({ path, value, from, to, score }) => {
    const end = Math.min(to, from + LONGEST_QUOTE)
    const evidence = prose.place(from, end)
    if (evidence.length === 0) return []
    const raw = prose.text.slice(from, end).trim()
    return [{ path, value, raw, source: prose.source, extractor: 'labels', score, evidence }]
  })
}
