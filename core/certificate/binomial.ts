import { incompleteBeta } from './incomplete-beta.ts'

/** P(Bin(n, p) ≤ k): how likely `k` or fewer errors are among `n` documents when each is wrong with probability `p`. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0
  if (k >= n) return 1
  return incompleteBeta(1 - p, n - k, k + 1)
}

/**
 * Upper Clopper–Pearson bound, 0..1: with `k` errors among `n`, the true rate is below it with confidence 1 − `delta`. Source: Clopper & Pearson
 * 1934; it is the rate at which so few errors would happen with probability `delta`.
 */
export function clopperPearsonUpper(k: number, n: number, delta: number): number {
  if (n === 0 || k >= n) return 1
  let [low, high] = [k / n, 1]
  for (let i = 0; i < 100 && high - low > 1e-12; i++) {
    const middle = (low + high) / 2
    if (binomialCdf(k, n, middle) > delta) low = middle
    else high = middle
  }
  return high
}

/** Fewest documents without a single error that prove a rate below `alpha` with confidence 1 − `delta`: ⌈ln δ / ln(1 − α)⌉. */
export function fewestClean(alpha: number, delta: number): number {
  return Math.ceil(Math.log(delta) / Math.log1p(-alpha))
}

/** Fewest documents that prove it although `errors` of them are wrong. */
export function fewestWith(errors: number, alpha: number, delta: number): number {
  let [low, high] = [errors, Math.max(1, fewestClean(alpha, delta))]
  while (binomialCdf(errors, high, alpha) > delta) [low, high] = [high, high * 2]
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (binomialCdf(errors, middle, alpha) > delta) low = middle
    else high = middle
  }
  return high
}
