import { Golden } from '../../../core/llm/golden.ts'
import type { TypePrompt } from '../../../core/llm/messages.ts'
import english from './golden/english.json' with { type: 'json' }
import russian from './golden/russian.json' with { type: 'json' }

/** Codes of standards are printed nowhere; a currency is. Sums of single pages only check what else was read. */
const NOT_ASKED =
  /^(?:typeCode|payment\.meansCode|lineAmountsIncludeTax|pageSubtotals\b.*|.*\.(?:taxCategory|category|country|originCountry|unit|type))$/

export const invoicePrompt: TypePrompt = {
  about: `The document asks for money for goods or services: an invoice, a credit note, a Russian счёт, счёт-фактура, УПД or акт.
- seller: who sends it and gets the money. buyer: who is asked to pay. Their names include the legal form and stand without the address.
- number: the document's own number, not that of an order, a contract, a delivery or a customer.
- totals.net is without tax, totals.tax the tax itself, totals.gross with tax, totals.due what is still to be paid; never the sum of one page or what is carried forward.
- lines: one entry per row of goods or services, in the order of the page; no sub-totals, discounts on everything, or freight.
- lines[].unitPrice and lines[].net as printed in the row; lines[].unitRaw is the unit as printed.
- taxes: one entry per tax rate of the summary.
- payment: the account that the buyer is to pay to, never the buyer's own.`,
  asks: (path) => !NOT_ASKED.test(path),
  lastCounts: (path) => path.startsWith('totals.'),
  golden: [english, russian].map((known) => Golden.parse(known)),
}
