import { z } from 'zod'
import type { Certificate, Judgement } from '../../core/acceptance/index.ts'
import { Calibrator } from '../../core/calibration/index.ts'
import { Crowd } from '../../core/certificate/index.ts'
import { isoDate } from './document-row.ts'

export const CertificateRow = z
  .object({
    id: z.string(),
    type: z.string(),
    key: z.string(),
    engines: z.array(z.string()),
    alpha: z.number(),
    delta: z.number(),
    threshold: z.number(),
    accepted: z.number(),
    wrong: z.number(),
    documents: z.number(),
    upper: z.number(),
    seed: z.string(),
    audit_share: z.number(),
    calibration: z.record(z.string(), Calibrator),
    crowd: Crowd.nullable(),
    issued_by: z.string(),
    issued_at: isoDate,
    withdrawn_at: isoDate.nullable(),
    withdrawn_because: z.string().nullable(),
  })
  .transform(
    ({ audit_share, issued_by, issued_at, withdrawn_at, withdrawn_because, ...same }): Certificate => ({
      ...same,
      auditShare: audit_share,
      issuedBy: issued_by,
      issuedAt: issued_at,
      withdrawnAt: withdrawn_at,
      withdrawnBecause: withdrawn_because,
    }),
  )

export const JudgementRow = z
  .object({
    document_id: z.string(),
    run: z.number(),
    type: z.string(),
    key: z.string(),
    engines: z.array(z.string()),
    kind: z.enum(['shadow', 'audit']),
    certificate_id: z.string().nullable(),
    score: z.number(),
    eligible: z.boolean(),
    wrong: z.boolean(),
    values: z.record(z.string(), z.object({ confidence: z.number(), right: z.boolean() })),
  })
  .transform(({ document_id, certificate_id, ...same }): Judgement => ({ ...same, documentId: document_id, certificateId: certificate_id }))
