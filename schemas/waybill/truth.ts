import { partyTruth, tradeTruthTotals } from '../shared/trade/truth.ts'

/** Field names of truth files (doc-truth/1) → paths that may answer. */
export const waybillTruth: Readonly<Record<string, readonly string[]>> = {
  invoice_number: ['number'],
  issue_date: ['issueDate'],
  currency: ['currency'],
  contract_number: ['contractRef.number'],
  contract_date: ['contractRef.date'],
  ...partyTruth('seller', 'seller'),
  seller_address: ['seller.address'],
  ...partyTruth('buyer', 'buyer'),
  buyer_address: ['buyer.address'],
  ...tradeTruthTotals,
}

/** On ТОРГ-12 the total of a line is the amount with tax. */
export const waybillTruthLines: Readonly<Record<string, readonly string[]>> = {
  description: ['name'],
  sku: ['sellerItemId'],
  quantity: ['quantity'],
  unit_price: ['unitPrice'],
  line_total: ['gross'],
  tax_rate: ['taxRate'],
}
