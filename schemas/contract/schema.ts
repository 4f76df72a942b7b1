import { z } from 'zod'
import { date, money as decimal, text } from '../shared/leaves.ts'
import { CLAUSE_NAMES } from './clauses.ts'

const yes = z.boolean().nullable()
const duration = z
  .string()
  .regex(/^[0-9]{1,4} (working |banking )?(day|week|month|year)s?$/)
  .nullable()

const Party = z.object({
  role: text.describe('as the contract calls it: Customer, Заказчик'),
  name: text,
  inn: text,
  kpp: text,
  ogrn: text,
  address: text,
  bank: z.object({ name: text, account: text, corrAccount: text, bik: text }),
  signatory: z.object({ name: text, position: text, authority: text.describe('articles of association or a power of attorney') }),
})

const Penalty = z.object({
  party: text.describe('who pays it, as the contract calls the party'),
  rate: decimal.describe('per cent of the base'),
  per: text.describe('day, month, year; absent = once'),
  amount: decimal.describe('a fixed sum instead of a rate'),
  base: text.describe('what the rate is taken of, as printed: the overdue amount'),
  cap: decimal.describe('per cent that it may not exceed'),
})

const Appendix = z.object({ number: text, title: text })

/** Canonical contract (DOMAIN §1.6). Every leaf may be null = not in the document; a clause that is there is `true` with the sentence as its evidence. */
export const Contract = z.object({
  title: text,
  number: text,
  signDate: date,
  place: text.describe('where it was signed'),
  parties: z.array(Party),
  subject: text,
  amount: z.object({
    value: decimal,
    currency: text,
    vatIncluded: yes,
    vatRate: decimal,
    vatExempt: yes,
    words: text.describe('the amount in words as printed'),
  }),
  paymentTerms: z.object({
    prepayPercent: decimal,
    days: decimal,
    dayType: text.describe('calendar, working, banking'),
    trigger: text.describe('the event that the days count from, as printed'),
  }),
  effectiveDate: date,
  expiryDate: date,
  indefinite: yes,
  term: duration.describe('length of the first term: `2 years`'),
  renewal: z.object({
    auto: yes,
    period: duration,
    notice: duration.describe('how long before the end a renewal must be refused'),
    noticeDays: decimal,
  }),
  termination: z.object({ convenience: yes, notice: duration, noticeDays: decimal }),
  governingLaw: text,
  disputeVenue: text,
  penalties: z.array(Penalty),
  warranty: duration.describe('how long goods or work are warranted'),
  liabilityCap: z.object({ amount: decimal, currency: text, percent: decimal.describe('per cent of the price of the contract') }),
  appendices: z.array(Appendix),
  signaturesPresent: yes.describe('a signature was seen on a page; never false, for a copy may show none'),
  clauses: z.object(Object.fromEntries(CLAUSE_NAMES.map((name) => [name, yes])) as Record<(typeof CLAUSE_NAMES)[number], typeof yes>),
})
export type Contract = z.infer<typeof Contract>
