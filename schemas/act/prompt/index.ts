import { Golden } from '../../../core/llm/golden.ts'
import type { TypePrompt } from '../../../core/llm/messages.ts'
import english from './golden/english.json' with { type: 'json' }
import russian from './golden/russian.json' with { type: 'json' }

/** Codes of standards are printed nowhere; that the customer has no claims is a sentence, found by rules: a model could point at any word. */
const NOT_ASKED = /^(?:noClaims|lineAmountsIncludeTax|.*\.(?:taxCategory|category|country|unit|type))$/

export const actPrompt: TypePrompt = {
  about: `The document states that work or services were done and accepted: an act of acceptance, a Russian акт, a certificate of completion.
- number and issueDate: of the act itself, not of the contract, an order or an invoice; those are contractRef (name, number, date) and purchaseOrder.
- seller: who did the work (исполнитель, подрядчик, contractor). buyer: who took it (заказчик, customer). Names include the legal form and stand without the address.
- period: when the services were rendered, only where it is printed as a period.
- totals.net is without tax, totals.tax the tax itself, totals.gross with tax; never the sum of one page. totals.inWords: the amount in words as printed.
- lines: one entry per row of work, in the order of the page; no totals. lines[].unitRaw is the unit as printed.
- signatories: persons whose names stand at the end, with their position.`,
  asks: (path) => !NOT_ASKED.test(path),
  lastCounts: (path) => path.startsWith('totals.'),
  golden: [english, russian].map((known) => Golden.parse(known)),
}
