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
    /**
     * How many labelled values of a path were fitted on, unspoiled, of how many layouts and sellers, and how far what is said lies from what is right on
     * layouts and sellers left out (mean, 0..1); absent = nobody counted.
     */
    evidence: z.record(z.string(), z.object({ values: z.int(), groups: z.int(), off: z.number() }).readonly()).optional(),
  })
  .readonly()
  .refine((model) => same(model.fieldSignals, FIELD_SIGNALS) && same(model.documentSignals, DOCUMENT_SIGNALS), {
    message: 'The model was fitted for other signals: fit it again (training/confidence).',
  })
  .refine((model) => model.field.weights.length === FIELD_SIGNALS.length && model.document.weights.length === DOCUMENT_SIGNALS.length, {
    message: 'The model has another number of weights than signals.',
  })
export type ConfidenceModel = z.infer<typeof ConfidenceModel>

const LEAST_VALUES = 30 // with none wrong among them, at most a tenth is (95 %, rule of three)
const LEAST_GROUPS = 5
const MOST_OFF = 0.1 // a tenth more or less sure than right: no number to rest a rule on

/** Whether the confidence of a path was measured: on enough values, not on one or two layouts, and with a result that holds on others. A type without a model measured nothing. */
export function isMeasured(model: ConfidenceModel | null, path: string): boolean {
  if (!model) return false
  if (!model.evidence) return true
  const { values, groups, off } = model.evidence[path] ?? { values: 0, groups: 0, off: 1 }
  return values >= LEAST_VALUES && groups >= LEAST_GROUPS && off <= MOST_OFF
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name, i) => name === b[i])
}
