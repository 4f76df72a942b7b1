import { findDates, idAtStart } from '../../../core/candidates/index.ts'
import { candidate, type Span, textOf } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import type { TradeText } from '../../shared/trade/read-pages/context.ts'
import { inlineParty } from '../../shared/trade/read-pages/inline-party.ts'
import type { FormCell } from './form-cells.ts'

const SURE = 0.93
const INN = /ИНН(?:\s*\/\s*КПП)?[\s:№–—-]*(\d{12}|\d{10})(?!\d)/iu
const KPP = /(?:КПП[\s:№–—-]*|ИНН(?:\s*\/\s*КПП)?[\s:№–—-]*(?:\d{12}|\d{10})\s*\/\s*)(\d{9})(?!\d)/iu

/** Parties of the form: whose name, address and numbers stand in which cell is fixed. A form without supplier and payer says nothing. */
export function readFormParties(paper: TradeText, cells: readonly FormCell[]): readonly Candidate[] {
  const filled = cells.filter(({ value }) => /\p{L}{2}/u.test(value.map(textOf).join(' ')))
  if (!filled.some(({ role }) => role === 'seller' || role === 'buyer')) return []
  return filled.flatMap((cell) => {
    if (cell.role === 'basis') return basisOf(paper, cell)
    if (cell.role === 'consignor' || cell.role === 'consignee') return [candidate(cell.role, textIn(cell), cell.value, SURE)]
    return partyOf(cell.role, cell)
  })
}

function partyOf(role: 'seller' | 'buyer', cell: FormCell): readonly Candidate[] {
  const text = textIn(cell)
  const party = inlineParty(cell.value)
  const name = party?.name ? [party.name, ...party.nameMore] : nameAlone(cell.value)
  const out = [candidate(`${role}.name`, name.map(textOf).join(' ').replace(/\s+/g, ' ').trim(), name, SURE)]
  for (const key of ['line1', 'line2', 'zip', 'city', 'region', 'country'] as const) {
    const value = party?.address?.[key]
    if (value) out.push(candidate(`${role}.address.${key}`, value, party.addressSpans, 0.85))
  }
  for (const [key, pattern] of [
    ['inn', INN],
    ['kpp', KPP],
  ] as const) {
    const value = pattern.exec(text)?.[1]
    const span = value && spanOf(cell.value, value)
    if (value && span) out.push(candidate(`${role}.${key}`, value, [span], SURE))
  }
  if (cell.okpo) out.push(candidate(`${role}.okpo`, textOf(cell.okpo).trim(), [cell.okpo], SURE))
  return out
}

/** «ООО "Рога и копыта", Москва»: what follows the comma outside of quotes is no name. */
function nameAlone([first]: readonly Span[]): readonly Span[] {
  if (!first) return []
  const end = /^(?:[^,"«»“”]|"[^"]*"|«[^»]*»|“[^”]*”)+/u.exec(textOf(first))?.[0].trimEnd().length
  return [{ ...first, to: end ? first.from + end : first.to }]
}

/** «Договор № 22/26 от 15.01.2026» or the mere words of an agreement without number. */
function basisOf(paper: TradeText, cell: FormCell): readonly Candidate[] {
  const span = cell.value[0]!
  const text = textOf(span)
  const sign = /№\s*/u.exec(text)
  const id = sign && idAtStart(text.slice(sign.index + sign[0].length))
  const date = findDates(text, paper.text.locale)[0]
  const words = text.slice(0, sign?.index ?? date?.from ?? text.length).replace(/\s+(?:от\s*)?$/u, '')
  const at = (from: number, to: number): Span => ({ line: span.line, from: span.from + from, to: span.from + to })
  const start = sign ? sign.index + sign[0].length : 0
  return [
    ...(words.trim() === '' ? [] : [candidate('contractRef.name', words.trim(), [at(0, words.length)], 0.85)]),
    ...(id ? [candidate('contractRef.number', id.value, [at(start + id.from, start + id.to)], SURE)] : []),
    ...(date && (!id || date.from >= start + id.to) ? [candidate('contractRef.date', date.value, [at(date.from, date.to)], SURE)] : []),
  ]
}

function textIn({ value }: FormCell): string {
  return value.map(textOf).join(' ').replace(/\s+/g, ' ').trim()
}

function spanOf(spans: readonly Span[], text: string): Span | null {
  for (const span of spans) {
    const from = textOf(span).indexOf(text)
    if (from >= 0) return { line: span.line, from: span.from + from, to: span.from + from + text.length }
  }
  return null
}
