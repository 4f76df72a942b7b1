/** Two-sided 95 %: the 0.975 quantile of the normal distribution. */
const Z = 1.959963984540054

export interface Interval {
  readonly low: number
  readonly high: number
}

/**
 * Where the true share lies, with 95 % confidence, when `hits` of `n` were seen; 0..1. Null when nothing was seen. Source: Wilson 1927; unlike the
 * textbook interval it stays inside 0..1 and does not shrink to nothing when no error was seen (Agresti & Coull 1998).
 */
export function wilson(hits: number, n: number): Interval | null {
  if (n === 0) return null
  const share = hits / n
  const spread = Z ** 2 / n
  const middle = (share + spread / 2) / (1 + spread)
  const half = (Z / (1 + spread)) * Math.sqrt((share * (1 - share)) / n + spread / (4 * n))
  // At the ends the bound is exact; arithmetic leaves a trace of 1e-17.
  return { low: hits === 0 ? 0 : middle - half, high: hits === n ? 1 : middle + half }
}
