import { documentText } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import type { Reading } from '../../../core/reading.ts'
import type { FieldSpec } from '../../define.ts'
import type { Captions } from './captions.ts'
import { readRows } from './read-rows.ts'
import { readValues } from './read-values.ts'

export { type Captions, type CaptionTable, captionsFrom } from './captions.ts'
export { recogniseBySigns } from './recognise.ts'

/** The reader of a plain type: every value stands beside or under a caption, items in one table. What needs more is written in the type's folder. */
export function readCaptioned(reading: Reading, captions: Captions, fields: readonly FieldSpec[]): readonly Candidate[] {
  const text = documentText(reading)
  const rows = readRows(text, captions, fields)
  const values = readValues(
    text,
    captions,
    fields.filter(({ path }) => !path.includes('[]')),
    ({ line }) => rows.lines.has(line),
  )
  return [...values, ...rows.candidates]
}
