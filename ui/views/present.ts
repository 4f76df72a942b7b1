import type { Value, ValueKind } from '../../core/field.ts'
import { parseDate, parseDecimal, parseMoney, parseQuantity, parseRate } from '../../core/values/index.ts'
import type { Language } from '../language.ts'

const NUMERIC: ReadonlySet<ValueKind> = new Set<ValueKind>(['money', 'decimal', 'rate'])
const CANONICAL_NUMBER = /^-?\d+(?:\.\d+)?$/

export function isNumeric(kind: ValueKind): boolean {
  return NUMERIC.has(kind)
}

/** A canonical value as this reader writes it: «1 234,56» and «31.03.2026» in Russian, "1,234.56" and "31 Mar 2026" in English. Digits are never rounded. */
export function present(value: Value | null | undefined, kind: ValueKind, language: Language): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'true' : 'false'
  if (NUMERIC.has(kind)) return presentNumber(value, language)
  if (kind === 'date') return presentDate(value, language)
  return value
}

export function presentNumber(value: string, language: Language): string {
  if (!CANONICAL_NUMBER.test(value)) return value
  const [whole = '', fraction] = value.replace(/^-/, '').split('.')
  const [group, point] = language === 'ru' ? ['\u00a0', ','] : [',', '.']
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, group)
  return `${value.startsWith('-') ? '-' : ''}${grouped}${fraction === undefined ? '' : `${point}${fraction}`}`
}

export function presentDate(iso: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!match) return iso
  const [, year, month, day] = match
  if (language === 'ru') return `${day}.${month}.${year}`
  const name = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][Number(month) - 1]
  return name ? `${Number(day)} ${name} ${year}` : iso
}

export type Typed = { readonly kind: 'value'; readonly value: Value | null } | { readonly kind: 'invalid' }

/** What a person typed, in canonical form. Empty = the field is not on the document. */
export function readTyped(typed: string, kind: ValueKind, language: Language): Typed {
  const text = typed.trim()
  if (text === '') return { kind: 'value', value: null }
  const decimal = language === 'ru' ? ',' : '.'
  switch (kind) {
    case 'money':
      return CANONICAL_NUMBER.test(text) ? value(text) : first(parseMoney(text, { decimal }))
    case 'decimal':
      return CANONICAL_NUMBER.test(text) ? value(text) : decimalOrQuantity(text, decimal)
    case 'rate': {
      if (CANONICAL_NUMBER.test(text)) return value(text)
      const rate = parseRate(text)
      return rate.kind === 'rate' ? value(rate.rate) : { kind: 'invalid' }
    }
    case 'date':
      return first(parseDate(text, { order: 'dmy' }))
    case 'boolean':
      return text === 'true' || text === 'false' ? { kind: 'value', value: text === 'true' } : { kind: 'invalid' }
    default:
      return value(text)
  }
}

function decimalOrQuantity(text: string, decimal: ',' | '.'): Typed {
  const plain = first(parseDecimal(text, { decimal }))
  if (plain.kind === 'value') return plain
  const quantity = parseQuantity(text, { decimal })
  return quantity.kind === 'value' ? value(quantity.value.value) : { kind: 'invalid' }
}

function value(text: string): Typed {
  return { kind: 'value', value: text }
}

type Read =
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  | { readonly kind: 'invalid' }

function first(read: Read): Typed {
  if (read.kind === 'value') return value(read.value)
  const [likely] = read.kind === 'ambiguous' ? read.candidates : []
  return likely === undefined ? { kind: 'invalid' } : value(likely)
}
