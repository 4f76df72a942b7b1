import { digitsOf, weighted } from './checksums.ts'

const INN10 = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const INN11 = [7, ...INN10]
const INN12 = [3, ...INN11]

/** ИНН of 10 (organisation) or 12 digits (person). One random string in ten passes the short one: it is support, not proof. */
export function validInn(inn: string): boolean {
  if (!/^(?!00)(\d{10}|\d{12})$/.test(inn)) return false
  const digits = digitsOf(inn)
  const check = (weights: readonly number[]) => (weighted(digits.slice(0, weights.length), weights) % 11) % 10 === digits[weights.length]
  return digits.length === 10 ? check(INN10) : check(INN11) && check(INN12)
}

/** КПП has no checksum. */
export function validKpp(kpp: string): boolean {
  return /^(?!00)\d{4}[0-9A-Z]{2}\d{3}$/.test(kpp)
}

/** ОГРН of 13 digits (organisation) or ОГРНИП of 15 (sole trader). */
export function validOgrn(ogrn: string): boolean {
  if (/^\d{13}$/.test(ogrn)) return (Number(ogrn.slice(0, 12)) % 11) % 10 === Number(ogrn[12])
  return /^3\d{14}$/.test(ogrn) && (Number(ogrn.slice(0, 14)) % 13) % 10 === Number(ogrn[14])
}

/** Whether a valid ОГРН begins with a digit that the register uses (1 or 5; ОГРНИП 3). */
export function usualOgrn(ogrn: string): boolean {
  return ogrn.length === 15 ? ogrn.startsWith('3') : /^[15]/.test(ogrn)
}

/** БИК: banks start with 04, treasury bodies with 00 or 01. */
export function validBik(bik: string): boolean {
  return /^0[014]\d{7}$/.test(bik)
}

const KEY_WEIGHTS = [7, 1, 3]
const keyed = (text: string): boolean => digitsOf(text).reduce((sum, digit, i) => sum + ((digit * KEY_WEIGHTS[i % 3]!) % 10), 0) % 10 === 0

/** Key of a 20-digit settlement account with its bank's БИК; null where the key does not apply (treasury accounts 03…). */
export function validAccount(account: string, bik: string): boolean | null {
  if (!/^\d{20}$/.test(account) || !/^\d{9}$/.test(bik)) return false
  if (account.startsWith('03')) return null
  // ЕКС and correspondent accounts, and all accounts in banks whose БИК ends 000..002, take the key of the Central Bank's body.
  if (account.startsWith('301') || account.startsWith('40102') || /00[012]$/.test(bik)) return validCorrAccount(account, bik)
  return keyed(bik.slice(6) + account)
}

/** Key of a correspondent account (301…) or single treasury account (40102…) with the БИК. */
export function validCorrAccount(account: string, bik: string): boolean {
  if (!/^\d{20}$/.test(account) || !/^\d{9}$/.test(bik)) return false
  if (account.startsWith('301') && account.slice(17) !== bik.slice(6)) return false
  return keyed(`0${bik.slice(4, 6)}${account}`)
}

/** СНИЛС, with or without its dashes and space. Numbers up to 001-001-998 carry no checksum. */
export function validSnils(snils: string): boolean {
  const text = snils.replace(/[\s-]/g, '')
  if (!/^\d{11}$/.test(text)) return false
  if (Number(text.slice(0, 9)) <= 1_001_998) return true
  const sum = weighted(digitsOf(text.slice(0, 9)), [9, 8, 7, 6, 5, 4, 3, 2, 1]) % 101
  return sum % 100 === Number(text.slice(9))
}

/** Splits «7707083893/773601001»; null when it is not such a pair. */
export function splitInnKpp(text: string): { readonly inn: string; readonly kpp: string | null } | null {
  const pair = /(?<!\d)(\d{10}|\d{12})\s*[/\\]\s*(\d{4}[0-9A-Z]{2}\d{3})?(?!\d)/.exec(text)
  return pair ? { inn: pair[1]!, kpp: pair[2] ?? null } : null
}
