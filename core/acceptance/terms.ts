import { z } from 'zod'
import { Calibrator } from '../calibration/index.ts'
import { Crowd } from '../certificate/index.ts'

const share = z.number().min(0).max(1)

/**
 * What the owner of an organisation wants for one document type. `certified`: values read off pages are accepted only under a certificate.
 * `rules`: the owner's plain rule instead, without a proof. `blind`: every document is judged blindly, to gather evidence for a certificate.
 */
export const Policy = z
  .object({
    mode: z.enum(['certified', 'rules']),
    blind: z.boolean(),
    /** Wanted error rate among accepted documents, and the chance that the promise is false all the same. */
    alpha: z.number().gt(0).max(0.2),
    delta: z.number().gt(0).max(0.2),
    auditShare: z.number().min(0.05).max(1),
    /** For `rules`: each promised value is at least so sure, and the total is at most this (decimal string; null = any). */
    leastConfidence: share,
    mostGross: z
      .string()
      .regex(/^\d{1,12}(\.\d{1,2})?$/)
      .nullable(),
  })
  .readonly()
export type Policy = z.infer<typeof Policy>

export const DEFAULT_POLICY: Policy = {
  mode: 'certified',
  blind: false,
  alpha: 0.01,
  delta: 0.05,
  auditShare: 0.05,
  leastConfidence: 0.9,
  mostGross: null,
}

/** A proven bound and what it holds for. Withdrawn ones are kept. */
export const Certificate = z
  .object({
    id: z.string(),
    type: z.string(),
    /** Hash of everything that reads, extracts, checks and scores. */
    key: z.string(),
    /** OCR engines that read documents of the calibration set; others are outside. */
    engines: z.array(z.string()).readonly(),
    alpha: z.number(),
    delta: z.number(),
    threshold: z.number(),
    accepted: z.int(),
    wrong: z.int(),
    documents: z.int(),
    upper: z.number(),
    /** Secret start of the draw for blind audits, and their share. */
    seed: z.string(),
    auditShare: z.number(),
    /** Per path: what a confidence was worth on the calibration set. */
    calibration: z.record(z.string(), Calibrator),
    /** How its calibration set was distributed; null in certificates from before drift was watched. */
    crowd: Crowd.nullable(),
    issuedBy: z.string(),
    issuedAt: z.string(),
    withdrawnAt: z.string().nullable(),
    withdrawnBecause: z.string().nullable(),
  })
  .readonly()
export type Certificate = z.infer<typeof Certificate>

/** What an organisation has decided and proven for a type. `certificate`: the latest that has not been withdrawn. */
export interface OwnerTerms {
  readonly policy: Policy
  readonly certificate: Certificate | null
}

/** What the pipeline decides by. */
export interface Terms extends OwnerTerms {
  /** Secret start of the draw among documents that the owner's rule accepts; null = no policy was ever saved, so no rule decides. */
  readonly seed: string | null
}

export const NO_TERMS: Terms = { policy: DEFAULT_POLICY, certificate: null, seed: null }
