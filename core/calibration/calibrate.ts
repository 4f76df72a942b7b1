import { z } from 'zod'
import { fitLogistic, logit, sigmoid } from './logistic.ts'

/** A confidence as given by the machine and whether the value was right. */
export interface Label {
  readonly confidence: number
  readonly right: boolean
}

/** What turns a raw confidence into a share of right values: a rate (too few labels), Platt's curve, or isotonic steps (ascending). */
export const Calibrator = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('rate'), rate: z.number(), labels: z.int() }).readonly(),
  z.object({ kind: z.literal('platt'), slope: z.number(), offset: z.number(), labels: z.int() }).readonly(),
  z
    .object({
      kind: z.literal('isotonic'),
      steps: z.array(z.object({ from: z.number(), rate: z.number() }).readonly()).readonly(),
      labels: z.int(),
    })
    .readonly(),
])
export type Calibrator = z.infer<typeof Calibrator>

/** Below this a curve has nothing to hold on to. */
const FEW = 30
/** From here on the labels draw the curve themselves (LLM layer notes; Niculescu-Mizil & Caruana 2005 put it near 1,000 without smoothing). */
const MANY = 300

/** Platt scaling under 300 labels, isotonic regression from there on. Sources: Platt 1999; Zadrozny & Elkan 2002. */
export function calibrate(labels: readonly Label[]): Calibrator {
  if (labels.length < FEW) return { kind: 'rate', rate: smoothed(labels), labels: labels.length }
  return labels.length < MANY ? platt(labels) : isotonic(labels)
}

/** The calibrated share of right values, 0..1; never quite 0 or 1. */
export function calibrated(calibrator: Calibrator, confidence: number): number {
  switch (calibrator.kind) {
    case 'rate':
      return calibrator.rate
    case 'platt':
      return sigmoid(calibrator.slope * logit(inside(confidence)) + calibrator.offset)
    case 'isotonic':
      return (calibrator.steps.findLast(({ from }) => confidence >= from) ?? calibrator.steps[0]!).rate
  }
}

/** Laplace's rule of succession: a field that was right 20 times out of 20 is not known to be always right. */
function smoothed(labels: readonly Label[]): number {
  return (labels.filter(({ right }) => right).length + 1) / (labels.length + 2)
}

function inside(confidence: number): number {
  return Math.min(0.999, Math.max(0.001, confidence))
}

/** Platt's targets are drawn in from 0 and 1 by one label each, so that a field without errors does not become certain. */
function platt(labels: readonly Label[]): Calibrator {
  const right = labels.filter((label) => label.right).length
  const [high, low] = [(right + 1) / (right + 2), 1 / (labels.length - right + 2)]
  const { intercept, weights } = fitLogistic(
    labels.map(({ confidence }) => [logit(inside(confidence))]),
    labels.map((label) => (label.right ? high : low)),
    0.1,
  )
  // A falling curve would say that the machine is surer of what is wrong: then its confidence says nothing at all.
  if (weights[0]! <= 0) return { kind: 'rate', rate: smoothed(labels), labels: labels.length }
  return { kind: 'platt', slope: weights[0]!, offset: intercept, labels: labels.length }
}

/** Pool adjacent violators over labels in order of confidence; equal confidences share a step. */
function isotonic(labels: readonly Label[]): Calibrator {
  const pools: { from: number; right: number; count: number }[] = []
  for (const { confidence, right } of labels.toSorted((a, b) => a.confidence - b.confidence)) {
    const last = pools.at(-1)
    if (last && last.from === confidence) {
      last.right += Number(right)
      last.count++
    } else pools.push({ from: confidence, right: Number(right), count: 1 })
  }
  const merged: typeof pools = []
  for (const pool of pools) {
    merged.push({ ...pool })
    while (merged.length > 1) {
      const [before, now] = [merged.at(-2)!, merged.at(-1)!]
      if (before.right / before.count < now.right / now.count) break
      merged.splice(-2, 2, { from: before.from, right: before.right + now.right, count: before.count + now.count })
    }
  }
  const steps = merged.map(({ from, right, count }) => ({ from, rate: (right + 0.5) / (count + 1) }))
  // Drawing in by half a label may bend the order of small steps: it is put right without touching the larger side.
  for (let i = 1; i < steps.length; i++) if (steps[i]!.rate < steps[i - 1]!.rate) steps[i] = { ...steps[i]!, rate: steps[i - 1]!.rate }
  return { kind: 'isotonic', steps, labels: labels.length }
}
