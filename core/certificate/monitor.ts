/**
 * Bets that the error rate is α(1 + η): small ones see a rate that has crept up, large ones a pipeline that has broken. Each must stay below 1/α,
 * or a correct document could cost more than the stake.
 */
const BETS = [0.5, 1, 2, 4, 8, 16, 32]

export interface Monitor {
  /** Evidence against the promise; 1 at the start. Under a kept promise it exceeds 1/δ with probability at most δ, however long one watches. */
  readonly evidence: number
  readonly broken: boolean
}

/**
 * Watches a certificate by the blind audits of accepted documents, oldest first (true = wrong). M_t = mean over η of ∏(1 + η(xᵢ − α)), a test
 * martingale; at M_t ≥ 1/δ at any time the certificate is to be withdrawn, and stays so. Sources: Ville 1939; Waudby-Smith & Ramdas 2020 (arXiv
 * 2010.09686).
 */
export function monitor(audits: readonly boolean[], alpha: number, delta: number): Monitor {
  const bets = BETS.filter((eta) => eta * alpha < 0.9)
  const wealth = bets.map(() => 1)
  let [evidence, broken] = [1, false]
  for (const wrong of audits) {
    bets.forEach((eta, i) => {
      wealth[i] = wealth[i]! * (1 + eta * (Number(wrong) - alpha))
    })
    evidence = wealth.reduce((sum, one) => sum + one, 0) / wealth.length
    broken ||= evidence >= 1 / delta
  }
  return { evidence, broken }
}
