import { digitsForLookAlikes, plainCharacters } from './characters.ts'
import { invalid, type Parsed } from './parsed.ts'

/**
 * What is known about a number's column and document. `decimal`: the document's decimal separator (`detectLocale`), null or absent = unknown.
 * `kind` decides a lone separator before three digits: amounts have two decimals, quantities and prices often three.
 */
export interface NumberContext {
  readonly decimal?: '.' | ',' | null
  readonly kind?: 'amount' | 'quantity' | 'price'
}

const MAX_DIGITS = 15 // more is an account or a bar code, and no schema holds it

/** Reads a bare number (no currency, no unit). The fraction is kept as printed. */
export function parseNumber(raw: string, context: NumberContext = {}): Parsed {
  const plain = plainCharacters(raw)
  if (plain === '') return invalid('EMPTY')
  if (/^[-+(]?[\d., ']*\d[\d., ']*[)=-]?(\d\d)?-?[-.,]*$/.test(plain)) return signed(plain, context, false)
  if (!looksNumeric(plain)) return invalid('NOT_A_NUMBER')
  const repaired = digitsForLookAlikes(plain)
  return signed(repaired, context, true)
}

/** Whether letters in a text can be misread digits: digits outnumber them, they stand alone (only O may repeat), and a code like "B12" has no separator. */
function looksNumeric(text: string): boolean {
  const digits = (text.match(/\d/g) ?? []).length
  const letters = text.match(/\p{L}|\|/gu) ?? []
  if (digits < 2 || digits < letters.length || /(?![OoОо]{2})[\p{L}|]{2}/u.test(text)) return false
  return letters.every((letter) => /[OoОо]/.test(letter)) ? /^[-(]?\d/.test(text) || /[.,]/.test(text) : /\d[.,]|[.,]\d/.test(text)
}

function signed(text: string, context: NumberContext, repaired: boolean): Parsed {
  let body = text
  let negative = false
  const brackets = /^\((.+)\)$/.exec(body)
  if (brackets) {
    negative = true
    body = brackets[1]!.trim()
  }
  if (/^[-+]/.test(body)) {
    negative ||= body.startsWith('-')
    body = body.slice(1).trim()
  }
  // «12 345=» and "1.234,-" mean no minor units; "1.234,56-" (SAP) is negative.
  const round = /^(.*\d)\s*(?:=|[.,]\s?-{1,2})$/.exec(body)
  const dashed = /^([\d ]+)[-=](\d\d)$/.exec(body)
  if (round) return sign(readGroups(round[1]!, context, '.00'), negative, repaired)
  if (dashed) return sign(readGroups(dashed[1]!, context, `.${dashed[2]}`), negative, repaired)
  const trailing = /^(.*\d)\s?-$/.exec(body)
  if (trailing) return sign(readGroups(trailing[1]!, context, ''), true, repaired)
  return sign(readGroups(body.replace(/[.,]$/, ''), context, ''), negative, repaired)
}

function sign(parsed: readonly string[] | null, negative: boolean, repaired: boolean): Parsed {
  if (parsed === null || parsed.some((value) => value.split('.')[0]!.length > MAX_DIGITS)) return invalid('NOT_A_NUMBER')
  const values = parsed.map((value) => (negative && /[1-9]/.test(value) ? `-${value}` : value))
  return values.length === 1 ? { kind: 'value', value: values[0]!, repaired } : { kind: 'ambiguous', candidates: values, repaired }
}

/** Possible readings of digits and separators, best first; null when the groups make no sense. `ending` is a fraction already known. */
function readGroups(body: string, context: NumberContext, ending: string): readonly string[] | null {
  if (!/^[\d., ']*\d$/.test(body)) return null
  const text = body.startsWith('.') || body.startsWith(',') ? `0${body}` : body
  const points = count(text, '.')
  const commas = count(text, ',')
  if (points + commas === 0) return one(ungroup(text, / |'/), ending)
  if (ending !== '') return one(ungroup(text, /[ '.,]/), ending)

  const last = Math.max(text.lastIndexOf('.'), text.lastIndexOf(','))
  const separator = text[last] as '.' | ','
  const whole = text.slice(0, last)
  const fraction = text.slice(last + 1)
  if (!/^\d+$/.test(fraction)) return null
  if (points > 0 && commas > 0) return count(text, separator) > 1 ? null : one(ungroup(whole, /[ '.,]/), `.${fraction}`)
  if (points + commas > 1) return one(ungroup(text, separator === '.' ? /\./ : /,/), '')
  if (/[ ']/.test(whole)) return one(ungroup(whole, / |'/), `.${fraction}`)

  const decimal = `${stripZeros(whole)}.${fraction}`
  if (fraction.length !== 3 || whole.length > 3 || /^0/.test(whole)) return [decimal]
  // Exactly three digits after a lone separator: "1,234" is either 1234 or 1.234.
  const grouped = whole + fraction
  if (context.decimal && context.decimal !== separator) return [grouped]
  if (context.decimal === separator && context.kind !== 'amount') return [decimal]
  if (context.decimal === separator) return [decimal, grouped]
  return context.kind === 'quantity' ? [decimal, grouped] : [grouped, decimal]
}

function one(whole: string | null, ending: string): readonly string[] | null {
  return whole === null ? null : [whole + ending]
}

/** Joins groups of three (or the Indian 2-2-3); null when a group has another length. */
function ungroup(text: string, separator: RegExp): string | null {
  const groups = text.trim().split(separator)
  if (groups.length > 1) {
    const first = groups[0]!.length
    const inner = groups.slice(1, -1)
    const threes = inner.every((g) => g.length === 3) && first <= 3
    const indian = text.includes(',') && inner.length > 0 && inner.every((g) => g.length === 2) && first <= 2
    if (first === 0 || groups.at(-1)!.length !== 3 || !(threes || indian)) return null
  }
  return stripZeros(groups.join(''))
}

function stripZeros(whole: string): string {
  return whole.replace(/^0+(?=\d)/, '')
}

function count(text: string, character: string): number {
  let found = 0
  for (const c of text) if (c === character) found++
  return found
}
