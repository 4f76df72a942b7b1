import { plainVatId, validAccount, validCorrAccount, validIban, validInn, validOgrn, validVatId } from '../core/identifiers/index.ts'
import type { Random } from './random.ts'

/** Region 98 is given to nobody: right check digits, no real owner. */
const REGION = '98'

export function inn(random: Random): string {
  const body = `${REGION}${random.digits(7)}`
  return complete((check) => `${body}${check}`, 10, validInn)
}

export function kpp(random: Random): string {
  return `${REGION}${random.digits(2)}01001`
}

export function ogrn(random: Random): string {
  const body = `1${random.int(10, 25)}${REGION}${random.digits(7)}`
  return complete((check) => `${body}${check}`, 10, validOgrn)
}

export interface RussianBank {
  readonly bik: string
  readonly corrAccount: string
  readonly account: string
}

/** `currency` is the digits 6–8 of the account: 810, 978, 156. */
export function russianBank(random: Random, currency: string): RussianBank {
  const bik = `04${REGION}${random.digits(2)}${random.int(700, 899)}`
  const tail = random.digits(10)
  return {
    bik,
    corrAccount: complete(
      (key) => `30101810${key}00000000${bik.slice(6)}`,
      10,
      (account) => validCorrAccount(account, bik),
    ),
    account: complete(
      (key) => `40702${currency}${key}0${tail}`,
      10,
      (account) => validAccount(account, bik) === true,
    ),
  }
}

/** An IBAN of a bank that does not exist (German bank codes never start with 9, code 99999 is free in France). */
export function iban(random: Random, country: 'DE' | 'FR' | 'GB'): string {
  const bank = { DE: '99098100', FR: '9999900001', GB: 'SPEC990000' }[country]
  const rest = { DE: 10, FR: 13, GB: 8 }[country]
  const body = bank + random.digits(rest)
  // Check digits run from 02 to 98; 00 would pass the remainder and still be no IBAN.
  return complete((check) => `${country}${String(check + 2).padStart(2, '0')}${body}`, 97, validIban)
}

export function vatId(random: Random, country: 'DE' | 'FR' | 'GB'): string {
  if (country === 'GB') return completeWithRetry(random, (body, check) => `GB${body}${String(check).padStart(2, '0')}`, 7, 100)
  if (country === 'DE') return completeWithRetry(random, (body, check) => `DE9${body}${check}`, 7, 10)
  const number = siren(random)
  return complete(
    (check) => `FR${String(check).padStart(2, '0')}${number}`,
    100,
    (id) => validVatId(plainVatId(id)) === true,
  )
}

/** SIREN: nine digits that pass the Luhn check. */
export function siren(random: Random): string {
  const body = `99${random.digits(6)}`
  return complete((check) => `${body}${check}`, 10, luhn)
}

function luhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const doubled = Number(digit) * (i % 2 === 1 ? 2 : 1)
    return total + (doubled > 9 ? doubled - 9 : doubled)
  }, 0)
  return sum % 10 === 0
}

function complete(build: (check: number) => string, choices: number, valid: (id: string) => boolean): string {
  const found = Array.from({ length: choices }, (_, check) => build(check)).find(valid)
  if (!found) throw new RangeError('No check digit completes this number')
  return found
}

/** Some bodies have no check digit (a remainder of 10): another body is drawn. */
function completeWithRetry(random: Random, build: (body: string, check: number) => string, digits: number, choices: number): string {
  for (;;) {
    const body = random.digits(digits)
    const found = Array.from({ length: choices }, (_, check) => build(body, check)).find((id) => validVatId(plainVatId(id)) === true)
    if (found) return found
  }
}
