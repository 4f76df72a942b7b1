import { type TradeLine, TradePaper, type TradeParty, type TradeTax } from '../shared/trade/schema.ts'

/** Canonical invoice (EN 16931 semantics, DOMAIN §1.1): a trade paper with everything that one may show. */
export const Invoice = TradePaper
export type Invoice = TradePaper
export type InvoiceLine = TradeLine
export type InvoiceTax = TradeTax
export type InvoiceParty = TradeParty
