import { digitsOf, gs1, luhn, mod97 } from './checksums.ts'

// Length of an IBAN per country (SWIFT IBAN registry).
const IBAN_LENGTH: Readonly<Record<string, number>> = Object.fromEntries(
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
)

/** IBAN without spaces, upper case. */
export function validIban(iban: string): boolean {
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]+$/.test(iban) || iban.length !== IBAN_LENGTH[iban.slice(0, 2)]) return false
  return mod97(iban.slice(4) + iban.slice(0, 4)) === 1
}

/** Characters an IBAN of this country has; null = no such country. */
export function ibanLength(country: string): number | null {
  return IBAN_LENGTH[country] ?? null
}

/** Bank and account inside a Russian IBAN. */
export function accountOfRussianIban(iban: string): { readonly bik: string; readonly account: string } | null {
  return /^RU\d{31}$/.test(iban) ? { bik: iban.slice(4, 13), account: iban.slice(13) } : null
}

/** Format only: BIC has no checksum. */
export function validBic(bic: string): boolean {
  return /^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$/.test(bic)
}

/** ISO 11649 creditor reference. */
export function validCreditorReference(reference: string): boolean {
  return /^RF\d{2}[A-Z0-9]{1,21}$/.test(reference) && mod97(reference.slice(4) + reference.slice(0, 4)) === 1
}

/** ISO 17442 legal entity identifier. */
export function validLei(lei: string): boolean {
  return /^[A-Z0-9]{18}\d{2}$/.test(lei) && mod97(lei) === 1
}

/** GTIN-8, -12, -13, -14 or GLN. */
export function validGtin(gtin: string): boolean {
  return /^(\d{8}|\d{12,14})$/.test(gtin) && gs1(digitsOf(gtin))
}

/** Payment card number. Never log or store it unmasked. */
export function validCard(card: string): boolean {
  return /^\d{12,19}$/.test(card) && luhn(digitsOf(card))
}
