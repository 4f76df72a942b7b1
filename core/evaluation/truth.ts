import { z } from 'zod'

const TruthField = z.object({
  type: z.string(),
  value: z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]).nullable(),
  visible: z.boolean().optional(),
  alt: z.array(z.union([z.string(), z.number()])).optional(),
  match: z.string().optional(),
})
export type TruthField = z.infer<typeof TruthField>

const scalar = z.union([z.string(), z.number()]).nullable()

/** A `*.truth.json` of format doc-truth/1. Fields that are not listed are unknown and not scored. */
export const Truth = z.object({
  id: z.string(),
  kind: z.string(),
  file: z.string(),
  document_class: z.string(),
  fields: z.record(z.string(), TruthField).default({}),
  /** Yes/no questions: whether the document has a clause. */
  clauses: z.record(z.string(), z.boolean()).optional(),
  line_items: z.array(z.record(z.string(), scalar)).optional(),
  line_items_complete: z.boolean().optional(),
  /** ISO 639-1. */
  language: z.string().nullish(),
  ocr: z.object({ pages: z.array(z.object({ lines: z.array(z.object({ text: z.string() })) })) }).nullish(),
})
export type Truth = z.infer<typeof Truth>
