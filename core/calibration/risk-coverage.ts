import type { Judged } from '../certificate/index.ts'

/** Accepting every document with a score of at least `threshold`: `coverage` is their share, `risk` the share of wrong ones among them. */
export interface RiskPoint {
  readonly threshold: number
  readonly coverage: number
  readonly risk: number
  readonly accepted: number
  readonly wrong: number
}

/** From the surest document down, one point per distinct score. */
export function riskCoverage(judged: readonly Judged[]): readonly RiskPoint[] {
  const sorted = judged.toSorted((a, b) => b.score - a.score)
  let wrong = 0
  return sorted.flatMap((one, i) => {
    if (one.wrong) wrong++
    const accepted = i + 1
    if (sorted[accepted]?.score === one.score) return []
    return [{ threshold: one.score, coverage: accepted / sorted.length, risk: wrong / accepted, accepted, wrong }]
  })
}

/** Area under the curve: the mean risk over all coverages, 0 is perfect; a score that knows nothing has the share of wrong documents. */
export function areaUnderRisk(points: readonly RiskPoint[]): number {
  let [area, before] = [0, 0]
  for (const { coverage, risk } of points) {
    area += risk * (coverage - before)
    before = coverage
  }
  return area
}

/** The largest coverage whose risk on these very documents stays at or below `alpha`; it flatters, `certify` does not. */
export function coverageAt(points: readonly RiskPoint[], alpha: number): RiskPoint | null {
  return points.findLast(({ risk }) => risk <= alpha) ?? null
}
