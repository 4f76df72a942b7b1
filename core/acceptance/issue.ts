import { z } from 'zod'
import { type Calibrator, calibrate } from '../calibration/index.ts'
import { type Bound, type Crowd, certify, crowdOf, type Judged } from '../certificate/index.ts'

/** A blindly judged document as it is kept: what the machine had said about itself before, and what turned out wrong. */
export const Judgement = z
  .object({
    documentId: z.string(),
    run: z.int(),
    type: z.string(),
    key: z.string(),
    engines: z.array(z.string()).readonly(),
    kind: z.enum(['shadow', 'audit']),
    certificateId: z.string().nullable(),
    score: z.number(),
    /** No objection stood against it: only such documents can ever be accepted. */
    eligible: z.boolean(),
    wrong: z.boolean(),
    /** Per promised path that had a value: the confidence it was given, and whether it was right. */
    values: z.record(z.string(), z.object({ confidence: z.number(), right: z.boolean() })),
  })
  .readonly()
export type Judgement = z.infer<typeof Judgement>

/** What the certificate procedure sees: documents that no rule had sent to a person anyway. */
export function candidatesOf(judgements: readonly Judgement[]): readonly Judged[] {
  return judgements.filter(({ eligible }) => eligible).map(({ score, wrong }) => ({ score, wrong }))
}

export interface Proof {
  readonly bound: Bound
  readonly engines: readonly string[]
  readonly calibration: Readonly<Record<string, Calibrator>>
  readonly crowd: Crowd
}

/**
 * The proof of a certificate, or null. Every attempt uses up half of what is left of δ (`attempt` from 1): who tries until it works would else
 * break the promise.
 */
export function prove(judgements: readonly Judgement[], alpha: number, delta: number, attempt: number): Proof | null {
  const bound = certify(candidatesOf(judgements), { alpha, delta, tests: 2 ** attempt })
  if (!bound) return null
  const paths = [...new Set(judgements.flatMap(({ values }) => Object.keys(values)))]
  const calibration = Object.fromEntries(
    paths.map((path) => [path, calibrate(judgements.flatMap(({ values }) => (values[path] ? [values[path]] : [])))]),
  )
  const engines = [...new Set(judgements.filter(({ eligible }) => eligible).flatMap((one) => one.engines))].sort()
  return { bound, engines, calibration, crowd: crowdOf(judgements) }
}
