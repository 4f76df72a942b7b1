import { binomialCdf, clopperPearsonUpper, fewestClean } from './binomial.ts'

/** One blind-reviewed document: its score as given before review (higher = surer), and whether any field that counts was wrong. */
export interface Judged {
  readonly score: number
  readonly wrong: boolean
}

export interface Target {
  /** Error rate among accepted documents to stay below, 0..1. */
  readonly alpha: number
  /** Chance that the promise is false although everything was done right, 0..1. */
  readonly delta: number
  /** Thresholds certified together (types, fields); each gets its share of `delta`. 1 unless given. */
  readonly tests?: number
}

/** What was proven on the calibration set. */
export interface Bound {
  /** Documents with a score of at least this may be accepted. */
  readonly threshold: number
  /** Documents of the calibration set at or above the threshold, how many of them were wrong, and the size of the whole set. */
  readonly accepted: number
  readonly wrong: number
  readonly documents: number
  /** Clopper–Pearson upper bound of the error rate at confidence 1 − δ/m. */
  readonly upper: number
}

/**
 * The lowest score threshold at which fewer than `alpha` of the accepted documents are wrong, with confidence 1 − `delta`; null when the set proves
 * none. Learn then Test (Angelopoulos et al. 2021, arXiv 2110.01052) with a fixed sequence of thresholds from the surest down: each is tested by
 * the binomial tail, and the first that fails ends the search, so no correction for the number of thresholds is needed. At tied scores only the last
 * document is a threshold, for all of them would be accepted.
 */
export function certify(judged: readonly Judged[], { alpha, delta, tests = 1 }: Target): Bound | null {
  const sorted = judged.toSorted((a, b) => b.score - a.score)
  const level = delta / tests
  const first = fewestClean(alpha, level)
  let best: Bound | null = null
  let wrong = 0
  for (const [i, one] of sorted.entries()) {
    if (one.wrong) wrong++
    const accepted = i + 1
    if (accepted < first || sorted[accepted]?.score === one.score) continue
    if (binomialCdf(wrong, accepted, alpha) > level) break
    best = { threshold: one.score, accepted, wrong, documents: sorted.length, upper: 1 }
  }
  return best && { ...best, upper: clopperPearsonUpper(best.wrong, best.accepted, level) }
}
