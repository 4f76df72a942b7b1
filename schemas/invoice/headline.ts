import type { Headline } from '../define.ts'

export const invoiceHeadline: Headline = {
  number: ['number'],
  date: ['issueDate'],
  partner: ['seller.name'],
  amount: ['totals.gross'],
  currency: ['currency'],
}
