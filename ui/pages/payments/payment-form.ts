import type { ExportFormat } from '../../../schemas/export.ts'
import type { Language } from '../../language.ts'
import { readTyped } from '../../views/present.ts'

export const PAYMENT_FIELDS = [
  'payerAccount',
  'payerBank',
  'payerBik',
  'payerCorrAccount',
  'orderNumber',
  'orderDate',
  'orderAmount',
  'orderPurpose',
] as const
export type PaymentField = (typeof PAYMENT_FIELDS)[number]
export type PaymentFields = Readonly<Record<PaymentField, string>>

/** What stands in the form, right or wrong. An amount may be typed as the language writes it. */
export function paymentFrom(form: URLSearchParams, language: Language): PaymentFields {
  const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim()
  const fields = Object.fromEntries(PAYMENT_FIELDS.map((name) => [name, text(name)])) as Record<PaymentField, string>
  const amount = readTyped(fields.orderAmount, 'money', language)
  return amount.kind === 'value' && typeof amount.value === 'string' ? { ...fields, orderAmount: amount.value } : fields
}

/** Fields that the file's format does not take, or that a draft cannot be without. */
export function wrongIn(fields: PaymentFields, format: Pick<ExportFormat, 'settings'>): ReadonlySet<string> {
  const isWrong = (name: PaymentField) => {
    const value = fields[name]
    if (value === '') return true
    if (name === 'orderAmount' && !(Number(value) > 0)) return true
    return !format.settings.find((one) => one.name === name)?.pattern.test(value)
  }
  return new Set(PAYMENT_FIELDS.filter(isWrong))
}
