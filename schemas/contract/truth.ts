import { CLAUSE_NAMES } from './clauses.ts'

/** Field names of truth files (doc-truth/1) → paths that may answer. */
export const contractTruth: Readonly<Record<string, readonly string[]>> = {
  title: ['title'],
  contract_number: ['number'],
  parties: ['parties[].name'],
  agreement_date: ['signDate'],
  effective_date: ['effectiveDate'],
  expiration_date: ['expiryDate'],
  perpetual: ['indefinite'],
  term: ['term'],
  renewal_term: ['renewal.period'],
  // Their label is the notice against a renewal, not that of a termination.
  termination_notice: ['renewal.notice'],
  governing_law: ['governingLaw'],
  amount: ['amount.value'],
  currency: ['amount.currency'],
}

/** Names of yes/no labels → the path that answers. */
export const contractFlags: Readonly<Record<string, string>> = Object.fromEntries(CLAUSE_NAMES.map((name) => [name, `clauses.${name}`]))
