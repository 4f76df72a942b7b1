import { findIdentifiers } from '../identifiers/index.ts'
import { type DocumentLocale, findCurrency, parseMoney } from '../values/index.ts'
import { findDates } from './dates.ts'

/** A number that can be an amount. `decimals`: printed with two decimals or a dash for them; `currency`: the code or sign that stands beside it. */
export interface FoundAmount {
  readonly value: string
  readonly from: number
  readonly to: number
  readonly decimals: boolean
  readonly currency: string | null
  /** A `$` without country or another sign that several currencies share. */
  readonly sign: string | null
}

const GROUPED = "\\d{1,3}(?:[ \\u00a0\\u202f\\u2009.,'’]\\d{3})+(?!\\d)"
const NUMBER = new RegExp(
  `(?<![\\p{L}\\d.,/_-])(\\(?[-−–+]?\\s?)(${GROUPED}(?:[.,]\\s?\\d{1,4})?(?!\\d)|\\d+(?:[.,]\\s?\\d{1,4})?(?!\\d))((?:[.,]|\\s)?[-–—=]{1,2}(?:\\d\\d)?(?![\\d\\p{L}])|\\))?`,
  'gu',
)
const SIGN_BEFORE = /(?:(US\$|A\$|C\$|HK\$|S\$|R\$|€|£|\$|¥|₽|₹|zł|Rs\.?|RM|[A-Z]{3}))\s?[-−]?\s?$/u
const SIGN_AFTER = /^\s?(руб(?:\.|лей|ля|ль)?|р\.|₽|€|£|\$|¥|₹|zł|Kč|kr\.?|Ft|Fr\.|[A-Z]{3}|Euro?s?\b)(?![\p{L}])/u

/** All numbers of a text that can be amounts: no dates, identifiers, percentages, phone numbers or parts of words. */
export function findAmounts(text: string, locale: DocumentLocale): readonly FoundAmount[] {
  if (!/\d/.test(text)) return []
  const taken = [
    ...findDates(text, locale),
    ...findIdentifiers(text)
      .filter((i) => i.kind === 'iban' || i.kind === 'account' || i.kind === 'corrAccount' || i.kind === 'vatId')
      .map((i) => ({ from: i.start, to: i.end })),
  ]
  const found: FoundAmount[] = []
  for (const match of text.matchAll(NUMBER)) {
    const [, lead = '', digits = '', tail = ''] = match
    const from = match.index + (lead.length - lead.trimStart().length)
    const to = match.index + lead.length + digits.length + tail.length
    if (taken.some((t) => t.from < to && t.to > from)) continue
    const after = text.slice(to)
    const before = text.slice(0, from)
    if (
      /^\s?%|^\s?(?:per cent|Prozent|процент)/u.test(after) ||
      /^[\p{L}_]/u.test(after.replace(/^(?:руб|EUR|USD|GBP|CHF|RUB|Euro?|zł|Kč|р\.|kr|Fr|Ft|g\b|h\b)/u, ' ')) ||
      /^[/:]\d/.test(after)
    )
      continue
    const sign = SIGN_BEFORE.exec(before)?.[1] ?? SIGN_AFTER.exec(after)?.[1] ?? null
    const currency = sign === null ? null : sign.startsWith('Rs') ? 'INR' : findCurrency(sign)
    const bracketed = lead.includes('(') && tail === ')'
    const raw = `${bracketed ? '(' : ''}${lead.replace(/[(\s]/g, '')}${digits.replace(/([.,])\s/, '$1')}${tail === ')' ? (bracketed ? ')' : '') : tail.trim()}`
    const parsed = parseMoney(raw.replace(/^\+/, ''), { decimal: locale.decimal })
    const value = parsed.kind === 'value' ? parsed.value : parsed.kind === 'ambiguous' ? parsed.candidates[0] : null
    if (value === null || value === undefined || value.replace(/\D/g, '').length > 13) continue
    const decimals = /[.,]\s?\d{2}$/.test(digits) || /[-–—=]/.test(tail)
    found.push({ value, from, to, decimals, currency, sign })
  }
  return found
}
