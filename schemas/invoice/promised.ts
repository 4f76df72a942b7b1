/**
 * What an ERP books and pays an invoice by: a document is wrong when one of these is. Names and addresses of the buyer, references and the lines are
 * not promised; sums of lines are guarded by rules, their texts are not.
 */
export const invoicePromised: readonly string[] = [
  'number',
  'issueDate',
  'dueDate',
  'currency',
  'seller.name',
  'seller.vatId',
  'seller.taxRegId',
  'seller.inn',
  'seller.kpp',
  'totals.net',
  'totals.tax',
  'totals.gross',
  'totals.due',
  'payment.iban',
  'payment.account',
  'payment.bic',
  'payment.bik',
]
