import { Decimal } from 'decimal.js'
import { amountFromWords } from '../words/parse-words.ts'
import { plainCharacters } from './characters.ts'
import { minorUnits, takeCurrency } from './currency.ts'
import { type NumberContext, parseNumber } from './number.ts'
import { type Invalid, invalid, type Parsed } from './parsed.ts'

export interface MoneyContext extends NumberContext {
  /** Currency of the document when the amount names none; decides the decimals of `KWD` and `JPY`. */
  readonly currency?: string | null
  /** ISO 3166-1 alpha-2, evidence for `$`, `¥`, `kr`. */
  readonly country?: string | null
}

/** An amount as read. `currency` is what the text itself names, else null. */
export type Money =
  | { readonly kind: 'value'; readonly value: string; readonly currency: string | null; readonly repaired: boolean }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[]; readonly currency: string | null; readonly repaired: boolean }
  | Invalid

const PLAIN = /^-?\d[\d ., ']*$/
const SCALES: readonly (readonly [RegExp, number])[] = [
  [/\s(?:тыс\.?|тысяч[аи]?|tsd\.?|thousand)(?!\p{L})/iu, 3],
  [/\s(?:млн\.?|миллион(?:ов|а)?|mio\.?|million(?:en|s)?|mln\.?)(?!\p{L})/iu, 6],
  [/\s(?:млрд\.?|миллиард(?:ов|а)?|mrd\.?|milliarden?|billions?)(?!\p{L})/iu, 9],
]
const MAJOR_MINOR =
  /^(.*\d)\s*(?:рубл(?:ей|я|ь)|руб\.?|р\.?|₽|euros?|€|евро)\s*,?\s*(\d{1,2})\s*(?:копе[а-я]+|коп\.?|к\.?|cents?|центов|цент[а]?)\.?$/iu

/** Reads a printed amount with its currency, kopecks, scale words or, where digits are missing, its words. */
export function parseMoney(raw: string, context: MoneyContext = {}): Money {
  const text = plainCharacters(raw)
  if (text === '') return invalid('EMPTY')
  const amount: MoneyContext = { kind: 'amount', ...context }
  if (PLAIN.test(text)) return money(parseNumber(text, forCurrency(amount, null)), null)

  // The words in brackets repeat the digits: «1 200 (Одна тысяча двести) рублей 50 копеек».
  const digits = text.replace(/\s*\(\s*\p{L}[^)]*\)\s*/gu, ' ').trim()
  if (!/\d\D*\S/.test(digits) || !/^\D{0,12}\d/.test(digits)) return fromWords(text)
  const pair = MAJOR_MINOR.exec(digits)
  if (pair) return withMinor(pair[1]!, pair[2]!, digits, amount)

  const { currency, rest } = takeCurrency(digits, context.country ?? null)
  for (const [word, exponent] of SCALES) if (word.test(rest)) return scaled(rest.replace(word, ''), exponent, currency, amount)
  const parsed = money(parseNumber(rest, forCurrency(amount, currency)), currency)
  return parsed.kind === 'invalid' ? fromWords(text) : parsed
}

/** A currency with three decimals (or none) settles "1,234". */
function forCurrency(context: MoneyContext, currency: string | null): NumberContext {
  const places = minorUnits(currency ?? context.currency ?? null)
  if (places === 3 && context.decimal) return { ...context, kind: 'price' }
  return context
}

function money(parsed: Parsed, currency: string | null): Money {
  return parsed.kind === 'invalid' ? parsed : { ...parsed, currency }
}

function withMinor(whole: string, minor: string, text: string, context: MoneyContext): Money {
  const parsed = parseNumber(whole, { ...context, kind: 'amount' })
  if (parsed.kind === 'invalid') return parsed
  const value = (parsed.kind === 'value' ? parsed.value : parsed.candidates[0]!).replace(/\.0*$/, '')
  if (value.includes('.')) return invalid('NOT_A_NUMBER')
  return { kind: 'value', value: `${value}.${minor.padStart(2, '0')}`, currency: takeCurrency(text).currency, repaired: parsed.repaired }
}

/** "1,5 млн" is a decimal number, whatever the column. */
function scaled(text: string, exponent: number, currency: string | null, context: MoneyContext): Money {
  const parsed = parseNumber(text, { ...context, kind: 'quantity' })
  if (parsed.kind === 'invalid') return parsed
  const value = parsed.kind === 'value' ? parsed.value : parsed.candidates[0]!
  return { kind: 'value', value: new Decimal(value).times(new Decimal(10).pow(exponent)).toFixed(2), currency, repaired: parsed.repaired }
}

function fromWords(text: string): Money {
  const words = amountFromWords(text)
  return words ? { kind: 'value', value: words.value, currency: words.currency, repaired: false } : invalid('NOT_A_NUMBER')
}
