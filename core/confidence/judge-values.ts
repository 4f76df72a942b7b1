import { withConfidence as withHandSet } from '../assess/confidence.ts'
import { predict, sigmoid } from '../calibration/index.ts'
import type { Field, Fields } from '../field.ts'
import { type ConfidenceModel, isMeasured } from './model.ts'
import { documentSignals, fieldSignals, type Judgeable } from './signals.ts'

export interface Sureness {
  readonly fields: Fields
  /** Chance that every promised value is right, 0..1: what orders documents for acceptance. It is no guarantee; the certificate is. */
  readonly score: number
  /** Promised values that were read and whose confidence nobody has measured: a number that orders attention and proves nothing. */
  readonly unmeasured: readonly string[]
}

/**
 * Confidence of every value and the score of the document. Values the promise is about are judged by the fitted model of the type; all others, and
 * types without a model, by hand-set weights. What a person entered or structured data says is not the model's business.
 */
export function judgeValues(document: Judgeable, promised: readonly string[], model: ConfidenceModel | null): Sureness {
  const handSet = withHandSet(document.fields, document.reading)
  const fields = model ? { ...handSet, ...fitted(document, promised, model) } : handSet
  const unmeasured = promised.filter((path) => isRead(document.fields[path]) && !isMeasured(model, path))
  const confidences = promised.flatMap((path) => fields[path]?.confidence ?? [])
  if (!model) return { fields, score: confidences.length === 0 ? 0 : Math.min(...confidences), unmeasured }
  return { fields, score: predict(model.document, documentSignals({ ...document, fields }, promised, confidences)), unmeasured }
}

function fitted(document: Judgeable, promised: readonly string[], model: ConfidenceModel): Fields {
  return Object.fromEntries(
    promised.flatMap((path): [string, Field][] => {
      const field = document.fields[path]
      if (!field || !isRead(field) || !isMeasured(model, path)) return []
      // Nothing was fitted on values of language models: the hand-set weights stay.
      if (field.source === 'llm') return []
      // Evidence or nothing: a value nobody can point at is not believed, whatever a model says.
      const confidence = field.evidence.length === 0 ? 0 : Math.round(valueConfidence(field, path, document, model) * 1000) / 1000
      return [[path, { ...field, confidence }]]
    }),
  )
}

/** Off the page, so that it can be misread. */
function isRead(field: Field | undefined): boolean {
  return field !== undefined && field.value !== null && field.source !== null && field.source !== 'human' && field.source !== 'xml'
}

export function valueConfidence(
  field: Field,
  path: string,
  document: Pick<Judgeable, 'fields' | 'findings' | 'reading'>,
  { field: { intercept, weights }, byPath }: ConfidenceModel,
): number {
  const signals = fieldSignals(field, document)
  return sigmoid(weights.reduce((sum, weight, i) => sum + weight * signals[i]!, intercept + (byPath[path] ?? 0)))
}
