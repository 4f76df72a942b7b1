import { dec } from '../rules/index.ts'
import type { TruthField } from './truth.ts'

/** Share of tokens that two loose texts (addresses, descriptions) must have in common. */
export const LOOSE = 0.6

/** Whether `value` answers the truth, by the rules of doc-truth/1. `null` on both sides agrees: known to be absent. */
export function agrees(truth: TruthField, value: unknown): boolean {
  if (truth.value === null) return value === null || value === undefined || value === ''
  if (value === null || value === undefined || value === '') return false
  const accepted = [truth.value, ...(truth.alt ?? [])].map(String)
  const given = String(value)
  return accepted.some((one) => matches(truth, one, given))
}

function matches({ type, match }: TruthField, expected: string, given: string): boolean {
  if (match === 'contains') return fold(given).includes(fold(expected))
  if (type === 'decimal' || type === 'int') return sameNumber(expected, given)
  if (type === 'id') return letters(expected) === letters(given)
  if (type === 'text') return looseAgreement(expected, given) >= LOOSE
  if (type === 'string') return fold(expected) === fold(given)
  return expected.trim() === given.trim()
}

export function sameNumber(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => (/^-?\d+(\.\d+)?$/.test(text.trim()) ? dec(text.trim()) : null))
  return x && y ? x.eq(y) : a.trim() === b.trim()
}

/** Letters and digits only, upper case: how identifiers are compared. */
export function letters(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Case, accents of typography, punctuation and spacing do not count in names. */
function fold(text: string): string {
  return tokens(text).join(' ')
}

/** Shared tokens over the tokens of the longer text, 0..1. */
export function looseAgreement(a: string, b: string): number {
  const [x, y] = [tokens(a), tokens(b)]
  const rest = [...y]
  const shared = x.filter((token) => {
    const at = rest.indexOf(token)
    if (at >= 0) rest.splice(at, 1)
    return at >= 0
  }).length
  return shared / Math.max(1, Math.max(x.length, y.length))
}

function tokens(text: string): readonly string[] {
  return (
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}
