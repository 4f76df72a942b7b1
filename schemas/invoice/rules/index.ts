export { checkTrade as checkInvoice, tradeHistoryKeys as invoiceHistoryKeys } from '../../shared/trade/rules/index.ts'
export { missingForApproval } from './minimum.ts'

/** Changes whenever a rule changes meaning. */
export const INVOICE_RULES_VERSION = '3'
