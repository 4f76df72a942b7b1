import { dec } from '../rules/index.ts'
import { parseDuration } from '../values/index.ts'
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
  if (type === 'duration') return sameDuration(expected, given)
  if (type === 'place') return foldPlace(expected) === foldPlace(given)
  return expected.trim() === given.trim()
}

/** One year is twelve months; `successive 2 years` is two years; a bare number counts days. */
function sameDuration(expected: string, given: string): boolean {
  const [a, b] = [expected, given].map((text) => {
    const duration = parseDuration(/^\d+$/.test(text.trim()) ? `${text.trim()} days` : text)
    if (!duration) return null
    const { count, unit } = duration
    return unit === 'year' ? `${count * 12} month` : unit === 'week' ? `${count * 7} day` : `${count} ${unit}`
  })
  return a !== null && a === b
}

/** A state with or without «the State of», a country with or without the article. */
function foldPlace(text: string): string {
  return fold(text)
    .replace(/^(?:the )?(?:(?:state|commonwealth|province) of )?(?:the )?/, '')
    .replace(/ (?:usa?|united states(?: of america)?)$/, '')
}

/**
 * How well a list of names agrees with the truth, 0..1: twice the names that answer each other over all names of both (F1). Names answer each other when
 * they share most of their tokens; legal forms and articles do not count.
 */
export function listAgreement(expected: readonly string[], given: readonly string[]): number {
  const rest = given.map(nameTokens)
  let shared = 0
  for (const name of expected.map(nameTokens)) {
    const at = rest.findIndex((other) => looseAgreement(name, other) >= LOOSE || contained(name, other))
    if (at < 0) continue
    shared++
    rest.splice(at, 1)
  }
  return expected.length + given.length === 0 ? 1 : (2 * shared) / (expected.length + given.length)
}

const FORMS =
  /(?<!\p{L})(?:the|inc|incorporated|corp|corporation|co|company|ltd|limited|llc|llp|lp|plc|gmbh|ag|ооо|оао|зао|пао|ао|общество с ограниченной ответственностью|акционерное общество)(?!\p{L})/giu

function nameTokens(name: string): string {
  const bare = fold(fold(name).replace(FORMS, ' '))
  return bare === '' ? fold(name) : bare
}

/** The label has lost a beginning («Bruyette & Woods» of «Keefe, Bruyette & Woods»), or the page has more of the name. */
function contained(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short.includes(' ') && ` ${long} `.includes(` ${short} `)
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
