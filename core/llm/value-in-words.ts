import { findAmounts, findDates, idAtStart } from '../candidates/index.ts'
import type { ValueKind } from '../field.ts'
import { findIdentifiers } from '../identifiers/index.ts'
import { dec } from '../rules/index.ts'
import { type DocumentLocale, findCurrency, firstValue, parseDecimal, parseRate } from '../values/index.ts'

/** The same words as printed and as the model saw them; letter by letter of equal length. */
export interface Shown {
  readonly real: string
  readonly said: string
}

/** `agrees`: the model wrote the value that stands there. */
export interface ValueInWords {
  readonly value: string
  readonly agrees: boolean
}

/** The value of a kind that is printed in these words, in canonical form; null where there is none. */
export function valueInWords(written: string, kind: ValueKind, shown: Shown, locale: DocumentLocale): ValueInWords | null {
  switch (kind) {
    case 'money':
    case 'decimal':
      return chosen(numbersIn(shown.real, locale), (value) => sameNumber(value, written))
    case 'rate': {
      const rate = parseRate(shown.real)
      const values = rate.kind === 'rate' ? [rate.rate] : numbersIn(shown.real, locale)
      return chosen(values, (value) => sameNumber(value, written))
    }
    case 'date':
      return chosen(
        findDates(shown.real, locale).map(({ value }) => value),
        (value) => value === written,
      )
    case 'time':
      return chosen(timesIn(shown.real), (value) => value === written.slice(0, 5))
    case 'code': {
      const code = findCurrency(shown.real)
      return code === null ? null : { value: code, agrees: code === written }
    }
    case 'id':
      // A number without a figure is a word.
      if (!/\p{N}/u.test(shown.real)) return null
      return cut(written, shown, identifierOf) ?? other(idAtStart(shown.real)?.value)
    case 'text':
    case 'name':
    case 'address':
      return cut(written, shown, (text) => text) ?? other(shown.real.trim())
    case 'boolean':
      return null
  }
}

/** The one the model wrote, else the only one that is there. */
function chosen(values: readonly string[], same: (value: string) => boolean): ValueInWords | null {
  const agreed = values.find(same)
  if (agreed !== undefined) return { value: agreed, agrees: true }
  return values.length === 1 ? { value: values[0]!, agrees: false } : null
}

function other(value: string | undefined): ValueInWords | null {
  return value === undefined || value === '' ? null : { value, agrees: false }
}

function numbersIn(text: string, locale: DocumentLocale): readonly string[] {
  const amounts = findAmounts(text, locale).map(({ value }) => value)
  const whole = firstValue(parseDecimal(text.trim(), { decimal: locale.decimal }))
  return amounts.length > 0 || whole === null ? amounts : [whole]
}

function sameNumber(a: string, b: string): boolean {
  return /^-?\d+(\.\d+)?$/.test(b) && dec(a).eq(dec(b))
}

function timesIn(text: string): readonly string[] {
  return [...text.matchAll(/(?<!\d)([01]?\d|2[0-3]):([0-5]\d)/g)].map(([, hour = '', minute = '']) => `${hour.padStart(2, '0')}:${minute}`)
}

/** The piece of the printed text that the model wrote, by letters and digits alone, from the start of a word to the end of one. */
function cut(written: string, { real, said }: Shown, canonical: (text: string) => string): ValueInWords | null {
  const wanted = letters(written)
  if (wanted === '') return null
  const places = Array.from(said, (_, i) => i).filter((i) => /[\p{L}\p{N}]/u.test(said[i] ?? ''))
  const key = places.map((i) => said[i]!.toLowerCase()).join('')
  for (let at = key.indexOf(wanted); at >= 0; at = key.indexOf(wanted, at + 1)) {
    const [from, to] = [places[at]!, places[at + wanted.length - 1]! + 1]
    if (/[\p{L}\p{N}]/u.test(said[from - 1] ?? ' ') || /[\p{L}\p{N}]/u.test(said[to] ?? ' ')) continue
    return { value: canonical(withBrackets(real, from, to, written.trimEnd().endsWith('.'))), agrees: true }
  }
  return null
}

/** Quotation marks and brackets that belong to a name stay with it; a full stop only where the model wrote it: «Ltd.», not the end of a sentence. */
function withBrackets(text: string, from: number, to: number, stops: boolean): string {
  const before = /["«„“(]$/.exec(text.slice(0, from)) ? 1 : 0
  const after = /^["»”“)]+|^\./.exec(text.slice(to))?.[0] ?? ''
  const inner = text.slice(from, to)
  const opened = /["«„“(]/.test(text.slice(from - before, to))
  return `${text.slice(from - before, from)}${inner}${(after === '.' ? stops : opened) ? after : ''}`.trim()
}

/** An identifier without the blanks that group it, where its form says that it is one; any other number as printed. */
function identifierOf(text: string): string {
  const [found, ...more] = findIdentifiers(text)
  return found && more.length === 0 && letters(found.value) === letters(text) ? found.value : text
}

function letters(text: string): string {
  return [...text]
    .filter((character) => /[\p{L}\p{N}]/u.test(character))
    .join('')
    .toLowerCase()
}
