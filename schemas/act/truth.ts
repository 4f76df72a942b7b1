/** Field names of truth files (doc-truth/1) → paths that may answer. */
export const actTruth: Readonly<Record<string, readonly string[]>> = {
  act_number: ['number'],
  issue_date: ['issueDate'],
  period_start: ['period.start'],
  period_end: ['period.end'],
  contract_number: ['contractRef.number'],
  contract_date: ['contractRef.date'],
  currency: ['currency'],
  executor_name: ['seller.name', 'seller.tradeName'],
  executor_tax_id: ['seller.vatId', 'seller.taxRegId', 'seller.inn'],
  customer_name: ['buyer.name', 'buyer.tradeName'],
  customer_tax_id: ['buyer.vatId', 'buyer.taxRegId', 'buyer.inn'],
  net_total: ['totals.net'],
  tax_total: ['totals.tax'],
  grand_total: ['totals.gross'],
}

/** Line fields of truth files → line fields. */
export const actTruthLines: Readonly<Record<string, readonly string[]>> = {
  description: ['name', 'description', 'name+description'],
  sku: ['sellerItemId'],
  quantity: ['quantity'],
  unit_price: ['unitPrice'],
  line_total: ['net', 'gross'],
  tax_rate: ['taxRate'],
}

/** Yes/no labels of truth files. */
export const actTruthFlags: Readonly<Record<string, string>> = { no_claims: 'noClaims' }
