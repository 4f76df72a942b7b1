import { amountOf, type Said, type Transfer } from './payload.ts'

const IBAN = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/
const BIC = /^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$/

/** EPC069-12 («GiroCode»): BCD, version, character set, SCT, BIC, name, IBAN, amount, purpose, structured or free reference. */
export function readEpc(text: string): Transfer | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  if (lines[0] !== 'BCD' || !/^00[12]$/.test(lines[1] ?? '') || lines[3] !== 'SCT') return null
  const [name, iban] = [said(lines[5]), ibanOf(lines[6])]
  if (!name || !iban) return null
  const money = /^EUR(\d[\d.]*)$/.exec(lines[7] ?? '')
  const amount = money ? amountOf(money[1]!) : null
  return {
    kind: 'epc',
    name,
    iban,
    bic: BIC.test(lines[4] ?? '') ? said(lines[4]) : null,
    amount: amount === null ? null : { value: amount, raw: lines[7]! },
    // The scheme knows no other currency.
    currency: amount === null ? null : { value: 'EUR', raw: lines[7]! },
    reference: said(lines[9]) ?? said(lines[10]),
  }
}

/** Swiss QR-bill: fixed line numbers, creditor from 4, amount 18, currency 19, reference type and reference 27 and 28 (counted from 0). */
export function readSwissBill(text: string): Transfer | null {
  const lines = text.split(/\r?\n/).map((line) => line.trim())
  if (lines[0] !== 'SPC' || !/^02\d\d$/.test(lines[1] ?? '')) return null
  const [name, iban, currency] = [said(lines[5]), ibanOf(lines[3]), lines[19]]
  if (!name || !iban || !/^(CH|LI)/.test(iban.value) || (currency !== 'CHF' && currency !== 'EUR')) return null
  const amount = amountOf(lines[18] ?? '')
  return {
    kind: 'swiss',
    name,
    iban,
    bic: null,
    amount: amount === null ? null : { value: amount, raw: lines[18]! },
    currency: { value: currency, raw: currency },
    reference: lines[27] === 'NON' ? null : said(lines[28]),
  }
}

function said(text: string | undefined): Said | null {
  return text ? { value: text, raw: text } : null
}

function ibanOf(text: string | undefined): Said | null {
  const value = (text ?? '').replace(/\s/g, '').toUpperCase()
  return IBAN.test(value) ? { value, raw: text! } : null
}
