import type { ComponentChildren } from 'preact'
import type { PaymentDraft } from '../../../adapters/db/index.ts'
import type { Localised } from '../../../core/finding.ts'
import type { Payable } from '../../../schemas/define.ts'
import type { Refusal } from '../../api/payable.ts'
import type { PaymentFields } from '../../api/payment-fields.ts'
import { type Frame, Shell } from '../../components/shell.tsx'
import { paymentTexts } from '../../texts/payments.ts'
import { presentDate } from '../../views/present.ts'
import { DraftTable } from './draft-table.tsx'
import { OrderForm } from './order-form.tsx'

export interface OwnAccount {
  readonly account: string
  readonly bik: string
  readonly bankName: string
  readonly company: string
}

export interface PaymentShown {
  readonly documentId: string
  readonly number: string
  readonly id: string
  readonly version: number | null
  readonly payable: Payable
  readonly fields: PaymentFields
  readonly own: readonly OwnAccount[]
  /** Other drafts for the same document, the first one first. */
  readonly others: readonly PaymentDraft[]
  readonly said: 'kept' | 'invalid' | 'othersStop' | 'conflict' | 'outdated' | null
  readonly wrong: ReadonlySet<string>
  /** Lines of the file; null = not asked for. */
  readonly preview: string | null
}

/** A payment order before anybody downloads it. Everything that a person decides can be changed; to whom it goes stands in the record. */
export const PaymentPage = ({ frame, shown }: { frame: Frame; shown: PaymentShown }) => {
  const t = paymentTexts(frame.language)
  const { payable } = shown
  return (
    <PaymentShell frame={frame} documentId={shown.documentId} number={shown.number}>
      <p>{t.intro}</p>
      {shown.said === null ? null : (
        <p class={`notice notice--${shown.said === 'kept' ? 'good' : 'error'}`} role={shown.said === 'kept' ? 'status' : 'alert'}>
          {t[shown.said]}
        </p>
      )}
      <OtherDrafts frame={frame} shown={shown} />
      <p>
        {t.recipient}: <bdi>{payable.recipient}</bdi>, {t.account} <bdi>{payable.account}</bdi>, <bdi>{payable.bankName}</bdi>
        {payable.dueDate === null ? null : `. ${t.due}: ${presentDate(payable.dueDate, frame.language)}`}
      </p>
      <OwnAccounts frame={frame} shown={shown} />
      <OrderForm frame={frame} shown={shown} />
      {shown.preview === null ? null : (
        <section class="card">
          <h2>{t.previewTitle}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and keys must reach what scrolls (WCAG 2.1.1) */}
          <pre class="letter-words" tabIndex={0} lang="ru">
            {shown.preview}
          </pre>
        </section>
      )}
      {shown.version === null ? null : (
        <form method="post" action={`/documents/${shown.documentId}/payments/${shown.id}`} class="card">
          <button type="submit" class="primary">
            {t.download}
          </button>
        </form>
      )}
    </PaymentShell>
  )
}

/** Why there is none, and where to go on. */
export const PaymentRefused = ({
  frame,
  documentId,
  number,
  why,
  lacks,
}: {
  frame: Frame
  documentId: string
  number: string
  why: Refusal
  lacks: readonly Localised[]
}) => {
  const t = paymentTexts(frame.language)
  return (
    <PaymentShell frame={frame} documentId={documentId} number={number}>
      <section class="notice notice--warning" role="alert">
        <div>
          <h2>{t.refusedTitle}</h2>
          <p>{t.refused[why]}</p>
          {lacks.length === 0 ? null : (
            <ul>
              {lacks.map((message) => (
                <li>{message[frame.language]}</li>
              ))}
            </ul>
          )}
        </div>
      </section>
    </PaymentShell>
  )
}

const PaymentShell = ({
  frame,
  documentId,
  number,
  children,
}: {
  frame: Frame
  documentId: string
  number: string
  children: ComponentChildren
}) => {
  const t = paymentTexts(frame.language)
  return (
    <Shell frame={frame} title={`${t.title} · ${number}`} current="documents">
      <p>
        <a href={`/documents/${documentId}`}>← {t.back}</a>
      </p>
      <h1>
        {t.title}: <bdi>{number}</bdi>
      </h1>
      {children}
    </Shell>
  )
}

const OtherDrafts = ({ frame, shown }: { frame: Frame; shown: PaymentShown }) => {
  const t = paymentTexts(frame.language)
  if (shown.others.length === 0) return null
  return (
    <section class="notice notice--warning other-drafts">
      <div>
        <p>{t.others}</p>
        <DraftTable frame={frame} drafts={shown.others} />
      </div>
    </section>
  )
}

const OwnAccounts = ({ frame, shown }: { frame: Frame; shown: PaymentShown }) => {
  const t = paymentTexts(frame.language)
  if (shown.own.length === 0) return shown.fields.payerAccount === '' ? <p class="muted">{t.ownNone}</p> : null
  return (
    <form method="get" action={`/documents/${shown.documentId}/payment`} class="inline">
      <label>
        {t.own}{' '}
        <select name="own">
          {shown.own.map(({ account, bik, bankName, company }) => (
            <option value={`${bik}/${account}`} selected={account === shown.fields.payerAccount}>
              {[company, bankName, account].filter((part) => part !== '').join(', ')}
            </option>
          ))}
        </select>
      </label>
      {shown.version === null ? null : <input type="hidden" name="draft" value={shown.id} />}
      <button type="submit">{t.ownFill}</button>
    </form>
  )
}
