import { plainCharacters } from './characters.ts'

// Printed forms that name one currency by themselves. Lower case.
const NAMES: Readonly<Record<string, string>> = {
  '₽': 'RUB',
  руб: 'RUB',
  'руб.': 'RUB',
  рублей: 'RUB',
  рубля: 'RUB',
  рубль: 'RUB',
  рублях: 'RUB',
  'р.': 'RUB',
  р: 'RUB',
  rur: 'RUB',
  'российский рубль': 'RUB',
  '€': 'EUR',
  евро: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  '£': 'GBP',
  us$: 'USD',
  'долл. сша': 'USD',
  'долларов сша': 'USD',
  'доллар сша': 'USD',
  zł: 'PLN',
  kč: 'CZK',
  ft: 'HUF',
  'fr.': 'CHF',
  sfr: 'CHF',
  '₸': 'KZT',
  тенге: 'KZT',
  тг: 'KZT',
  '₴': 'UAH',
  грн: 'UAH',
  '₹': 'INR',
  '₪': 'ILS',
  '₩': 'KRW',
  '₫': 'VND',
  '₺': 'TRY',
  юань: 'CNY',
  юаней: 'CNY',
  rm: 'MYR',
  s$: 'SGD',
  a$: 'AUD',
  c$: 'CAD',
  hk$: 'HKD',
  r$: 'BRL',
  лв: 'BGN',
  lei: 'RON',
  'бел. руб.': 'BYN',
}

// Signs shared by several countries: they mean a currency only together with the country.
const BY_COUNTRY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  $: { US: 'USD', CA: 'CAD', AU: 'AUD', NZ: 'NZD', SG: 'SGD', HK: 'HKD', MX: 'MXN' },
  '¥': { JP: 'JPY', CN: 'CNY' },
  kr: { SE: 'SEK', DK: 'DKK', NO: 'NOK', IS: 'ISK' },
  'kr.': { SE: 'SEK', DK: 'DKK', NO: 'NOK', IS: 'ISK' },
}

const CODES = new Set(
  'AED AMD ARS AUD AZN BGN BHD BRL BYN CAD CHF CLP CNY CZK DKK EGP EUR GBP GEL HKD HRK HUF IDR ILS INR IQD ISK JOD JPY KES KGS KRW KWD KZT MAD MDL MXN MYR NGN NOK NZD OMR PHP PLN QAR RON RSD RUB SAR SEK SGD THB TJS TMT TND TRY TWD UAH USD UYU UZS VND ZAR'.split(
    ' ',
  ),
)

// Digits of ОКВ and of account numbers (digits 6–8).
const NUMERIC: Readonly<Record<string, string>> = {
  '643': 'RUB',
  '810': 'RUB',
  '978': 'EUR',
  '840': 'USD',
  '156': 'CNY',
  '398': 'KZT',
  '933': 'BYN',
  '974': 'BYN',
  '826': 'GBP',
  '756': 'CHF',
  '392': 'JPY',
  '980': 'UAH',
  '985': 'PLN',
  '203': 'CZK',
  '949': 'TRY',
  '356': 'INR',
  '784': 'AED',
  '051': 'AMD',
  '944': 'AZN',
  '417': 'KGS',
  '860': 'UZS',
  '344': 'HKD',
}

const TOKEN = new RegExp(
  `(?<![\\p{L}/])(${[...Object.keys(NAMES), ...Object.keys(BY_COUNTRY), ...[...CODES].map((c) => c.toLowerCase())]
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.$]/g, '\\$&'))
    .join('|')})(?![\\p{L}/])`,
  'iu',
)

/** ISO 4217 code named by a printed form or code; null when unknown. `$` alone is not USD: it needs the country (ISO 3166-1 alpha-2). */
export function currencyOf(printed: string, country: string | null = null): string | null {
  const text = plainCharacters(printed)
  const code = text.toUpperCase()
  if (CODES.has(code)) return code
  if (NUMERIC[code]) return NUMERIC[code]
  const name = text.toLowerCase()
  return NAMES[name] ?? NAMES[name.replace(/\.$/, '')] ?? (country ? (BY_COUNTRY[name]?.[country] ?? null) : null)
}

/** The first currency named in a text and the text without it. */
export function takeCurrency(text: string, country: string | null = null): { readonly currency: string | null; readonly rest: string } {
  const found = TOKEN.exec(text)
  if (!found) return { currency: null, rest: text }
  const rest = text.slice(0, found.index) + text.slice(found.index + found[0].length).replace(/^\./, '')
  return { currency: currencyOf(found[1]!, country), rest }
}

/** First currency a text names: `EUR`, `руб.`, `€`. */
export function findCurrency(text: string, country: string | null = null): string | null {
  return takeCurrency(plainCharacters(text), country).currency
}

const MINOR_UNITS: Readonly<Record<string, number>> = {
  JPY: 0,
  KRW: 0,
  CLP: 0,
  ISK: 0,
  VND: 0,
  KWD: 3,
  BHD: 3,
  OMR: 3,
  JOD: 3,
  TND: 3,
  IQD: 3,
}

/** Decimal places of the currency's smallest unit (ISO 4217); 2 when unknown. */
export function minorUnits(currency: string | null): number {
  return currency === null ? 2 : (MINOR_UNITS[currency] ?? 2)
}
