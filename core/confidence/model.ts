import { z } from 'zod'
import { DOCUMENT_SIGNALS, FIELD_SIGNALS } from './signals.ts'

const Weights = z.object({ intercept: z.number(), weights: z.array(z.number()).readonly() }).readonly()

/**
 * A document type's fitted confidence (training/confidence). `field` holds for all values, `byPath` shifts the log odds of one path; `document` turns
 * the values' confidences and the document's signals into the chance that all promised values are right.
 */
export const ConfidenceModel = z
  .object({
    version: z.string(),
    fieldSignals: z.array(z.string()).readonly(),
    documentSignals: z.array(z.string()).readonly(),
    field: Weights,
    byPath: z.record(z.string(), z.number()),
    document: Weights,
  })
  .readonly()
  .refine((model) => same(model.fieldSignals, FIELD_SIGNALS) && same(model.documentSignals, DOCUMENT_SIGNALS), {
    message: 'The model was fitted for other signals: fit it again (training/confidence).',
  })
  .refine((model) => model.field.weights.length === FIELD_SIGNALS.length && model.document.weights.length === DOCUMENT_SIGNALS.length, {
    message: 'The model has another number of weights than signals.',
  })
export type ConfidenceModel = z.infer<typeof ConfidenceModel>

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i])
}
