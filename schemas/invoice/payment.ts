import type { Payment } from '../define.ts'
import { vatSentence } from '../shared/trade/export/russian.ts'
import { bankOrderFormat } from './export/bank-order/index.ts'
import { purposeOf, recipientOf } from './export/bank-order/order.ts'
import type { Invoice } from './schema.ts'

/** An invoice is paid by the order that banks take from 1C. */
export const invoicePayment: Payment<Invoice> = {
  format: bankOrderFormat.name,
  of: (data) => ({
    amount: data.totals.due,
    currency: data.currency,
    dueDate: data.dueDate,
    recipient: recipientOf(data).name,
    account: data.payment.account,
    bik: data.payment.bik,
    bankName: data.payment.bankName,
    purpose: purposeOf(data),
    vat: vatSentence(data),
  }),
}
