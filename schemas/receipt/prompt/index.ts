import { Golden } from '../../../core/llm/golden.ts'
import type { TypePrompt } from '../../../core/llm/messages.ts'
import english from './golden/english.json' with { type: 'json' }
import russian from './golden/russian.json' with { type: 'json' }

/** A code that no slip prints in words. */
const NOT_ASKED = /^operation$/

export const receiptPrompt: TypePrompt = {
  about: `The document is a till slip: a receipt, a Russian кассовый чек, a Kassenbon. It may be a photograph with badly read words.
- merchant: the shop that sold, by its legal name where one is printed, else by the name on top; not a brand of goods, a bank or the maker of the till. merchant.taxId: its ИНН, VAT or GST number, never that of a customer or of the till.
- number: the till's own number of the slip (чек №, receipt no.), not that of a shift, a table, a cashier, a card terminal or an approval.
- date and time: of the sale.
- total: what was to be paid, after discounts and rounding; not what was given in cash, not the sum of goods before tax. subtotal: the sum before discount, tax or rounding.
- payment.cash: what the customer gave; payment.change: what was given back; payment.card: what was paid by card.
- tax: all taxes of the slip in one sum, only where one sum is printed; taxes: one entry per rate of the summary.
- lines: one entry per article, in the order of the slip; no sub-totals, discounts, taxes or payments. price is for one unit, amount that of the row.
- fiscal: numbers under ФН, ФД, ФП/ФПД and РН ККТ; taxSystem as printed behind СНО.`,
  asks: (path) => !NOT_ASKED.test(path),
  golden: [english, russian].map((known) => Golden.parse(known)),
}
