import type { ExportFormat } from '../../../schemas/export.ts'

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

/** What stands in the form, right or wrong. An amount may be typed with a comma and blanks. */
export function paymentFrom(form: URLSearchParams): PaymentFields {
  const text = (name: string) => (form.get(name) ?? '').replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim()
  const fields = Object.fromEntries(PAYMENT_FIELDS.map((name) => [name, text(name)])) as Record<PaymentField, string>
  return { ...fields, orderAmount: fields.orderAmount.replace(/\s/g, '').replace(',', '.') }
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
