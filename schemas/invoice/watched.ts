import type { Watched } from '../define.ts'

export const invoiceWatched: Watched = {
  data: ['totals.gross', 'totals.net', 'totals.tax', 'totals.due', 'payment.iban', 'number'],
  codes: {
    'payment.account': ['payment.account'],
    'payment.bik': ['payment.bik'],
    'payment.corrAccount': ['payment.corrAccount'],
    'payment.iban': ['payment.iban'],
    // The sum due may be printed as the total only.
    'totals.due': ['totals.due', 'totals.gross'],
    currency: ['currency'],
    'seller.inn': ['seller.inn'],
  },
}
