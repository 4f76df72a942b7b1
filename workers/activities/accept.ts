import { createHash } from 'node:crypto'
import { decideAcceptance, type Terms } from '../../core/acceptance/index.ts'
import { calibrated } from '../../core/calibration/index.ts'
import { drawOf } from '../../core/certificate/index.ts'
import type { Sureness } from '../../core/confidence/index.ts'
import type { Fields } from '../../core/field.ts'
import type { LlmUse } from '../../core/llm/llm-reading.ts'
import type { Reading } from '../../core/reading.ts'
import type { Acceptance, Reason } from '../../core/result.ts'
import type { DocumentInput } from '../../core/stages.ts'

interface ToAccept {
  readonly document: DocumentInput
  readonly reading: Reading
  readonly sureness: Sureness
  readonly promised: readonly string[]
  readonly objections: readonly Reason[]
  /** The sum that the owner's limit is compared with; null = the document has none. */
  readonly gross: string | null
  readonly key: string
  readonly llm: LlmUse | null | undefined
}

/** The decision with everything that is recorded about it. */
export function accept(
  { document, reading, sureness, promised, objections, gross, key, llm }: ToAccept,
  terms: Terms,
): { readonly reasons: readonly Reason[]; readonly acceptance: Acceptance } {
  const engines = enginesOf(reading, llm)
  const byRule = terms.policy.mode === 'rules'
  const seed = byRule ? terms.seed : (terms.certificate?.seed ?? null)
  const draw = seed === null ? null : drawOf(sha256(`${seed}:${document.documentId}:${document.run}`))
  const { basis, reasons, blind } = decideAcceptance(
    {
      fields: sureness.fields,
      promised,
      objections,
      unmeasured: sureness.unmeasured,
      score: sureness.score,
      engines,
      key,
      gross,
      draw: draw ?? 0,
    },
    terms,
  )
  const acceptance = {
    score: sureness.score,
    basis,
    blind,
    eligible: objections.length === 0,
    engines,
    key,
    // What the owner's rule lets through says nothing about a certificate.
    certificateId: byRule ? null : (terms.certificate?.id ?? null),
    draw,
  }
  return { reasons, acceptance }
}

/** A text layer is an engine of its own: a certificate gathered on scans says nothing about it, nor the other way round. */
function enginesOf(reading: Reading, llm: LlmUse | null | undefined): readonly string[] {
  const names = reading.pages.flatMap(({ source, engine }) =>
    source === 'none' ? [] : [source === 'text' ? 'text layer' : (engine ?? 'unknown')],
  )
  // So is a language model, and also the want of one where one should have read.
  const second = llm === undefined ? [] : [llm === null ? 'no language model' : `language model ${llm.provider}/${llm.model}`]
  return [...new Set([...names, ...second])].sort()
}

/** The shown confidence of promised values, as the organisation's own reviews have calibrated it. Decisions were taken before, on the raw one. */
export function forPeople(fields: Fields, { certificate }: Terms): Fields {
  if (!certificate) return fields
  return Object.fromEntries(
    Object.entries(fields).map(([path, field]) => {
      const curve = certificate.calibration[path]
      const machine = field.source !== 'human' && field.source !== 'xml' && field.confidence !== null && field.evidence.length > 0
      return [path, curve && machine ? { ...field, confidence: Math.round(calibrated(curve, field.confidence!) * 1000) / 1000 } : field]
    }),
  )
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
