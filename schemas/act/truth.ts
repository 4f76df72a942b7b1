import { partyTruth, tradeTruthTotals } from '../shared/trade/truth.ts'

/** Field names of truth files (doc-truth/1) → paths that may answer. */
export const actTruth: Readonly<Record<string, readonly string[]>> = {
  act_number: ['number'],
  issue_date: ['issueDate'],
  period_start: ['period.start'],
  period_end: ['period.end'],
  contract_number: ['contractRef.number'],
  contract_date: ['contractRef.date'],
  currency: ['currency'],
  ...partyTruth('executor', 'seller'),
  ...partyTruth('customer', 'buyer'),
  ...tradeTruthTotals,
}

/** Yes/no labels of truth files. */
export const actTruthFlags: Readonly<Record<string, string>> = { no_claims: 'noClaims' }
