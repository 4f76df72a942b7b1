import { findAmounts, findDates, idAtStart } from '../candidates/index.ts'
import type { Value, ValueKind } from '../field.ts'
import { type DocumentLocale, findCurrency, firstValue, parseDecimal, parseRate } from '../values/index.ts'
import type { Span } from './labels/index.ts'

/** The first value of a kind in a span, in canonical form, with the words that make it; null when there is none of that kind. */
export function findValue(span: Span, kind: ValueKind, locale: DocumentLocale): { readonly value: Value; readonly span: Span } | null {
  const text = span.line.text.slice(span.from, span.to)
  const lead = /^[\s:;.,#=–—-]*/.exec(text)![0].length
  const rest = text.slice(lead)
  const within = (from: number, to: number): Span => ({ line: span.line, from: span.from + from, to: span.from + to })
  const whole = within(lead, lead + rest.trimEnd().length)
  const parsed = (value: Value | null) => (value === null ? null : { value, span: whole })
  if (rest.trim() === '') return null
  switch (kind) {
    case 'date': {
      const [date] = findDates(rest, locale)
      return date ? { value: date.value, span: within(lead + date.from, lead + date.to) } : null
    }
    case 'money': {
      // Behind a caption the amount stands last: «Total (2 items)  120,00».
      const amount = findAmounts(text, locale).at(-1)
      return amount ? { value: amount.value, span: within(amount.from, amount.to) } : null
    }
    case 'id': {
      const id = idAtStart(rest)
      return id ? { value: id.value, span: within(lead + id.from, lead + id.to) } : null
    }
    case 'code':
      return parsed(findCurrency(rest.trim()))
    case 'decimal':
      return parsed(firstValue(parseDecimal(rest.trim(), { decimal: locale.decimal })))
    case 'rate': {
      const rate = parseRate(rest.trim())
      return parsed(rate.kind === 'rate' ? rate.rate : null)
    }
    case 'text':
    case 'name':
    case 'address':
      return parsed(rest.trim())
    case 'time':
    case 'boolean':
      return null
  }
}
