import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { z } from 'zod'
import type { DocumentRow, PaymentDraft } from '../../../adapters/db/index.ts'
import { fillTemplate } from '../../../core/letters/index.ts'
import { writeExport } from '../../../schemas/export.ts'
import { requireSeen } from '../../api/blind.ts'
import { journal } from '../../api/companies.ts'
import { documentOf } from '../../api/documents.ts'
import { type ToPay, toPay } from '../../api/payable.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import { attachment } from '../../http/file-name.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { Assets } from '../../islands/build.ts'
import { printedValues } from '../../views/letter-draft.ts'
import { opened } from '../opened-document.ts'
import { page } from '../render.tsx'
import { ownAccounts } from './own-accounts.ts'
import { PAYMENT_FIELDS, type PaymentFields, paymentFrom, wrongIn } from './payment-form.ts'
import { PaymentPage, PaymentRefused, type PaymentShown } from './payment-page.tsx'

type Open = Extract<ToPay, { readonly kind: 'payable' }>
interface Opened extends Open {
  readonly row: DocumentRow
  readonly drafts: readonly PaymentDraft[]
  /** The usual wording of the purpose, with the document's values. */
  readonly purpose: string
}

const NO_NAME = /[\r\n]+/g
const LONGEST_PURPOSE = 210

/** A payment order of an approved document: drafted, edited, kept and downloaded by a person. Nothing is sent to a bank. */
export function paymentRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const shown = (c: UiContext, payment: PaymentShown, status = 200) =>
    page(c, assets, (frame) => <PaymentPage frame={frame} shown={payment} />, status)
  const refused = (c: UiContext, row: DocumentRow, { why, lacks }: Extract<ToPay, { readonly kind: 'refused' }>) =>
    page(c, assets, (frame) => <PaymentRefused frame={frame} documentId={row.id} number={numberOf(row)} why={why} lacks={lacks} />, 409)

  app.get('/documents/:id/payment', async (c) => {
    const row = await documentOf(deps, c)
    const at = await openedFor(deps, c, row)
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
    const { organisationId, userId } = c.get('session')
    const row = await documentOf(deps, c)
    const at = await openedFor(deps, c, row)
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
    const bytes = written(at, fields)
    if (form.get('action') === 'preview') return shown(c, { ...kept, preview: new TextDecoder('windows-1251').decode(bytes) })
    const answer = await deps.paymentDrafts.keep(
      organisationId,
      { id, documentId: row.id, recordId: at.record.id, settings: fields, seen, another: form.get('another') === 'yes' },
      userId,
    )
    if (answer.kind === 'others') {
      const others = await deps.paymentDrafts.ofDocument(organisationId, row.id)
      return shown(c, { ...kept, others, said: 'othersStop' }, 409)
    }
    if (answer.kind !== 'kept') return shown(c, { ...kept, said: 'conflict' }, 409)
    await journal(deps, c, 'payment_drafted', { document: row.id, draft: id })
    return c.redirect(`/documents/${row.id}/payment?draft=${id}&notice=kept`, 303)
  })

  app.post('/documents/:id/payments/:draft', async (c) => {
    const row = await documentOf(deps, c)
    const at = await openedFor(deps, c, row)
    if (at.kind === 'refused') return refused(c, row, at)
    const draft = at.drafts.find(({ id }) => id === c.req.param('draft'))
    if (!draft) throw new HttpProblem('not_found', 'There is no such draft.')
    if (draft.recordId !== at.record.id) return c.redirect(`/documents/${row.id}/payment?draft=${draft.id}`, 303)
    const bytes = written(at, draft.settings)
    await deps.paymentDrafts.markDownloaded(c.get('session').organisationId, draft.id)
    await journal(deps, c, 'payment_downloaded', { document: row.id, draft: draft.id })
    return c.body(new Uint8Array(bytes), 200, {
      'Content-Type': at.format.mediaType,
      'Content-Disposition': attachment('kl_to_1c.txt'),
      'Cache-Control': 'private, no-store',
    })
  })

  return app
}

async function openedFor(deps: UiDeps, c: UiContext, row: DocumentRow): Promise<Opened | Extract<ToPay, { readonly kind: 'refused' }>> {
  const { organisationId } = c.get('session')
  const { result, type } = await opened(deps, c, row)
  await requireSeen(deps, c.get('session'), row, result)
  const at = await toPay(deps, organisationId, row, type, result)
  if (at.kind === 'refused' || !result || !type) return at.kind === 'refused' ? at : { kind: 'refused', why: 'not_approved', lacks: [] }
  const template = await deps.paymentDrafts.purpose(organisationId)
  const values = new Map([...printedValues(result, type, 'ru'), ['vat', at.payable.vat]])
  const purpose = template === null ? at.payable.purpose : fillTemplate(template, values).text
  const drafts = await deps.paymentDrafts.ofDocument(organisationId, row.id)
  return { ...at, row, drafts, purpose: purpose.replace(NO_NAME, ' ').slice(0, LONGEST_PURPOSE).toWellFormed() }
}

/** What stands in a draft until a person changes it. */
async function usualFields(deps: UiDeps, c: UiContext, { record, format, payable, purpose }: Opened): Promise<PaymentFields> {
  const set = await deps.exportSettings.of(c.get('session').organisationId, record.type, format.name)
  const settings = Object.fromEntries(
    PAYMENT_FIELDS.map((name) => [name, set[name] ?? format.settings.find((one) => one.name === name)?.otherwise ?? '']),
  ) as Record<(typeof PAYMENT_FIELDS)[number], string>
  const today = new Date().toISOString().slice(0, 10)
  const { dueDate, amount } = payable
  return { ...settings, orderDate: dueDate !== null && dueDate > today ? dueDate : today, orderAmount: amount ?? '', orderPurpose: purpose }
}

function viewOf({ row, payable, drafts }: Opened, draft: PaymentDraft | null): Omit<PaymentShown, 'fields' | 'own' | 'said'> {
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

function written({ format, data, record }: Open, settings: Readonly<Record<string, string>>): Uint8Array {
  return writeExport(format, data, { recordId: record.id, approvedAt: record.approvedAt, settings })
}

function numberOf(row: DocumentRow): string {
  return row.summary?.number ?? row.fileName
}
