import { type CodePayload, readCode, type Said } from '../../core/codes/index.ts'
import type { Candidate } from '../../core/field.ts'
import type { Code, Reading } from '../../core/reading.ts'

/**
 * Candidates from payment QR codes; the evidence is the code's place. The payee's name is left out: the page prints it in full, and the payee
 * need not be the seller (factoring). A receipt's code says nothing about an invoice.
 */
export function readInvoiceCodes(reading: Reading): readonly Candidate[] {
  return reading.pages.flatMap(({ index, codes = [] }) =>
    codes.flatMap((code) => {
      const payload = readCode(code.text)
      return payload ? valuesOf(payload).flatMap(([path, said]) => (said ? [candidate(path, said, index, code)] : [])) : []
    }),
  )
}

function valuesOf(payload: CodePayload): readonly (readonly [string, Said | null])[] {
  if (payload.kind === 'ru-receipt') return []
  if (payload.kind === 'ru-payment') {
    const { account, bankName, bik, corrAccount, sum, inn, kpp } = payload
    return [
      ['payment.account', account],
      ['payment.bankName', bankName],
      ['payment.bik', bik],
      ['payment.corrAccount', corrAccount.value === '0' ? null : corrAccount],
      ['totals.due', sum],
      ['seller.inn', inn],
      ['seller.kpp', kpp],
    ]
  }
  const { iban, bic, amount, currency, reference } = payload
  return [
    ['payment.iban', iban],
    ['payment.bic', bic],
    ['totals.due', amount],
    ['currency', currency],
    ['payment.reference', reference],
  ]
}

function candidate(path: string, { value, raw }: Said, page: number, { box }: Code): Candidate {
  return { path, value, raw, source: 'qr', extractor: 'qr', score: 0.98, evidence: [{ page, box, text: raw }] }
}
