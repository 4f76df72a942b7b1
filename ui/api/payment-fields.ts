import type { ExportFormat } from '../../schemas/export.ts'

/** What a person decides about a payment order; to whom it goes stands in the record. Settings of the format that writes it. */
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

/** Fields that the file's format does not take, or that a draft cannot be without. */
export function wrongIn(fields: PaymentFields, format: Pick<ExportFormat, 'settings'>): ReadonlySet<PaymentField> {
  const isWrong = (name: PaymentField) => {
    const value = fields[name]
    if (value === '') return true
    if (name === 'orderAmount' && !(Number(value) > 0)) return true
    return !format.settings.find((one) => one.name === name)?.pattern.test(value)
  }
  return new Set(PAYMENT_FIELDS.filter(isWrong))
}
