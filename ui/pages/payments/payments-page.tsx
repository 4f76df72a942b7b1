import type { PaymentDraft } from '../../../adapters/db/index.ts'
import { type Frame, Shell } from '../../components/shell.tsx'
import { paymentTexts } from '../../texts/payments.ts'
import { DraftTable } from './draft-table.tsx'

interface Props {
  readonly frame: Frame
  readonly drafts: readonly PaymentDraft[]
  readonly purpose: string
  /** Why the wording was not saved; null = nothing was wrong. */
  readonly refused: string | null
  readonly isSaved: boolean
}

/** What was prepared, and the wording of the purpose. */
export const PaymentsPage = ({ frame, drafts, purpose, refused, isSaved }: Props) => {
  const t = paymentTexts(frame.language)
  const mayChange = frame.may.has('settings:write')
  return (
    <Shell frame={frame} title={t.listTitle} current="payments">
      <h1>{t.listTitle}</h1>
      <p>{t.listIntro}</p>
      {isSaved ? (
        <p class="notice notice--good" role="status">
          {t.saved}
        </p>
      ) : null}
      {drafts.length === 0 ? <p>{t.none}</p> : <DraftTable frame={frame} drafts={drafts} />}
      <section class="card">
        <h2>{t.template}</h2>
        {refused === null ? null : (
          <p class="notice notice--error" role="alert">
            {refused}
          </p>
        )}
        <form method="post" action="/payments/template" class="stacked letter-form">
          <label for="purpose">{t.fields.orderPurpose}</label>
          <input
            type="text"
            id="purpose"
            name="purpose"
            value={purpose}
            maxLength={500}
            readOnly={!mayChange}
            autocomplete="off"
            aria-describedby="purpose-hint"
          />
          <small class="muted" id="purpose-hint">
            {t.templateText}
          </small>
          {mayChange ? (
            <button type="submit" class="primary">
              {t.save}
            </button>
          ) : null}
        </form>
      </section>
    </Shell>
  )
}
