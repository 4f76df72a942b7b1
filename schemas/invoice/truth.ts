/** Field names of truth files (doc-truth/1) → paths that may answer; several paths of an address are joined. */
export const invoiceTruth: Readonly<Record<string, readonly string[]>> = {
  invoice_number: ['number'],
  issue_date: ['issueDate'],
  due_date: ['dueDate'],
  delivery_date: ['deliveryDate'],
  purchase_order: ['purchaseOrder'],
  currency: ['currency'],
  seller_name: ['seller.name', 'seller.tradeName'],
  seller_tax_id: ['seller.vatId', 'seller.taxRegId', 'seller.inn'],
  seller_address: ['seller.address'],
  seller_iban: ['payment.iban'],
  seller_bic: ['payment.bic'],
  buyer_name: ['buyer.name', 'buyer.tradeName'],
  buyer_tax_id: ['buyer.vatId', 'buyer.taxRegId', 'buyer.inn'],
  buyer_address: ['buyer.address'],
  net_total: ['totals.net'],
  tax_total: ['totals.tax'],
  grand_total: ['totals.gross'],
  amount_due: ['totals.due'],
}

/** Line fields of truth files → line fields; `line_total` is the amount as the page shows it. */
export const invoiceTruthLines: Readonly<Record<string, readonly string[]>> = {
  // Some truths hold the name alone, some everything that is printed about the item.
  description: ['name', 'description', 'name+description'],
  sku: ['sellerItemId'],
  quantity: ['quantity'],
  unit_price: ['unitPrice'],
  line_total: ['net', 'gross'],
  tax_rate: ['taxRate'],
}
