import type { DocumentRow, Kept, PaymentDraft } from '../../adapters/db/index.ts'
import { bytesOf } from '../../adapters/paper/index.ts'
import { fillTemplate } from '../../core/letters/index.ts'
import { writeExport } from '../../schemas/export.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext } from '../http/env.ts'
import { printedValues } from '../views/letter-draft.ts'
import { requireSeen } from './blind.ts'
import { journal } from './companies.ts'
import { opened } from './opened-document.ts'
import { type ToPay, toPay } from './payable.ts'
import { PAYMENT_FIELDS, type PaymentFields } from './payment-fields.ts'

export type PaymentRefusal = Extract<ToPay, { readonly kind: 'refused' }>
type Open = Extract<ToPay, { readonly kind: 'payable' }>
export interface OpenPayment extends Open {
  readonly row: DocumentRow
  readonly drafts: readonly PaymentDraft[]
  /** The usual wording of the purpose, with the document's values. */
  readonly purpose: string
}

const LINE_BREAKS = /[\r\n]+/g
const LONGEST_PURPOSE = 210

/** What a payment order of this document starts from, and the drafts that there are; or why there may be none now. */
export async function openPayment(deps: UiDeps, c: UiContext, row: DocumentRow): Promise<OpenPayment | PaymentRefusal> {
  const { organisationId } = c.get('session')
  const { result, type } = await opened(deps, c, row)
  await requireSeen(deps, c.get('session'), row, result)
  const at = await toPay(deps, organisationId, row, type, result)
  if (at.kind === 'refused' || !result || !type) return at.kind === 'refused' ? at : { kind: 'refused', why: 'not_approved', lacks: [] }
  const template = await deps.paymentDrafts.purpose(organisationId)
  const values = new Map([...printedValues(result, type, 'ru'), ['vat', at.payable.vat]])
  const purpose = template === null ? at.payable.purpose : fillTemplate(template, values).text
  const drafts = await deps.paymentDrafts.ofDocument(organisationId, row.id)
  return { ...at, row, drafts, purpose: purpose.replace(LINE_BREAKS, ' ').slice(0, LONGEST_PURPOSE).toWellFormed() }
}

/** What stands in a draft until a person changes it. */
export async function usualFields(deps: UiDeps, c: UiContext, { record, format, payable, purpose }: OpenPayment): Promise<PaymentFields> {
  const set = await deps.exportSettings.of(c.get('session').organisationId, record.type, format.name)
  const settings = Object.fromEntries(
    PAYMENT_FIELDS.map((name) => [name, set[name] ?? format.settings.find((one) => one.name === name)?.otherwise ?? '']),
  ) as PaymentFields
  const today = new Date().toISOString().slice(0, 10)
  const { dueDate, amount } = payable
  return { ...settings, orderDate: dueDate !== null && dueDate > today ? dueDate : today, orderAmount: amount ?? '', orderPurpose: purpose }
}

interface ToKeep {
  readonly id: string
  readonly fields: PaymentFields
  /** The version that the person saw; null = a draft that is not there yet. */
  readonly seen: number | null
  /** The person knows of the other drafts of this document. */
  readonly another: boolean
}

export async function keepPayment(
  deps: UiDeps,
  c: UiContext,
  { row, record }: OpenPayment,
  { id, fields, seen, another }: ToKeep,
): Promise<Kept> {
  const { organisationId, userId } = c.get('session')
  const toKeep = { id, documentId: row.id, recordId: record.id, settings: fields, seen, another }
  const answer = await deps.paymentDrafts.keep(organisationId, toKeep, userId)
  if (answer.kind === 'kept') await journal(deps, c, 'payment_drafted', { document: row.id, draft: id })
  return answer
}

/** The file of a draft that was kept, for a person to carry to the bank. Only of the record that stands. */
export async function takePaymentFile(deps: UiDeps, c: UiContext, at: OpenPayment, draft: PaymentDraft): Promise<Uint8Array> {
  const bytes = await paymentFile(at, draft.settings)
  await deps.paymentDrafts.markDownloaded(c.get('session').organisationId, draft.id)
  await journal(deps, c, 'payment_downloaded', { document: at.row.id, draft: draft.id })
  return bytes
}

export function paymentFile({ format, data, record }: OpenPayment, settings: Readonly<Record<string, string>>): Promise<Uint8Array> {
  return bytesOf(writeExport(format, data, { recordId: record.id, approvedAt: record.approvedAt, settings }))
}
