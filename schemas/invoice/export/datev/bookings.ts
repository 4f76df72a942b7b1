import { Decimal } from '../../../../core/rules/index.ts'
import { encodeSingleByte } from '../../../../core/single-byte.ts'
import type { ExportContext, Lack } from '../../../export.ts'
import { missing, refused } from '../../../shared/trade/export/lacks.ts'
import { oneLine } from '../../../shared/trade/export/russian.ts'
import type { Invoice } from '../../schema.ts'
import { codeFor } from '../code-map.ts'
import { CREDIT_NOTE_TYPES, positiveCredit } from '../en16931/index.ts'
import type { Booking } from './values.ts'

// Field 11. Letters, digits and these signs; blanks are taken out, other signs are refused.
const DOCUMENT_NUMBER = /^[a-zA-Z0-9$&%*+\-/]{1,36}$/
const MOST_TEXT = 60

/** One booking per VAT rate, gross. The amount is always positive: S (debit) on the expense account for an invoice, H (credit) for a credit note. */
export function bookings(given: Invoice, { settings }: ExportContext): readonly Booking[] {
  const data = positiveCredit(given)
  const credit = CREDIT_NOTE_TYPES.has(data.typeCode ?? '')
  return data.taxes.map((tax): Booking => {
    const gross = new Decimal(tax.base!).plus(tax.amount!)
    return {
      'Umsatz (ohne Soll/Haben-Kz)': gross.abs().toFixed(2).replace('.', ','),
      'Soll/Haben-Kennzeichen': credit === gross.isNegative() ? 'S' : 'H',
      'WKZ Umsatz': data.currency!,
      Konto: settings.account!,
      'Gegenkonto (ohne BU-Schlüssel)': settings.supplierAccount!,
      'BU-Schlüssel': codeFor(settings.taxKeys!, tax.category, tax.rate) ?? '',
      Belegdatum: dayMonth(data.issueDate!),
      'Belegfeld 1': documentNumber(data.number!),
      Buchungstext: oneLine(data.seller.name!).slice(0, MOST_TEXT),
      ...(data.seller.vatId !== null && /^[A-Z]{2}[A-Z0-9]{2,13}$/.test(data.seller.vatId) && { 'EU-Land u. UStID': data.seller.vatId }),
      ...(data.purchaseOrder !== null && data.purchaseOrder.length <= 30 && { Auftragsnummer: oneLine(data.purchaseOrder) }),
      Festschreibung: '0',
      ...(data.deliveryDate !== null && { Leistungsdatum: data.deliveryDate.split('-').toReversed().join('') }),
    }
  })
}

function documentNumber(number: string): string {
  return number.replace(/\s+/g, '')
}

/** `2026-03-12` → `1203`: the year is that of the batch. */
function dayMonth(iso: string): string {
  return `${iso.slice(8, 10)}${iso.slice(5, 7)}`
}

export function datevLacks(data: Invoice, { settings }: ExportContext): readonly Lack[] {
  const { number, issueDate, currency, seller, taxes, totals } = data
  const gone = (field: string, value: string | null) => (value === null ? [missing(field)] : [])
  const lost = encodeSingleByte(`${seller.name ?? ''}${data.purchaseOrder ?? ''}`, 'windows-1252').lost
  return [
    ...gone('number', number),
    ...gone('issueDate', issueDate),
    ...gone('currency', currency),
    ...gone('seller.name', seller.name),
    ...gone('totals.gross', totals.gross),
    ...(number !== null && !DOCUMENT_NUMBER.test(documentNumber(number))
      ? [refused('number', 'Belegfeld 1', 'At most 36 letters, digits and $&%*+-/.', 'Не больше 36 латинских букв, цифр и знаков $&%*+-/.')]
      : []),
    ...(currency !== null && currency !== 'EUR'
      ? [
          refused(
            'currency',
            'Kurs',
            'A foreign currency needs a rate, which no invoice holds.',
            'Для иной валюты нужен курс, а его в счёте нет.',
          ),
        ]
      : []),
    ...(lost.length > 0 ? [refused('seller.name', null, `windows-1252 has no ${lost[0]}.`, `В windows-1252 нет знака ${lost[0]}.`)] : []),
    ...(taxes.length === 0 ? [missing('taxes[].base')] : []),
    ...taxes.flatMap(({ base, amount, category, rate, type }, i) => [
      ...gone(`taxes[${i}].base`, base),
      ...gone(`taxes[${i}].amount`, amount),
      ...(type !== null && type !== 'VAT' ? [refused(`taxes[${i}].type`, null, 'Only VAT has tax keys.', 'Ключи есть только у НДС.')] : []),
      ...(settings.taxKeys && codeFor(settings.taxKeys, category, rate) === null
        ? [
            refused(
              `taxes[${i}].rate`,
              'BU-Schlüssel',
              'The setting taxKeys has no key for this rate.',
              'В настройке taxKeys нет ключа для этой ставки.',
            ),
          ]
        : []),
    ]),
    ...sums(data),
  ]
}

/** What is booked is what is owed: the groups together are the total. */
function sums({ taxes, totals }: Invoice): readonly Lack[] {
  if (totals.gross === null || taxes.some(({ base, amount }) => base === null || amount === null)) return []
  const booked = taxes.reduce((sum, { base, amount }) => sum.plus(base!).plus(amount!), new Decimal(0))
  if (taxes.length === 0 || booked.equals(totals.gross)) return []
  return [
    refused(
      ['totals.gross', 'taxes[].base', 'taxes[].amount'],
      null,
      'The VAT groups do not add up to the total.',
      'Группы НДС не дают итога.',
    ),
  ]
}
