import type { Label } from './calibrate.ts'

/** Labels whose confidence lies in [from, to); the last band includes 1. `confidence` is their mean, `right` the share of right ones. */
export interface Band {
  readonly from: number
  readonly to: number
  readonly labels: number
  readonly confidence: number
  readonly right: number
}

export interface Reliability {
  readonly bands: readonly Band[]
  readonly labels: number
  /** Expected calibration error: mean distance between confidence and share right, weighted by labels. 0 is perfect. */
  readonly ece: number
  /** Mean squared distance between confidence and outcome. 0 is perfect, 0.25 is a coin. */
  readonly brier: number
}

/** Edges are closer near 1, where the decisions are. */
export const CONFIDENCE_EDGES = [0, 0.2, 0.4, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 0.99, 1]

/** How confidence and truth agree. Source: Guo et al. 2017 (arXiv 1706.04599), with uneven bands. */
export function reliability(labels: readonly Label[]): Reliability {
  const bands = CONFIDENCE_EDGES.slice(0, -1).flatMap((from, i): Band[] => {
    const to = CONFIDENCE_EDGES[i + 1]!
    const own = labels.filter(({ confidence }) => confidence >= from && (confidence < to || to === 1))
    if (own.length === 0) return []
    return [
      {
        from,
        to,
        labels: own.length,
        confidence: own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length,
        right: own.filter(({ right }) => right).length / own.length,
      },
    ]
  })
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, labels.length)
  return {
    bands,
    labels: labels.length,
    ece: mean(bands.map((band) => band.labels * Math.abs(band.confidence - band.right))),
    brier: mean(labels.map(({ confidence, right }) => (confidence - Number(right)) ** 2)),
  }
}
