/** Field names of truth files (doc-truth/1) → paths that may answer. On receipts the shop is `seller_*`. */
export const receiptTruth: Readonly<Record<string, readonly string[]>> = {
  seller_name: ['merchant.name'],
  seller_address: ['merchant.address'],
  seller_tax_id: ['merchant.taxId'],
  issue_date: ['date'],
  currency: ['currency'],
  tax_total: ['tax'],
  grand_total: ['total'],
}

export const receiptTruthLines: Readonly<Record<string, readonly string[]>> = {
  description: ['name'],
  quantity: ['quantity'],
  unit_price: ['price'],
  line_total: ['amount'],
  tax_rate: ['taxRate'],
}
