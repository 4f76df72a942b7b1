import { areaUnderRisk, coverageAt, type Label, type Reliability, type RiskPoint, reliability, riskCoverage } from '../calibration/index.ts'
import { type Bound, certify, type Distance, type Judged, reviewsNeeded } from '../certificate/index.ts'
import type { DocumentScore } from './score-document.ts'

export interface Wanted {
  readonly alpha: number
  readonly delta: number
}

/** What the machine's own doubt is worth on documents with known truth. */
export interface Certainty {
  /** Confidence of promised values against truth. */
  readonly values: Reliability
  /** Documents that no rule sends to a person: only they can be accepted. */
  readonly eligible: number
  readonly documents: number
  readonly curve: readonly RiskPoint[]
  readonly areaUnderRisk: number
  readonly wanted: Wanted
  /** What these documents would prove if they were the blind reviews, and else how many more it takes. */
  readonly bound: Bound | null
  readonly distance: Distance
}

export function certainty(scores: readonly DocumentScore[], wanted: Wanted): Certainty {
  const labels: Label[] = scores.flatMap((score) =>
    score.fields.flatMap(({ promised, confidence, correct }) => (promised && confidence !== null ? [{ confidence, right: correct }] : [])),
  )
  const judged: Judged[] = scores.flatMap(({ acceptance, wrong, fields }) =>
    acceptance?.eligible && fields.length > 0 ? [{ score: acceptance.score, wrong }] : [],
  )
  const curve = riskCoverage(judged)
  return {
    values: reliability(labels),
    eligible: judged.length,
    documents: scores.length,
    curve,
    areaUnderRisk: areaUnderRisk(curve),
    wanted,
    bound: certify(judged, wanted),
    distance: reviewsNeeded(judged, wanted),
  }
}

/** The same as lines of text, with the two plots drawn in characters. */
export function describeCertainty({
  values,
  curve,
  eligible,
  documents,
  wanted,
  bound,
  distance,
  areaUnderRisk: area,
}: Certainty): readonly string[] {
  const naive = coverageAt(curve, wanted.alpha)
  return [
    `confidence of ${values.labels} promised values: ECE ${values.ece.toFixed(4)}, Brier ${values.brier.toFixed(4)}`,
    ...values.bands.map(
      ({ from, to, labels, confidence, right }) =>
        `  ${from.toFixed(2)}–${to.toFixed(2)} ${bar(right, confidence)} said ${confidence.toFixed(3)}, right ${right.toFixed(3)} of ${labels}`,
    ),
    `documents that no rule sends to a person: ${eligible} of ${documents}; area under risk ${area.toFixed(4)}`,
    ...sampled(curve).map(
      ({ coverage, risk, wrong, threshold }) =>
        `  accept ${percent(coverage).padStart(7)} ${bar(risk, wanted.alpha)} ${percent(risk)} wrong (${wrong}), score from ${threshold.toFixed(4)}`,
    ),
    naive
      ? `  at most ${percent(wanted.alpha)} wrong on these very documents: ${naive.accepted} accepted (a threshold chosen so promises nothing)`
      : `  no threshold keeps ${percent(wanted.alpha)} even on these very documents`,
    bound
      ? `  proven (δ ${percent(wanted.delta)}): ${bound.accepted} of ${eligible} accepted, ${bound.wrong} wrong, true rate below ${percent(bound.upper)}`
      : `  ${distanceText(distance, wanted)}`,
  ]
}

function distanceText(distance: Distance, { alpha, delta }: Wanted): string {
  switch (distance.kind) {
    case 'reached':
      return 'proven'
    case 'more':
      return `not proven at ${percent(alpha)} (δ ${percent(delta)}): about ${distance.documents} more reviewed documents, then about ${percent(distance.share)} would be accepted`
    case 'out_of_reach':
      return `not to be proven at ${percent(alpha)} by more reviews: among the surest documents ${percent(distance.errorRate)} are wrong`
  }
}

const WIDTH = 20

/** Filled up to `value`, with a mark at `target`; both 0..1. */
function bar(value: number, target: number): string {
  const at = Math.min(WIDTH - 1, Math.round(target * WIDTH))
  return Array.from({ length: WIDTH }, (_, i) => (i === at ? '│' : i < Math.round(value * WIDTH) ? '█' : '·')).join('')
}

/** Ten points along the coverage are enough to see the shape. */
function sampled(curve: readonly RiskPoint[]): readonly RiskPoint[] {
  const wanted = Array.from({ length: 10 }, (_, i) => (i + 1) / 10)
  return [...new Set(wanted.flatMap((coverage) => curve.find((point) => point.coverage >= coverage - 1e-9) ?? []))]
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
