import { findAmounts, findDates, idAtStart } from '../../../core/candidates/index.ts'
import { type Span, textOf } from '../../../core/extraction/labels/index.ts'
import type { ValueKind } from '../../../core/field.ts'
import { type DocumentLocale, findCurrency, firstValue, parseQuantity, parseRate } from '../../../core/values/index.ts'

export interface Found {
  readonly value: string
  readonly span: Span
}

const LONGEST = 200 // characters; a name or a text of one line

/** The first value of a kind in a place; null where the text holds none. */
export function valueIn(span: Span, kind: ValueKind, locale: DocumentLocale): Found | null {
  const text = textOf(span)
  const at = (value: string, from: number, to: number): Found => ({
    value,
    span: { line: span.line, from: span.from + from, to: span.from + to },
  })
  if (kind === 'date') {
    const [date] = findDates(text, locale)
    return date ? at(date.value, date.from, date.to) : null
  }
  if (kind === 'money') {
    const amount = findAmounts(text, locale).at(-1)
    return amount ? at(amount.value, amount.from, amount.to) : null
  }
  if (kind === 'id') {
    const id = idAtStart(text)
    return id ? at(id.value, id.from, id.to) : null
  }
  if (kind === 'decimal') {
    const value = firstValue(parseQuantity(text.trim(), { decimal: locale.decimal }))
    return value ? at(value.value, 0, text.length) : null
  }
  if (kind === 'rate') {
    const rate = parseRate(text)
    return rate.kind === 'rate' ? at(rate.rate, 0, text.length) : null
  }
  if (kind === 'code') {
    const currency = findCurrency(text.trim())
    return currency ? at(currency, 0, text.length) : null
  }
  if (kind === 'time') {
    const time = /(?<!\d)([01]\d|2[0-3]):[0-5]\d/.exec(text)
    return time ? at(time[0], time.index, time.index + time[0].length) : null
  }
  if (kind === 'boolean') return null
  const plain = text.trim()
  return plain === '' || plain.length > LONGEST || !/[\p{L}\d]/u.test(plain)
    ? null
    : at(plain, text.indexOf(plain), text.indexOf(plain) + plain.length)
}
