type Answers = Readonly<Record<string, readonly string[]>>

/** Totals of truth files (doc-truth/1) → the paths that answer. */
export const tradeTruthTotals = { net_total: ['totals.net'], tax_total: ['totals.tax'], grand_total: ['totals.gross'] } as const

/** What a truth file says of a party under its own word for it (`executor_name`) → the paths that may answer. */
export function partyTruth(word: string, path: 'seller' | 'buyer'): Answers {
  return {
    [`${word}_name`]: [`${path}.name`, `${path}.tradeName`],
    [`${word}_tax_id`]: [`${path}.vatId`, `${path}.taxRegId`, `${path}.inn`],
  }
}

/** Line fields of truth files → line fields; `line_total` is the amount as the page shows it. */
export const tradeTruthLines: Answers = {
  // Some truths hold the name alone, some everything that is printed about the item.
  description: ['name', 'description', 'name+description'],
  sku: ['sellerItemId'],
  quantity: ['quantity'],
  unit_price: ['unitPrice'],
  line_total: ['net', 'gross'],
  tax_rate: ['taxRate'],
}
