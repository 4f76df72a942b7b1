import type { CandidateKind } from '../../../core/candidates/index.ts'

/** A field that the learned scorer knows, and the kinds of candidates that may be its value. */
export interface ScoredField {
  readonly path: string
  readonly kinds: readonly CandidateKind[]
}

/** Not `totals.due`: it follows from the total and what was paid before, and the scorer was wrong more often than that (docs/models/field-scorer.md). */
export const SCORED_FIELDS: readonly ScoredField[] = [
  { path: 'number', kinds: ['id'] },
  { path: 'issueDate', kinds: ['date'] },
  { path: 'dueDate', kinds: ['date'] },
  { path: 'deliveryDate', kinds: ['date'] },
  { path: 'purchaseOrder', kinds: ['id'] },
  { path: 'totals.net', kinds: ['money'] },
  { path: 'totals.tax', kinds: ['money'] },
  { path: 'totals.gross', kinds: ['money'] },
  { path: 'seller.name', kinds: ['party'] },
  { path: 'buyer.name', kinds: ['party'] },
  { path: 'seller.vatId', kinds: ['vatId'] },
  { path: 'buyer.vatId', kinds: ['vatId'] },
  { path: 'seller.taxRegId', kinds: ['digits'] },
  { path: 'seller.inn', kinds: ['inn'] },
  { path: 'buyer.inn', kinds: ['inn'] },
  { path: 'seller.kpp', kinds: ['kpp'] },
  { path: 'buyer.kpp', kinds: ['kpp'] },
  { path: 'payment.iban', kinds: ['iban'] },
  { path: 'payment.bic', kinds: ['bic'] },
  { path: 'payment.account', kinds: ['account', 'digits'] },
  { path: 'payment.bik', kinds: ['bik'] },
  { path: 'payment.corrAccount', kinds: ['corrAccount'] },
]
