import { z } from 'zod'
import { type Evidence, Value, ValueKind } from '../field.ts'
import { Box } from '../geometry.ts'

/** How a supplier writes figures and dates, where its documents do not tell by themselves; as a DocumentLocale. */
const Notation = z.object({ decimal: z.enum(['.', ',']).nullable(), order: z.enum(['dmy', 'mdy']).nullable() }).readonly()

/**
 * What one approved document taught about one field of its supplier. `corrected`: the machine had read something else (or nothing) there, or read it by
 * such a lesson, so the lesson outranks the general rules; otherwise it only agrees or disagrees with them. `caption` is the caption's key (letters and
 * digits, lower case), `relation` where it stood; both null when nothing stood beside the value. `page` counts from 1, `box` is in page fractions.
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
    /** Null = as the document is read by itself. */
    notation: Notation.nullable().default(null),
  })
  .readonly()
export type Lesson = z.infer<typeof Lesson>

/** A heading over a column of a list that no lexicon knows: `path` as in `lines[].quantity`, `key` the heading's letters and digits. */
export const Heading = z.object({ path: z.string(), key: z.string() }).readonly()
export type Heading = z.infer<typeof Heading>

/** What one approved document taught. */
export interface Taught {
  readonly lessons: readonly Lesson[]
  readonly headings: readonly Heading[]
}

/** The same with the keys of the supplier it came from. */
export interface Remembered extends Taught {
  readonly supplierKeys: readonly string[]
}

/** A value of an approved document with its place, as a person left it. */
export interface ApprovedField {
  readonly path: string
  readonly kind: ValueKind
  readonly value: Value
  readonly corrected: boolean
  readonly evidence: readonly Evidence[]
}
