import { Golden } from '../../../core/llm/golden.ts'
import type { TypePrompt } from '../../../core/llm/messages.ts'
import english from './golden/english.json' with { type: 'json' }
import russian from './golden/russian.json' with { type: 'json' }

/** A code that follows from the title. */
const NOT_ASKED = /^kind$/

export const applicationPrompt: TypePrompt = {
  about: `The document is an inner request of an organisation: a заявка or служебная записка, a purchase requisition, a payment request, a request for a service.
- number and date: of the request itself, not of the invoice or contract that it is about; that one is basis, as printed.
- organisation: whose form it is. department: who needs it. applicant: the person who asks, with position.
- subject: what is asked for in a few words; reason: why it is needed.
- desiredDate: when it is wanted or to be paid, never the day of the request or of an approval.
- supplier: the proposed supplier or payee with its ИНН, never the organisation itself.
- total: the sum of the whole request. lines: one entry per row of what is asked for, without totals; price is for one unit, amount that of the row.
- approvals: one entry per person who agrees or approves, with position and the day beside the name; the applicant is none of them.`,
  asks: (path) => !NOT_ASKED.test(path),
  lastCounts: (path) => path === 'total',
  golden: [english, russian].map((known) => Golden.parse(known)),
}
