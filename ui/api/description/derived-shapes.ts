import { z } from 'zod'
import { LetterLanguage } from '../../../core/letters/index.ts'
import { PAYMENT_FIELDS } from '../payment-fields.ts'

const when = z.iso.datetime({ offset: true })

const Letter = z.looseObject({
  id: z.uuid(),
  to: z.string(),
  subject: z.string(),
  body: z.string(),
  language: LetterLanguage,
  sentBy: z.string(),
  at: when,
  state: z.enum(['pending', 'delivered', 'failed']),
  error: z.string().nullable().describe('What the mail server said last'),
})

const PaymentFields = z.looseObject(
  Object.fromEntries(PAYMENT_FIELDS.map((name) => [name, z.string()])) as Record<(typeof PAYMENT_FIELDS)[number], z.ZodString>,
)

const Payment = z.looseObject({
  id: z.uuid(),
  recordId: z.string().describe('The record that it was kept for; only of the latest one is there a file'),
  fields: PaymentFields,
  version: z.int().min(1),
  by: z.string(),
  at: when,
  downloadedAt: when.nullable().describe('When its file was last taken'),
})

/** Letters and payment orders, as the API answers them. */
export const DERIVED_SHAPES = {
  Letter,
  Letters: z.looseObject({ items: z.array(Letter) }),
  LetterDraft: z.looseObject({
    to: z.string().describe('Empty where no address is known'),
    toIsListed: z.boolean().describe('The address comes from the list of suppliers'),
    replyTo: z.string(),
    subject: z.string(),
    body: z.string(),
    language: LetterLanguage,
    gaps: z.array(z.string()).describe('What the template asks for and the document does not have; ____ stands in its place'),
    findings: z.array(z.looseObject({ at: z.int().min(0), text: z.string(), chosen: z.boolean() })),
    canSend: z.boolean().describe('The installation has a mail server'),
  }),
  Payment,
  Payments: z.looseObject({ items: z.array(Payment) }),
  PaymentStart: z.looseObject({
    recordId: z.string(),
    payable: z
      .looseObject({
        recipient: z.string().nullable(),
        account: z.string().nullable(),
        bik: z.string().nullable(),
        bankName: z.string().nullable(),
        amount: z.string().nullable(),
        currency: z.string().nullable(),
        dueDate: z.iso.date().nullable(),
      })
      .describe('To whom and how much, as the record says'),
    fields: PaymentFields.describe('What stands in the order until somebody changes it'),
  }),
} as const
