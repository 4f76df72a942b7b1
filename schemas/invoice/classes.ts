import type { DocumentClass } from '../define.ts'

/** An УПД is an invoice with the transfer of the goods on the same sheet: the same fields answer. */
export const invoiceClasses: readonly DocumentClass[] = [
  { name: 'invoice', caption: { en: 'Invoice', ru: 'Счёт' } },
  { name: 'credit_note', caption: { en: 'Credit note', ru: 'Кредит-нота' } },
  { name: 'upd', caption: { en: 'UPD (universal transfer document)', ru: 'УПД' } },
]
