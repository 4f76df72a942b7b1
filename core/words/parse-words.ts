import { numberWord, splitGerman } from './number-words.ts'

export interface AmountInWords {
  /** Decimal string with two decimals. */
  readonly value: string
  readonly currency: string | null
}

const MAJOR: readonly (readonly [RegExp, string])[] = [
  [/^руб(?:л[а-я]+)?$/, 'RUB'],
  [/^(?:евро|euros?)$/, 'EUR'],
  [/^тенге$/, 'KZT'],
  [/^(?:доллар[а-я]*|dollars?)$/, ''],
  [/^(?:франк[а-я]*|franken|francs?)$/, ''],
  [/^pounds?$/, 'GBP'],
]
const MINOR = /^(?:коп(?:е[а-я]+)?|центов|цента?|cents?|pence|rappen)$/

/** Reads an amount written in words (ru, en, de), the minor units in words or digits: «двести рублей 00 коп.». Null when it is none or has unknown words. */
export function amountFromWords(raw: string): AmountInWords | null {
  if (raw.length > 500) return null
  const tokens = tokensOf(raw)
  let words: string[] = []
  let major: number | null = null
  let minor: number | null = null
  let currency: string | null = null
  for (const token of tokens) {
    const name = MAJOR.find(([pattern]) => pattern.test(token))
    if (name && major === null) {
      major = evaluate(words)
      if (major === null) return null
      currency = name[1] === '' ? null : name[1]
      words = []
    } else if (MINOR.test(token)) {
      minor = evaluate(words)
      if (minor === null || minor > 99) return null
      words = []
    } else if (/^\d{2}\/100$/.test(token)) minor = Number(token.slice(0, 2))
    else if (!FILLER.test(token)) words.push(token)
  }
  if (words.length > 0) {
    // Without a currency word the whole text must be one number in words: bare digits are not an amount in words.
    if (major !== null || words.every((w) => /^\d/.test(w))) return null
    major = evaluate(words)
  }
  if (major === null) return null
  return { value: `${major}.${String(minor ?? 0).padStart(2, '0')}`, currency }
}

const FILLER = /^(?:и|and|und|et|only|ровно|всего|сумма|прописью)$/

/** Lower case, ё → е, only letters, digits and the slash of 00/100. */
export function tokensOf(raw: string): readonly string[] {
  return raw
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/(\d)[ \u00a0\u202f](?=\d{3}(?!\d))/g, '$1')
    .split(/[^\p{L}\d/]+/u)
    .filter((token) => token !== '' && token !== '/')
}

/** Value of number words or one run of digits; null when a word is unknown, out of order, or there is none. */
function evaluate(tokens: readonly string[]): number | null {
  if (tokens.length === 1 && /^\d+$/.test(tokens[0]!)) return Number(tokens[0])
  const words = tokens.flatMap((token) => (numberWord(token) ? [token] : (splitGerman(token) ?? [token])))
  if (words.length === 0) return null
  let total = 0
  let group = 0
  for (const word of words) {
    if (word === 'und') continue
    const number = numberWord(word)
    if (!number) return null
    if (!number.scale) group += number.value
    else if (number.value === 100) group = (group || 1) * 100
    else {
      total += (group || 1) * number.value
      group = 0
    }
  }
  return total + group
}
