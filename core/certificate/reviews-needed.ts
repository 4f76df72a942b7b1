import { binomialCdf, fewestClean } from './binomial.ts'
import { certify, type Judged, type Target } from './certify.ts'

/**
 * How far the target is. `more`: about so many further blind-reviewed documents, if they turn out like those so far. `out_of_reach`: among the
 * documents the machine was surest of, errors are as frequent as allowed or more so; more reviews prove nothing, reading has to get better.
 */
export type Distance =
  | { readonly kind: 'reached' }
  | { readonly kind: 'more'; readonly documents: number; readonly share: number }
  | { readonly kind: 'out_of_reach'; readonly errorRate: number }

/** Beyond this a forecast from the documents so far is no plan. */
const TOO_MANY = 1_000_000

/** `share` is that of documents which would then be accepted, 0..1. An estimate for planning: the proof is `certify` on the real reviews. */
export function reviewsNeeded(judged: readonly Judged[], target: Target): Distance {
  const { alpha, delta, tests = 1 } = target
  const level = delta / tests
  if (certify(judged, target)) return { kind: 'reached' }
  if (judged.length === 0) return { kind: 'more', documents: fewestClean(alpha, level), share: 1 }
  const sorted = judged.toSorted((a, b) => b.score - a.score)
  let best: { documents: number; share: number } | null = null
  let [wrong, lowest] = [0, 1]
  for (const [i, one] of sorted.entries()) {
    if (one.wrong) wrong++
    const accepted = i + 1
    if (sorted[accepted]?.score === one.score) continue
    // A handful at the top says little about a rate; clean ones are judged by the clean-set minimum anyway.
    if (wrong > 0) lowest = Math.min(lowest, wrong / accepted)
    const total = totalFor(accepted, wrong, sorted.length, alpha, level)
    if (total !== null && (best === null || total < best.documents)) best = { documents: total, share: accepted / sorted.length }
  }
  if (best) return { kind: 'more', documents: Math.max(1, best.documents - sorted.length), share: best.share }
  return { kind: 'out_of_reach', errorRate: lowest }
}

/** Size of the whole set at which the same shares of accepted and wrong documents would pass; null when they never would. */
function totalFor(accepted: number, wrong: number, documents: number, alpha: number, level: number): number | null {
  if (wrong / accepted >= alpha) return null
  const passes = (total: number) => {
    const n = Math.floor((total * accepted) / documents)
    return n > 0 && binomialCdf(Math.ceil((total * wrong) / documents), n, alpha) <= level
  }
  let high = documents
  while (!passes(high)) {
    high *= 2
    if (high > TOO_MANY) return null
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (passes(middle)) high = middle
    else low = middle
  }
  return high
}
