import type { DocumentText, Span, TextLine } from '../extraction/labels/index.ts'
import { findIdentifiers, type IdentifierKind } from '../identifiers/index.ts'
import { type FoundAmount, findAmounts } from './amounts.ts'
import { findDates } from './dates.ts'
import { findIds } from './document-ids.ts'
import { findPartyNames } from './party-names.ts'

export type CandidateKind = 'money' | 'date' | 'id' | 'digits' | 'party' | IdentifierKind

/**
 * One place where a value of a kind is printed. `value` is canonical (decimal string, ISO date, plain identifier, text as printed);
 * `valid`: checksum holds, fails, or null where there is none. `sure`: a date whose day and month cannot be swapped, an amount with its
 * decimals or currency.
 */
export interface TypedCandidate {
  readonly kind: CandidateKind
  readonly value: string
  readonly span: Span
  /** Further pieces of the value, on other lines. */
  readonly more: readonly Span[]
  readonly valid: boolean | null
  readonly sure: boolean
}

/** Everything on the pages that can be a value of some kind, in reading order: meant to miss nothing, whatever captions say. */
export function typedCandidates(text: DocumentText, amountsOf = amounts(text)): readonly TypedCandidate[] {
  return [...text.lines.flatMap((line) => ofLine(line, text, amountsOf(line))), ...partyCandidates(text)]
}

function amounts(text: DocumentText) {
  return (line: TextLine) => findAmounts(line.text, text.locale)
}

function ofLine(line: TextLine, text: DocumentText, found: readonly FoundAmount[]): readonly TypedCandidate[] {
  if (!/\d/.test(line.text) && !/[A-Z]{8}/.test(line.text)) return []
  const at = (from: number, to: number) => ({ span: { line, from, to }, more: [] })
  const dates = findDates(line.text, text.locale)
  const identifiers = findIdentifiers(line.text)
  return [
    ...found.map((a) => ({
      kind: 'money' as const,
      value: a.value,
      ...at(a.from, a.to),
      valid: null,
      sure: a.decimals || a.currency !== null || a.sign !== null,
    })),
    ...dates.map((d) => ({ kind: 'date' as const, value: d.value, ...at(d.from, d.to), valid: null, sure: !d.ambiguous })),
    ...identifiers.map((i) => ({ kind: i.kind, value: i.value, ...at(i.start, i.end), valid: i.valid, sure: true })),
    ...findIds(line.text)
      .filter(({ from, to }) => !dates.some((d) => d.from <= from && d.to >= to))
      .map((i) => ({ kind: 'id' as const, value: i.value, ...at(i.from, i.to), valid: null, sure: /\p{L}/u.test(i.value) })),
    ...digitGroups(line.text).map(({ value, from, to }) => ({ kind: 'digits' as const, value, ...at(from, to), valid: null, sure: true })),
  ]
}

const GROUPS = /(?<![\p{L}\d.,])\d(?:[\d /-]{5,22})\d(?![\p{L}\d])/gu

/** National tax numbers and accounts without check digits: seven digits or more, with the signs that group them. */
function digitGroups(text: string): readonly { readonly value: string; readonly from: number; readonly to: number }[] {
  return [...text.matchAll(GROUPS)].flatMap(({ 0: found, index }) => {
    const digits = found.replace(/\D/g, '').length
    return digits < 6 || digits > 22 ? [] : [{ value: found, from: index, to: index + found.length }]
  })
}

function partyCandidates(text: DocumentText): readonly TypedCandidate[] {
  return findPartyNames(text).map(({ value, spans: [first, ...more], legal }) => ({
    kind: 'party',
    value,
    span: first,
    more,
    valid: null,
    sure: legal,
  }))
}
