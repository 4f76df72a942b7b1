import { z } from 'zod'

/**
 * Everything that went over the wire for one question, as a person may later look at it. Kept sealed with the document and erased with it. Of an example
 * only the document it was made of is named, so that its words go when that document goes.
 */
export const Exchange = z
  .object({
    sent: z
      .array(
        z
          .object({
            role: z.enum(['system', 'user', 'assistant']),
            text: z.string(),
            images: z.int().min(0),
            example: z.string().optional(),
          })
          .readonly(),
      )
      .readonly(),
    /** Null when nothing came back. */
    reply: z.string().nullable(),
    model: z.string().nullable(),
    usage: z.object({ input: z.number(), output: z.number(), cached: z.number() }).readonly(),
    /** Personal data that was replaced before it left the house. */
    replaced: z.array(z.object({ kind: z.string(), original: z.string(), surrogate: z.string() }).readonly()).readonly(),
  })
  .readonly()
export type Exchange = z.infer<typeof Exchange>
