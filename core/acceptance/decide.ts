import { isAudited } from '../certificate/index.ts'
import type { Fields } from '../field.ts'
import type { Reason } from '../result.ts'
import { dec } from '../rules/index.ts'
import {
  BELOW_THRESHOLD,
  BLIND_AUDIT,
  BLIND_REVIEW,
  OTHER_ENGINE,
  PIPELINE_CHANGED,
  RULE_AMOUNT,
  RULE_CONFIDENCE,
  RULE_UNMEASURED,
  UNPROVEN,
} from './reasons.ts'
import type { OwnerTerms } from './terms.ts'

export interface Candidate {
  readonly fields: Fields
  readonly promised: readonly string[]
  /** Why a person must look whatever anybody has decided: failed rules, missing values, doubt, handwriting … */
  readonly objections: readonly Reason[]
  /** Promised values whose confidence nobody has measured. */
  readonly unmeasured: readonly string[]
  readonly score: number
  /** OCR engines that read its pages. */
  readonly engines: readonly string[]
  /** The pipeline's key of now. */
  readonly key: string
  /** Total for the owner's limit, decimal string. */
  readonly gross: string | null
  /** Where the document falls in the draw for audits, 0..1. */
  readonly draw: number
}

/** On what ground a document goes through: structured data alone, a certificate, or the owner's rule; null = it does not. */
export type Basis = 'data' | 'certificate' | 'rules'

export interface Decision {
  readonly basis: Basis | null
  readonly reasons: readonly Reason[]
  /** A person judges without seeing the machine's values: evidence for a certificate, or the check of one. */
  readonly blind: 'shadow' | 'audit' | null
}

/** Whether a document is accepted without a person (LLM layer notes §4, steps 4 and 5). Everything that speaks against it is named. */
export function decideAcceptance(candidate: Candidate, terms: OwnerTerms): Decision {
  const { objections } = candidate
  if (!isReadOffPages(candidate.fields)) return { basis: objections.length === 0 ? 'data' : null, reasons: objections, blind: null }
  if (terms.policy.blind) return { basis: null, reasons: [BLIND_REVIEW, ...objections], blind: 'shadow' }
  return terms.policy.mode === 'rules' ? byRule(candidate, terms) : byCertificate(candidate, terms)
}

/** Values that were read from text or pixels; a document of structured data alone cannot be misread. */
export function isReadOffPages(fields: Fields): boolean {
  return Object.values(fields).some(
    ({ value, source }) => value !== null && (source === 'text' || source === 'ocr' || source === 'llm' || source === 'qr'),
  )
}

function byCertificate(candidate: Candidate, { certificate }: OwnerTerms): Decision {
  const { objections } = candidate
  if (certificate === null || certificate.withdrawnAt !== null) return review(objections, UNPROVEN)
  if (certificate.key !== candidate.key) return review(objections, PIPELINE_CHANGED)
  if (!candidate.engines.every((engine) => certificate.engines.includes(engine))) return review(objections, OTHER_ENGINE)
  if (objections.length > 0) return review(objections)
  if (candidate.score < certificate.threshold || !isGrounded(candidate)) return review(objections, BELOW_THRESHOLD)
  if (isAudited(candidate.draw, certificate.auditShare)) return AUDIT
  return { basis: 'certificate', reasons: [], blind: null }
}

function byRule(candidate: Candidate, { policy }: OwnerTerms): Decision {
  const { objections, fields, promised, gross, draw } = candidate
  const unsure = promised.some((path) => {
    const field = fields[path]
    return field !== undefined && field.value !== null && (field.confidence ?? 0) < policy.leastConfidence
  })
  const limit = policy.mostGross === null ? null : dec(policy.mostGross)
  const tooMuch = limit !== null && (gross === null || dec(gross).abs().gt(limit))
  // Its number is a guess, and a rule rests on the number. A certificate rests on people's reviews.
  const guessed = candidate.unmeasured.length > 0
  const reasons = [
    ...objections,
    ...(guessed ? [RULE_UNMEASURED] : []),
    ...(unsure || !isGrounded(candidate) ? [RULE_CONFIDENCE] : []),
    ...(tooMuch ? [RULE_AMOUNT] : []),
  ]
  if (reasons.length > 0) return { basis: null, reasons, blind: null }
  // A rule proves nothing; how often it is wrong can still be known.
  return isAudited(draw, policy.auditShare) ? AUDIT : { basis: 'rules', reasons, blind: null }
}

const AUDIT: Decision = { basis: null, reasons: [BLIND_AUDIT], blind: 'audit' }

/** Every promised value has a place to point at. */
function isGrounded({ fields, promised }: Candidate): boolean {
  return promised.every((path) => (fields[path]?.value ?? null) === null || fields[path]!.evidence.length > 0)
}

function review(objections: readonly Reason[], ...more: readonly Reason[]): Decision {
  return { basis: null, reasons: [...objections, ...more], blind: null }
}
