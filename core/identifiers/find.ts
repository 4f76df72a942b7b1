import { ibanLength, validBic, validIban } from './banking.ts'
import { validBik, validInn, validKpp, validOgrn } from './russian.ts'
import { plainVatId, validVatId } from './vat.ts'

export type IdentifierKind = 'iban' | 'bic' | 'vatId' | 'inn' | 'kpp' | 'ogrn' | 'bik' | 'account' | 'corrAccount'

/** An identifier found in running text. `start` and `end` are offsets in the text; `valid` null = nothing to check (account without its БИК). */
export interface FoundIdentifier {
  readonly kind: IdentifierKind
  readonly value: string
  readonly valid: boolean | null
  readonly start: number
  readonly end: number
}

const IBAN = /(?<![A-Z0-9])[A-Z]{2}\d{2}(?:[ .-]?[A-Z0-9]){11,30}/g
const VAT =
  /(?<![\p{L}\d])(?:ATU|BE|BG|CHE-?|CY|CZ|DE|DK|EE|EL|GR|ES|FI|FR|GB|XI|HR|HU|IE|IT|LT|LU|LV|MT|NL|NO|PL|PT|RO|SE|SI|SK)[ .]?[0-9A-Z](?:[ .-]?[0-9A-Z]){5,12}(?:\s?(?:MWST|TVA|IVA))?(?![\p{L}\d])/gu
const GSTIN = /(?<![\p{L}\d])\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z](?![\p{L}\d])/gu
const BIC = /(?<![A-Z0-9])[A-Z]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?(?![A-Z0-9])/g
const DIGITS = /(?<!\d)\d[\d ]{7,24}\d(?!\d)/g

/** All identifiers a text line shows by form and checksum. Captions decide between what is possible: a valid 10-digit number need not be an ИНН. */
export function findIdentifiers(text: string): readonly FoundIdentifier[] {
  if (!/\d|[A-Z]{6}/.test(text)) return []
  const found: FoundIdentifier[] = [...findIbans(text)]
  const free = (start: number, end: number) => !found.some((f) => start < f.end && end > f.start)
  for (const match of text.matchAll(VAT)) {
    const end = match.index + match[0].length
    const value = plainVatId(match[0])
    const valid = validVatId(value)
    if (valid !== null && (valid || /(?:\d.*){6}/.test(value)) && free(match.index, end))
      found.push({ kind: 'vatId', value, valid, start: match.index, end })
  }
  for (const match of text.matchAll(GSTIN)) {
    const valid = validVatId(match[0])
    if (valid !== null) found.push({ kind: 'vatId', value: match[0], valid, start: match.index, end: match.index + match[0].length })
  }
  for (const match of text.matchAll(BIC)) {
    const end = match.index + match[0].length
    if (validBic(match[0]) && hasBanks(match[0].slice(4, 6)) && free(match.index, end))
      found.push({ kind: 'bic', value: match[0], valid: true, start: match.index, end })
  }
  for (const match of text.matchAll(DIGITS)) {
    // One identifier printed in groups, or several beside each other.
    const whole = kindOfDigits(match[0].replaceAll(' ', ''))
    for (const part of whole ? [{ index: 0, 0: match[0] }] : match[0].matchAll(/\d+/g)) {
      const kind = kindOfDigits(part[0].replaceAll(' ', ''))
      const start = match.index + part.index
      if (kind && free(start, start + part[0].length)) found.push({ ...kind, start, end: start + part[0].length })
    }
  }
  return found
}

// Countries with banks that have no IBAN. Any word of eight capitals looks like a BIC («RECHNUNG» would be a bank on Niue).
const WITHOUT_IBAN = new Set('US CA AU NZ JP CN HK SG IN KR TW TH MY ID PH VN ZA NG KE MX AR CL CO PE UY UZ KG TJ TM AM LK BD'.split(' '))

function hasBanks(country: string): boolean {
  return ibanLength(country) !== null || WITHOUT_IBAN.has(country)
}

/** IBANs may be printed in groups; the country's length says where one ends. */
function findIbans(text: string): readonly FoundIdentifier[] {
  return [...text.matchAll(IBAN)].flatMap((match) => {
    const length = ibanLength(match[0].slice(0, 2))
    if (length === null) return []
    let end = 0
    let value = ''
    while (end < match[0].length && value.length < length) {
      const character = match[0][end++]!
      if (/[A-Z0-9]/.test(character)) value += character
    }
    if (value.length < length) return []
    return [{ kind: 'iban' as const, value, valid: validIban(value), start: match.index, end: match.index + end }]
  })
}

function kindOfDigits(value: string): { readonly kind: IdentifierKind; readonly value: string; readonly valid: boolean | null } | null {
  switch (value.length) {
    case 9:
      return validBik(value) ? { kind: 'bik', value, valid: true } : validKpp(value) ? { kind: 'kpp', value, valid: true } : null
    case 10:
    case 12:
      return { kind: 'inn', value, valid: validInn(value) }
    case 13:
    case 15:
      return validOgrn(value) ? { kind: 'ogrn', value, valid: true } : null
    case 20:
      return { kind: value.startsWith('301') || value.startsWith('40102') ? 'corrAccount' : 'account', value, valid: null }
    default:
      return null
  }
}
