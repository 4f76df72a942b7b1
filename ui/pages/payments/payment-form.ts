import { PAYMENT_FIELDS, type PaymentField, type PaymentFields } from '../../api/payment-fields.ts'
import type { Language } from '../../language.ts'
import { readTyped } from '../../views/present.ts'

/** What stands in the form, right or wrong. An amount may be typed as the language writes it. */
export function paymentFrom(form: URLSearchParams, language: Language): PaymentFields {
  const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim()
  const fields = Object.fromEntries(PAYMENT_FIELDS.map((name) => [name, text(name)])) as Record<PaymentField, string>
  const amount = readTyped(fields.orderAmount, 'money', language)
  return amount.kind === 'value' && typeof amount.value === 'string' ? { ...fields, orderAmount: amount.value } : fields
}
