import type { PaymentField } from '../../api/payment-fields.ts'
import type { Frame } from '../../components/shell.tsx'
import { paymentTexts } from '../../texts/payments.ts'
import { presentNumber } from '../../views/present.ts'
import type { PaymentShown } from './payment-page.tsx'

/** What a person decides about the order. */
export const OrderForm = ({ frame, shown }: { frame: Frame; shown: PaymentShown }) => {
  const t = paymentTexts(frame.language)
  const { fields, payable } = shown
  const given = (name: PaymentField) => ({
    id: name,
    name,
    required: true,
    autocomplete: 'off' as const,
    'aria-invalid': shown.wrong.has(name) ? ('true' as const) : undefined,
    'aria-describedby': name === 'orderPurpose' ? 'purpose-hint' : undefined,
  })
  const field = (name: PaymentField) => (
    <div class={`entry-field${name === 'orderPurpose' ? ' entry-wide' : ''}`}>
      <label for={name}>{t.fields[name]}</label>
      {name === 'orderDate' ? (
        <input type="date" {...given(name)} value={fields[name]} />
      ) : name === 'orderPurpose' ? (
        <textarea {...given(name)} rows={2} maxLength={210} lang="ru">
          {fields[name]}
        </textarea>
      ) : (
        <input
          type="text"
          {...given(name)}
          value={name === 'orderAmount' ? presentNumber(fields[name], frame.language) : fields[name]}
          maxLength={160}
        />
      )}
      {name === 'orderPurpose' ? (
        <small class="muted" id="purpose-hint">
          {t.purposeHint}
        </small>
      ) : null}
      {name === 'orderAmount' && payable.amount !== null && Number(fields.orderAmount) !== Number(payable.amount) ? (
        <small class="wrong">{`${t.lessOrMore} ${presentNumber(payable.amount, frame.language)}`}</small>
      ) : null}
    </div>
  )
  return (
    <form method="post" action={`/documents/${shown.documentId}/payment`} class="card entry">
      <input type="hidden" name="id" value={shown.id} />
      <input type="hidden" name="version" value={shown.version ?? ''} />
      {field('orderAmount')}
      {field('orderDate')}
      {field('orderNumber')}
      {field('orderPurpose')}
      {field('payerAccount')}
      {field('payerBank')}
      {field('payerBik')}
      {field('payerCorrAccount')}
      {shown.others.length > 0 && shown.version === null ? (
        <label class="choice entry-wide">
          <input type="checkbox" name="another" value="yes" />
          <span>{t.another}</span>
        </label>
      ) : null}
      <p class="panel-actions entry-wide">
        <button type="submit" class="primary" name="action" value="keep">
          {t.keep}
        </button>
        <button type="submit" name="action" value="preview">
          {t.preview}
        </button>
      </p>
    </form>
  )
}
