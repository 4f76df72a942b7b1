import { Hono } from 'hono'
import { z } from 'zod'
import type { DocumentRow, PaymentDraft } from '../../adapters/db/index.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { attachment } from '../http/file-name.ts'
import { HttpProblem } from '../http/problem.ts'
import { paymentTexts } from '../texts/payments.ts'
import { documentOf } from './documents.ts'
import { jsonBody } from './json-body.ts'
import { PAYMENT_FIELDS, wrongIn } from './payment-fields.ts'
import { keepPayment, type OpenPayment, openPayment, takePaymentFile, usualFields } from './payment-order.ts'
import { versionSeen } from './version-seen.ts'

const text = z
  .string()
  .max(300)
  .regex(/^[^\0\r\n]*$/)
const OrderFields = z.strictObject(
  Object.fromEntries(PAYMENT_FIELDS.map((name) => [name, text])) as Record<(typeof PAYMENT_FIELDS)[number], typeof text>,
)

/** `another`: that there is a draft for this document already is known, and a further one is meant. */
export const PaymentBody = z.strictObject({ ...OrderFields.shape, another: z.boolean().optional() })

const PRIVATE = { 'Cache-Control': 'private, no-store' }

/** `/api/v1/documents/{id}/payment` and `…/payments`: payment orders of an approved document. Nothing is sent to a bank; the file is for whoever asks. */
export function paymentApiRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/:id/payment', async (c) => {
    const at = await payableOf(deps, c, await documentOf(deps, c))
    const { recipient, account, bik, bankName, amount, currency, dueDate } = at.payable
    const payable = { recipient, account, bik, bankName, amount, currency, dueDate }
    return c.json({ recordId: at.record.id, payable, fields: await usualFields(deps, c, at) }, 200, PRIVATE)
  })

  app.get('/:id/payments', async (c) => {
    const row = await documentOf(deps, c)
    const drafts = await deps.paymentDrafts.ofDocument(c.get('session').organisationId, row.id)
    return c.json({ items: drafts.map(shown) }, 200, PRIVATE)
  })

  app.put('/:id/payments/:payment', async (c) => {
    const row = await documentOf(deps, c)
    const id = z.uuid().safeParse(c.req.param('payment')).data
    if (id === undefined) throw new HttpProblem('invalid_input', 'Name the payment order by a UUID of your own in the address.')
    const { another = false, ...fields } = await jsonBody(c.req.raw, PaymentBody)
    const at = await payableOf(deps, c, row)
    const wrong = [...wrongIn(fields, at.format)]
    if (wrong.length > 0)
      throw new HttpProblem('invalid_input', 'A bank would refuse these values; see fields.', {
        fields: wrong.map((path) => ({ path, message: paymentTexts('en').fields[path] })),
      })
    const seen = c.req.header('If-Match') === undefined ? null : versionSeen(c)
    const isNew = !at.drafts.some((draft) => draft.id === id)
    const answer = await keepPayment(deps, c, at, { id, fields, seen, another })
    if (answer.kind === 'others')
      throw new HttpProblem(
        'conflict',
        'There is a payment order for this document already. Send another: true if a further one is meant.',
        {
          others: at.drafts.map((draft) => draft.id),
        },
      )
    if (answer.kind !== 'kept') throw new HttpProblem('version_conflict', 'The payment order has changed since you saw it. Fetch it again.')
    c.header('ETag', `"${answer.draft.version}"`)
    return c.json(shown(answer.draft), isNew ? 201 : 200, PRIVATE)
  })

  app.post('/:id/payments/:payment/file', async (c) => {
    const at = await payableOf(deps, c, await documentOf(deps, c))
    const draft = at.drafts.find(({ id }) => id === c.req.param('payment'))
    if (!draft) throw new HttpProblem('not_found', 'There is no such payment order.')
    if (draft.recordId !== at.record.id) throw new HttpProblem('conflict', paymentTexts('en').outdated)
    return c.body(new Uint8Array(await takePaymentFile(deps, c, at, draft)), 200, {
      ...PRIVATE,
      'Content-Type': at.format.mediaType,
      'Content-Disposition': attachment('kl_to_1c.txt'),
    })
  })

  return app
}

/** Errors: `conflict` with the reason and what the record lacks. */
async function payableOf(deps: UiDeps, c: UiContext, row: DocumentRow): Promise<OpenPayment> {
  const at = await openPayment(deps, c, row)
  if (at.kind === 'payable') return at
  const lacks = at.lacks.map((message) => message.en)
  throw new HttpProblem('conflict', [paymentTexts('en').refused[at.why], ...lacks].join(' '), { why: at.why, lacks })
}

function shown({ id, recordId, settings, version, by, at, downloadedAt }: PaymentDraft) {
  return { id, recordId, fields: settings, version, by, at, downloadedAt }
}
