import { z } from 'zod'
import { type Evidence, Value, ValueKind } from '../field.ts'
import { Box } from '../geometry.ts'

/**
 * What one approved document taught about one field of its supplier. `corrected`: the machine had read something else (or nothing) there, so the
 * lesson outranks the general rules; otherwise it only agrees or disagrees with them. `caption` is the caption's key (letters and digits,
 * lower case), `relation` where it stood; both null when nothing stood beside the value. `page` counts from 1, `box` is in page fractions.
 */
export const Lesson = z
  .object({
    path: z.string(),
    kind: ValueKind,
    value: Value,
    corrected: z.boolean(),
    caption: z.string().nullable(),
    relation: z.enum(['left', 'above']).nullable(),
    page: z.int().min(1),
    box: Box,
  })
  .readonly()
export type Lesson = z.infer<typeof Lesson>

/** A value of an approved document with its place, as a person left it. */
export interface ApprovedField {
  readonly path: string
  readonly kind: ValueKind
  readonly value: Value
  readonly corrected: boolean
  readonly evidence: readonly Evidence[]
}
