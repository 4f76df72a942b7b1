import type { Lack } from '../../../../export.ts'
import { missing, refused } from '../../../../shared/trade/export/lacks.ts'
import type { Invoice } from '../../../schema.ts'
import { COUNTRIES, CREDIT_NOTE_TYPES, CURRENCIES, INVOICE_TYPES } from '../codes.ts'

/** Header, references and dates. */
export function documentDemands(data: Invoice): readonly Lack[] {
  const { number, issueDate, typeCode, currency, precedingInvoice, period, shipTo, payee } = data
  const place = Object.entries(shipTo.address).some(([, value]) => value !== null)
  return [
    ...(number === null ? [missing('number', 'BR-02')] : []),
    ...(issueDate === null ? [missing('issueDate', 'BR-03')] : []),
    ...(typeCode === null ? [missing('typeCode', 'BR-04')] : []),
    ...(typeCode !== null && !INVOICE_TYPES.has(typeCode) && !CREDIT_NOTE_TYPES.has(typeCode) ? [unknownType] : []),
    ...(currency === null ? [missing('currency', 'BR-05')] : []),
    ...(currency !== null && !CURRENCIES.has(currency) ? [unknownCode('currency', 'BR-CL-04')] : []),
    ...(precedingInvoice.number === null && precedingInvoice.date !== null ? [missing('precedingInvoice.number', 'BR-55')] : []),
    ...(period.start !== null && period.end !== null && period.end < period.start ? [periodBackwards] : []),
    ...(place && shipTo.address.country === null ? [missing('shipTo.address.country', 'BR-57')] : []),
    ...(shipTo.address.country !== null && !COUNTRIES.has(shipTo.address.country)
      ? [unknownCode('shipTo.address.country', 'BR-CL-14')]
      : []),
    ...(payee.name === null && payee.taxId !== null ? [missing('payee.name', 'BR-17')] : []),
    ...payable(data),
  ]
}

const unknownType = refused(
  'typeCode',
  'BR-CL-01',
  'The code is no kind of invoice or credit note of the norm.',
  'Код не обозначает счёт или кредит-ноту в стандарте.',
)
const periodBackwards = refused(
  ['period.start', 'period.end'],
  'BR-29',
  'The period ends before it starts.',
  'Период кончается раньше, чем начинается.',
)

export function unknownCode(field: string, rule: string): Lack {
  return refused(field, rule, "The code is not in the norm's list.", 'Кода нет в списке стандарта.')
}

/** Who asks for money says until when. */
function payable({ totals, dueDate, paymentTerms }: Invoice): readonly Lack[] {
  const asks = totals.due !== null && Number(totals.due) > 0
  return asks && dueDate === null && paymentTerms === null ? [missing('dueDate', 'BR-CO-25')] : []
}
