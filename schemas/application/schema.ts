import { z } from 'zod'
import { date, money, text } from '../shared/leaves.ts'

const Line = z.object({ name: text, quantity: money, unit: text.describe('as printed'), price: money, amount: money })
const Approval = z.object({ role: text.describe('position of who approves'), name: text, date })

/** Request for a purchase, a payment or a service. Every leaf may be null = not on the document. */
export const Application = z.object({
  number: text,
  date,
  kind: text.describe('purchase, payment or service, as the title says'),
  organisation: text,
  department: text.describe('who needs it'),
  applicant: z.object({ name: text, position: text }),
  subject: text.describe('what is asked for'),
  reason: text.describe('why it is needed'),
  desiredDate: date.describe('when it is wanted or to be paid'),
  budgetItem: text.describe('budget item or cost centre'),
  supplier: z.object({ name: text, inn: text }),
  basis: text.describe('the invoice or contract that is to be paid'),
  currency: text.describe('ISO 4217'),
  total: money,
  inWords: text.describe('amount in words as printed'),
  lines: z.array(Line),
  approvals: z.array(Approval),
})
export type Application = z.infer<typeof Application>
