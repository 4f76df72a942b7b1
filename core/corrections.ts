import { z } from 'zod'
import { Evidence, Value } from './field.ts'

/** Everything a person has decided about a document so far. `value` null = the field is not on the document. Lines are replaced as a whole when `lines` is given. */
export const Corrections = z
  .object({
    fields: z.record(z.string(), z.object({ value: Value.nullable(), evidence: z.array(Evidence).readonly() }).readonly()),
    lines: z.array(z.record(z.string(), Value.nullable())).readonly().nullable(),
    /** Where cells of `lines` stand that a person took from the page, row by row; absent = nowhere pointed at. */
    linePlaces: z
      .array(z.record(z.string(), z.array(Evidence)))
      .readonly()
      .optional(),
    overrides: z.array(z.object({ ruleId: z.string(), reason: z.string().min(1) }).readonly()).readonly(),
    type: z.string().nullable(),
  })
  .readonly()
export type Corrections = z.infer<typeof Corrections>
