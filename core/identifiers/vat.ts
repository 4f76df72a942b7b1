import { digitsOf, luhn, mod11and10, mod97, weighted } from './checksums.ts'
import { GSTIN_FORM, validGstin } from './indian.ts'
import { validInn } from './russian.ts'
import { validBulgarian, validCypriot, validCzech, validIrish, validLatvian, validLithuanian, validSpanish } from './vat-kinds.ts'

/** Format of a VAT id after its country prefix and its check, where one is published. */
interface VatRule {
  readonly format: RegExp
  readonly check?: (body: string) => boolean
}

const digits = digitsOf
const last = (body: string): number => Number(body.at(-1))

const RULES: Readonly<Record<string, VatRule>> = {
  AT: { format: /^U\d{8}$/, check: (b) => (10 - ((luhnSum(b.slice(1, 8)) + 4) % 10)) % 10 === last(b) },
  BE: { format: /^(0[1-9]|1\d)\d{8}$/, check: (b) => 97 - (Number(b.slice(0, 8)) % 97) === Number(b.slice(8)) },
  BG: { format: /^\d{9,10}$/, check: validBulgarian },
  CH: { format: /^E\d{9}$/, check: (b) => (11 - (weighted(digits(b.slice(1, 9)), [5, 4, 3, 2, 7, 6, 5, 4]) % 11)) % 11 === last(b) },
  CY: { format: /^\d{8}[A-Z]$/, check: validCypriot },
  CZ: { format: /^\d{8,10}$/, check: validCzech },
  DE: { format: /^[1-9]\d{8}$/, check: (b) => mod11and10(digits(b)) },
  DK: { format: /^[1-9]\d{7}$/, check: (b) => weighted(digits(b), [2, 7, 6, 5, 4, 3, 2, 1]) % 11 === 0 },
  EE: { format: /^10\d{7}$/, check: (b) => weighted(digits(b), [3, 7, 1, 3, 7, 1, 3, 7, 1]) % 10 === 0 },
  EL: { format: /^\d{9}$/, check: (b) => (weighted(digits(b.slice(0, 8)), [256, 128, 64, 32, 16, 8, 4, 2]) % 11) % 10 === last(b) },
  ES: { format: /^([A-Z]\d{7}[0-9A-Z]|\d{8}[A-Z])$/, check: validSpanish },
  FI: { format: /^\d{8}$/, check: (b) => (11 - (weighted(digits(b.slice(0, 7)), [7, 9, 10, 5, 8, 4, 2]) % 11)) % 11 === last(b) },
  FR: { format: /^[0-9A-HJ-NP-Z]{2}\d{9}$/, check: validFrench },
  GB: { format: /^(\d{9}|\d{12}|GD\d{3}|HA\d{3})$/, check: validBritish },
  HR: { format: /^\d{11}$/, check: (b) => mod11and10(digits(b)) },
  HU: { format: /^\d{8}$/, check: (b) => weighted(digits(b), [9, 7, 3, 1, 9, 7, 3, 1]) % 10 === 0 },
  IE: { format: /^(\d{7}[A-W][A-IW]?|\d[A-Z+*]\d{5}[A-W])$/, check: validIrish },
  IT: { format: /^\d{11}$/, check: validItalian },
  LT: { format: /^(\d{9}|\d{12})$/, check: validLithuanian },
  LU: { format: /^\d{8}$/, check: (b) => Number(b.slice(0, 6)) % 89 === Number(b.slice(6)) },
  LV: { format: /^\d{11}$/, check: validLatvian },
  MT: { format: /^[1-9]\d{7}$/, check: (b) => 37 - (weighted(digits(b.slice(0, 6)), [3, 4, 6, 7, 8, 9]) % 37) === Number(b.slice(6)) },
  NL: { format: /^[0-9A-Z+*]{9}B\d{2}$/, check: validDutch },
  NO: {
    format: /^\d{9}(MVA)?$/,
    check: (b) => (11 - (weighted(digits(b.slice(0, 8)), [3, 2, 7, 6, 5, 4, 3, 2]) % 11)) % 11 === Number(b[8]),
  },
  PL: { format: /^\d{10}$/, check: (b) => weighted(digits(b.slice(0, 9)), [6, 5, 7, 2, 3, 4, 5, 6, 7]) % 11 === last(b) },
  PT: {
    format: /^[1-9]\d{8}$/,
    check: (b) => ((11 - (weighted(digits(b.slice(0, 8)), [9, 8, 7, 6, 5, 4, 3, 2]) % 11)) % 11) % 10 === last(b),
  },
  RO: {
    format: /^[1-9]\d{1,9}$/,
    check: (b) => ((weighted(digits(b.slice(0, -1).padStart(9, '0')), [7, 5, 3, 2, 1, 7, 5, 3, 2]) * 10) % 11) % 10 === last(b),
  },
  SE: { format: /^\d{10}01$/, check: (b) => luhn(digits(b.slice(0, 10))) },
  SI: { format: /^[1-9]\d{7}$/, check: validSlovenian },
  SK: { format: /^[1-9]\d[2346-9]\d{7}$/, check: (b) => Number(b) % 11 === 0 },
}

/** VAT id as written without spaces and points, upper case; the Swiss suffix MWST/TVA/IVA dropped. */
export function plainVatId(printed: string): string {
  const plain = printed.toUpperCase().replace(/[^A-Z0-9+*]/g, '')
  return /^CHE\d{9}(MWST|TVA|IVA|HR)$/.test(plain) ? plain.slice(0, 12) : plain.replace(/^GR(?=\d{9}$)/, 'EL')
}

/**
 * Whether a VAT id with its country prefix has the country's format and check digits.
 * Null: the country is not in the table, so nothing can be said. Russian ИНН may come with `RU` or, as in УПД data, bare; an Indian GST
 * registration has no prefix.
 */
export function validVatId(id: string): boolean | null {
  const plain = plainVatId(id)
  if (/^\d+$/.test(plain)) return plain.length === 10 || plain.length === 12 ? validInn(plain) : null
  if (GSTIN_FORM.test(plain)) return validGstin(plain)
  if (plain.startsWith('RU')) return validInn(plain.slice(2))
  if (plain.startsWith('XI')) return validVatId(`GB${plain.slice(2)}`)
  const rule = RULES[plain.slice(0, 2)]
  if (!rule) return null
  const body = plain.slice(2)
  return rule.format.test(body) && !/^\D?0+$/.test(body) && (rule.check?.(body) ?? true)
}

/** Sum of a Luhn-like code: every second digit doubled, digits of the product added (weights 1, 2, 1 … from the left). */
function luhnSum(body: string): number {
  return digits(body).reduce((sum, digit, i) => sum + (i % 2 === 0 ? digit : Math.floor((digit * 2) / 10) + ((digit * 2) % 10)), 0)
}

/** Keys with letters (newer ids) have no published table here: the SIREN inside is checked instead. */
function validFrench(body: string): boolean {
  const siren = body.slice(2)
  if (!/^\d{2}/.test(body)) return luhn(digits(siren))
  // The key alone decides: a few bodies (Monaco) have a SIREN that is no Luhn number.
  return (12 + 3 * (Number(siren) % 97)) % 97 === Number(body.slice(0, 2))
}

/** Digits 8–10 are the office of issue: 001–201, 888 or 999. */
function validItalian(body: string): boolean {
  const office = Number(body.slice(7, 10))
  return luhn(digits(body)) && !body.startsWith('0000000') && ((office >= 1 && office <= 201) || office === 888 || office === 999)
}

/** A difference of ten is written 0; eleven is never issued. */
function validSlovenian(body: string): boolean {
  const difference = 11 - (weighted(digits(body.slice(0, 7)), [8, 7, 6, 5, 4, 3, 2]) % 11)
  return (difference === 10 ? 0 : difference) === last(body)
}

function validBritish(body: string): boolean {
  if (/^(GD|HA)/.test(body)) return body.startsWith('GD') ? Number(body.slice(2)) < 500 : Number(body.slice(2)) >= 500
  const number = Number(body.slice(0, 7))
  if (Number(body.slice(7, 9)) > 96) return false
  const sum = weighted(digits(body.slice(0, 7)), [8, 7, 6, 5, 4, 3, 2]) + Number(body.slice(7, 9))
  // The old check was given out in certain ranges only, the new one ("9755") above a million.
  const old = number < 100_000 || (number > 999_999 && number < 9_490_001) || (number > 9_700_000 && number < 9_990_001)
  return (old && sum % 97 === 0) || (number > 1_000_000 && (sum + 55) % 97 === 0)
}

/** Companies keep the citizen-number check (mod 11), sole traders since 2020 have MOD 97-10 over the whole id. */
function validDutch(body: string): boolean {
  const bsn = /^\d{9}/.test(body) && weighted(digits(body.slice(0, 8)), [9, 8, 7, 6, 5, 4, 3, 2]) % 11 === Number(body[8])
  return bsn || (/^[0-9A-Z]+$/.test(body) && mod97(`NL${body}`) === 1)
}

/** УНП of Belarus, 9 digits. */
export function validUnp(unp: string): boolean {
  if (!/^\d{9}$/.test(unp)) return false
  const rest = weighted(digits(unp.slice(0, 8)), [29, 23, 19, 17, 13, 7, 5, 3]) % 11
  return rest < 10 && rest === last(unp)
}

/** БИН or ИИН of Kazakhstan, 12 digits. */
export function validBin(bin: string): boolean {
  if (!/^\d{12}$/.test(bin)) return false
  const body = digits(bin.slice(0, 11))
  const first = weighted(body, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]) % 11
  const key = first === 10 ? weighted(body, [3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2]) % 11 : first
  return key < 10 && key === last(bin)
}
