import { z } from 'zod'
import { Tolerances } from './order.ts'

/** One comparison of a line. Decimal strings; `delta` = billed − agreed. `within`: inside the tolerances. */
export const OrderCheck = z
  .object({
    kind: z.enum(['price', 'quantity', 'received']),
    agreed: z.string(),
    billed: z.string(),
    delta: z.string(),
    within: z.boolean(),
  })
  .readonly()
export type OrderCheck = z.infer<typeof OrderCheck>

/** A line of the document (index from 0) beside the order's. `no` null: no line of the order resembles it. `score` 0..1: how alike the names are. */
export const LineMatch = z
  .object({
    index: z.int().min(0),
    no: z.string().nullable(),
    by: z.enum(['item', 'name']).nullable(),
    score: z.number().min(0).max(1),
    unitDiffers: z.boolean(),
    /** Units billed by this line. */
    quantity: z.string().nullable(),
    checks: z.array(OrderCheck).readonly(),
  })
  .readonly()
export type LineMatch = z.infer<typeof LineMatch>

/** What the order says about a document, with what it was compared with: the order's version, tolerances and what other documents had billed. */
export const OrderMatch = z.discriminatedUnion('state', [
  z.object({ state: z.literal('unknown'), number: z.string() }).readonly(),
  z
    .object({
      state: z.literal('found'),
      number: z.string(),
      version: z.int(),
      supplier: z.string().nullable(),
      currency: z.string().nullable(),
      tolerances: Tolerances.readonly(),
      billedBefore: z.record(z.string(), z.string()),
      lines: z.array(LineMatch).readonly(),
    })
    .readonly(),
])
export type OrderMatch = z.infer<typeof OrderMatch>
