import { plainCharacters } from './characters.ts'

/** How this document writes numbers and dates; null = no evidence. */
export interface DocumentLocale {
  readonly decimal: '.' | ',' | null
  readonly order: 'dmy' | 'mdy' | null
}

// A number with its separators that is not part of a date, an IP or a phone number. Groups end with three digits: «25.12.98» is a date.
const NUMBER =
  /(?<![\d.,/:-]|\d )\d{1,3}(?:[ .,']?\d{3})*[.,]\d{1,4}(?![\d/:-]|[.,]\d)|(?<![\d.,/:-])\d{1,3}(?:[.,]\d{2,3})+[.,]\d{3}(?:[.,]\d{1,2})?(?![\d/:-]|[.,]\d)/g
const SLASH_DATE = /(?<![\d/])(\d{1,2})[/-](\d{1,2})[/-](\d{4}|\d{2})(?![\d/])/g
const DOTTED_DATE = /(?<![\d.])\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})(?![\d.])/
const AMERICAN = /\b(?:USA|U\.S\.A\.|United States|sales tax|ZIP)\b|\b[A-Z]{2},? \d{5}(?:-\d{4})?\b/i
const DAY_FIRST = /\bVAT\b|\bGST\b|\bIBAN\b|United Kingdom|[А-Яа-яЁё]{3}|\bMwSt\b|\bUSt\b|\bTVA\b/
const QUARTER = 92 // days; issue, delivery and payment of one invoice rarely lie further apart

/** Decides the locale for the whole document from many texts (lines or words): one `1.234,56` settles all numbers, one `25/03/2026` all dates. */
export function detectLocale(texts: readonly string[]): DocumentLocale {
  let proofPoint = 0
  let proofComma = 0
  let hintPoint = 0
  let hintComma = 0
  let dmy = 0
  let mdy = 0
  let american = 0
  let dayFirst = 0
  const open: (readonly [number, number, number])[] = []
  for (const text of texts) {
    if (/\d/.test(text)) {
      const plain = plainCharacters(text)
      for (const [number] of plain.matchAll(NUMBER)) {
        const vote = decimalVote(number)
        if (vote === '.!') proofPoint++
        else if (vote === ',!') proofComma++
        else if (vote === '.') hintPoint++
        else if (vote === ',') hintComma++
      }
      for (const date of plain.matchAll(SLASH_DATE)) {
        if (Number(date[1]) > 12 && Number(date[2]) <= 12) dmy++
        if (Number(date[2]) > 12 && Number(date[1]) <= 12) mdy++
        if (Number(date[1]) <= 12 && Number(date[2]) <= 12) open.push([Number(date[1]), Number(date[2]), Number(date[3])])
      }
      if (DOTTED_DATE.test(plain)) dayFirst++
    }
    if (AMERICAN.test(text)) american++
    if (DAY_FIRST.test(text)) dayFirst++
  }
  const decimal = majority(proofPoint, proofComma) ?? majority(hintPoint, hintComma)
  const hints = { american, dayFirst: dayFirst + (decimal === ',' ? 1 : 0) }
  return { decimal, order: dateOrder(dmy, mdy, hints) ?? orderBySpread(open) }
}

/** `.!` = the text proves the point; `.` = it suggests it; null = says nothing ("1.234"). */
function decimalVote(number: string): '.!' | ',!' | '.' | ',' | null {
  const points = number.split('.').length - 1
  const commas = number.split(',').length - 1
  const last = number.lastIndexOf('.') > number.lastIndexOf(',') ? '.' : ','
  if (points > 0 && commas > 0) return `${last}!`
  if (points > 1) return ',!'
  if (commas > 1) return '.!'
  const fraction = number.length - 1 - Math.max(number.lastIndexOf('.'), number.lastIndexOf(','))
  if (/[ ']/.test(number)) return `${last}!`
  return fraction === 3 ? null : last
}

function majority(point: number, comma: number): '.' | ',' | null {
  if (point === comma) return null
  if (Math.max(point, comma) < 2 * Math.min(point, comma)) return null
  return point > comma ? '.' : ','
}

/** Proof by a date, else the clear majority of lines that hint at a country: one stamp or one customer abroad settles nothing against several. */
function dateOrder(dmy: number, mdy: number, hints: { readonly american: number; readonly dayFirst: number }): 'dmy' | 'mdy' | null {
  if (dmy !== mdy) return dmy > mdy ? 'dmy' : 'mdy'
  if (hints.dayFirst > 2 * hints.american) return 'dmy'
  return hints.american > 2 * hints.dayFirst ? 'mdy' : null
}

/** 04/04 and 04/11 are a week apart in one order and seven months in the other. */
function orderBySpread(open: readonly (readonly [number, number, number])[]): 'dmy' | 'mdy' | null {
  const spread = (days: readonly number[]) => (Math.max(...days) - Math.min(...days)) / 86_400_000
  const dmy = spread(open.map(([day, month, year]) => Date.UTC(year, month - 1, day)))
  const mdy = spread(open.map(([month, day, year]) => Date.UTC(year, month - 1, day)))
  if (open.length < 2 || dmy <= QUARTER === mdy <= QUARTER) return null
  return dmy <= QUARTER ? 'dmy' : 'mdy'
}

/** Conventions of a BCP 47 language tag. Plain `en` says nothing about the order of day and month. */
export function localeOf(tag: string): DocumentLocale {
  const [language = '', region = ''] = tag.split('-')
  if (language === 'en') return { decimal: '.', order: region === '' ? null : region.toUpperCase() === 'US' ? 'mdy' : 'dmy' }
  return { decimal: region.toUpperCase() === 'CH' || region.toUpperCase() === 'LI' ? '.' : ',', order: 'dmy' }
}
