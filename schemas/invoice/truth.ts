import { partyTruth, tradeTruthTotals } from '../shared/trade/truth.ts'

/** Field names of truth files (doc-truth/1) → paths that may answer; several paths of an address are joined. */
export const invoiceTruth: Readonly<Record<string, readonly string[]>> = {
  invoice_number: ['number'],
  issue_date: ['issueDate'],
  due_date: ['dueDate'],
  delivery_date: ['deliveryDate'],
  purchase_order: ['purchaseOrder'],
  currency: ['currency'],
  ...partyTruth('seller', 'seller'),
  seller_address: ['seller.address'],
  seller_iban: ['payment.iban'],
  seller_bic: ['payment.bic'],
  ...partyTruth('buyer', 'buyer'),
  buyer_address: ['buyer.address'],
  ...tradeTruthTotals,
  amount_due: ['totals.due'],
}
