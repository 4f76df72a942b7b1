import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { DocumentRow, PaymentDraft } from '../../../adapters/db/index.ts'
import { documentOf } from '../../api/documents.ts'
import { type PaymentFields, wrongIn } from '../../api/payment-fields.ts'
import {
  keepPayment,
  type OpenPayment,
  openPayment,
  type PaymentRefusal,
  paymentFile,
  takePaymentFile,
  usualFields,
} from '../../api/payment-order.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import { attachment } from '../../http/file-name.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { Assets } from '../../islands/build.ts'
import { page } from '../render.tsx'
import { ownAccounts } from './own-accounts.ts'
import { paymentFrom } from './payment-form.ts'
import { PaymentPage, PaymentRefused, type PaymentShown } from './payment-page.tsx'

/** A payment order of an approved document: drafted, edited, kept and downloaded by a person. Nothing is sent to a bank. */
export function paymentRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const shown = (c: UiContext, payment: PaymentShown, status = 200) =>
    page(c, assets, (frame) => <PaymentPage frame={frame} shown={payment} />, status)
  const refused = (c: UiContext, row: DocumentRow, { why, lacks }: PaymentRefusal) =>
    page(c, assets, (frame) => <PaymentRefused frame={frame} documentId={row.id} number={numberOf(row)} why={why} lacks={lacks} />, 409)

  app.get('/documents/:id/payment', async (c) => {
    const row = await documentOf(deps, c)
    const at = await openPayment(deps, c, row)
    if (at.kind === 'refused') return refused(c, row, at)
    const draft = at.drafts.find(({ id }) => id === c.req.query('draft'))
    const own = await ownAccounts(deps, c.get('session').organisationId)
    const chosen = own.find(({ account, bik }) => `${bik}/${account}` === c.req.query('own'))
    const usual = await usualFields(deps, c, at)
    const fields: PaymentFields = { ...usual, ...draft?.settings }
    const corrAccount = chosen?.bik === usual.payerBik ? usual.payerCorrAccount : ''
    const payer = chosen && {
      payerAccount: chosen.account,
      payerBik: chosen.bik,
      payerBank: chosen.bankName,
      payerCorrAccount: corrAccount,
    }
    const isOutdated = draft !== undefined && draft.recordId !== at.record.id
    return shown(c, {
      ...viewOf(at, draft ?? null),
      own,
      fields: { ...fields, ...payer },
      said: isOutdated ? 'outdated' : c.req.query('notice') === 'kept' ? 'kept' : null,
    })
  })

  app.post('/documents/:id/payment', async (c) => {
    const { organisationId } = c.get('session')
    const row = await documentOf(deps, c)
    const at = await openPayment(deps, c, row)
    if (at.kind === 'refused') return refused(c, row, at)
    const form = new URLSearchParams(await bodyText(c.req.raw, 20_000))
    const fields = paymentFrom(form, c.get('language'))
    const id = z.uuid().safeParse(form.get('id')).data ?? randomUUID()
    const seen = /^\d{1,6}$/.test(form.get('version') ?? '') ? Number(form.get('version')) : null
    const own = await ownAccounts(deps, organisationId)
    const draft = at.drafts.find((one) => one.id === id) ?? null
    const kept: PaymentShown = { ...viewOf(at, draft), id, version: seen, fields, own, said: null }
    const wrong = wrongIn(fields, at.format)
    if (wrong.size > 0) return shown(c, { ...kept, said: 'invalid', wrong }, 422)
    const bytes = await paymentFile(at, fields)
    if (form.get('action') === 'preview') return shown(c, { ...kept, preview: new TextDecoder('windows-1251').decode(bytes) })
    const answer = await keepPayment(deps, c, at, { id, fields, seen, another: form.get('another') === 'yes' })
    if (answer.kind === 'others') {
      const others = await deps.paymentDrafts.ofDocument(organisationId, row.id)
      return shown(c, { ...kept, others, said: 'othersStop' }, 409)
    }
    if (answer.kind !== 'kept') return shown(c, { ...kept, said: 'conflict' }, 409)
    return c.redirect(`/documents/${row.id}/payment?draft=${id}&notice=kept`, 303)
  })

  app.post('/documents/:id/payments/:draft', async (c) => {
    const row = await documentOf(deps, c)
    const at = await openPayment(deps, c, row)
    if (at.kind === 'refused') return refused(c, row, at)
    const draft = at.drafts.find(({ id }) => id === c.req.param('draft'))
    if (!draft) throw new HttpProblem('not_found', 'There is no such draft.')
    if (draft.recordId !== at.record.id) return c.redirect(`/documents/${row.id}/payment?draft=${draft.id}`, 303)
    const bytes = await takePaymentFile(deps, c, at, draft)
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': at.format.mediaType,
      'Content-Disposition': attachment('kl_to_1c.txt'),
      'Cache-Control': 'private, no-store',
    })
  })

  return app
}

function viewOf({ row, payable, drafts }: OpenPayment, draft: PaymentDraft | null): Omit<PaymentShown, 'fields' | 'own' | 'said'> {
  return {
    documentId: row.id,
    number: numberOf(row),
    id: draft?.id ?? randomUUID(),
    version: draft?.version ?? null,
    payable,
    others: drafts.filter((one) => one !== draft),
    wrong: new Set(),
    preview: null,
  }
}

function numberOf(row: DocumentRow): string {
  return row.summary?.number ?? row.fileName
}
