import type { Corrections } from '../../core/corrections.ts'
import type { ValueKind } from '../../core/field.ts'
import type { Language } from '../language.ts'
import { present } from './present.ts'

export interface FieldEntry {
  readonly person: string
  /** ISO date-time. */
  readonly at: string
  /** As this reader writes it; '' = not on the document. */
  readonly text: string
}

interface Review {
  readonly person: string
  readonly at: string
  readonly corrections: Corrections
}

/** Who gave a field which value, oldest first. Corrections hold everything decided so far, so only what differs from the review before counts. */
export function fieldHistory(reviews: readonly Review[], path: string, kind: ValueKind, language: Language): readonly FieldEntry[] {
  const entries: FieldEntry[] = []
  let before: string | null = null
  for (const { person, at, corrections } of reviews) {
    const decided = corrections.fields[path]
    if (!decided) continue
    const text = present(decided.value, kind, language)
    if (text !== before) entries.push({ person, at, text })
    before = text
  }
  return entries
}
