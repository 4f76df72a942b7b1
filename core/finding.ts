import { z } from 'zod'

/** Text for people in both languages of the product. */
export const Localised = z.object({ en: z.string(), ru: z.string() }).readonly()
export type Localised = z.infer<typeof Localised>

/**
 * What a rule says about the document. `error` blocks approval unless a reviewer overrides with a reason; `warning` sends the document to a
 * person; `info` is shown. `fields` is the smallest set that could be wrong. `delta` = actual − expected for amounts.
 */
export const Finding = z
  .object({
    ruleId: z.string(),
    severity: z.enum(['error', 'warning', 'info']),
    fields: z.array(z.string()).readonly(),
    expected: z.string().nullable(),
    actual: z.string().nullable(),
    delta: z.string().nullable(),
    message: Localised,
  })
  .readonly()
export type Finding = z.infer<typeof Finding>
