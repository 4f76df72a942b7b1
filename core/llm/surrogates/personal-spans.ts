import { findIdentifiers, validCard } from '../../identifiers/index.ts'

export type PersonalKind = 'iban' | 'account' | 'inn' | 'ogrn' | 'snils' | 'passport' | 'card' | 'phone' | 'email' | 'name'

/** Personal data in a line of text, `from` inclusive, `to` exclusive. */
export interface PersonalSpan {
  readonly kind: PersonalKind
  readonly from: number
  readonly to: number
}

const EMAIL = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+\s?@\s?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu
const SNILS = /(?<!\d)\d{3}[- ]\d{3}[- ]\d{3}[- ]?\d{2}(?!\d)/g
const PASSPORT =
  /(?:паспорт\p{L}*|passport|серия|series|ausweis\p{L}*)[^\d\p{L}]*(?:(?:серия|series|рф|no|nr|№|номер)[^\d\p{L}]*)*(\d{2}\s?\d{2}[\s,]*(?:№|номер|no\.?)?\s*\d{6}|[A-Z]{1,2}\s?\d{6,8})/giu
const PASSPORT_FORM = /(?<![\d.,])\d{2}\s\d{2}\s(?:№\s?)?\d{6}(?!\d)|(?<![\d.,])\d{4}\s(?:№\s?)?\d{6}(?![\d])/g
const CARD = /(?<!\d)\d{4}(?:[ -]?\d{4}){2}[ -]?\d{1,7}(?!\d)/g
const PHONE =
  /(?<![\d\p{L}.,])(?:\+\s?\d{1,3}|8|00\d{1,3}|0)[\s-]?\(?\d{2,5}\)?(?:[\s./-]?\d{2,4}){2,4}(?!\d)|(?:тел|моб|факс|phone|tel|fax|mobile|telefon|mobil)\p{L}*\.?\s?[:.]?\s*([+(]?\d[\d\s()./-]{4,18}\d)/giu
const INN = /инн\p{L}*(?:\s?\/\s?кпп)?[^\d\p{L}]{0,6}(\d{10}(?:\d{2})?)(?!\d)/giu

const NAME = '\\p{Lu}\\p{Ll}+(?:-\\p{Lu}\\p{Ll}+)?'
const INITIALS = '\\p{Lu}\\.\\s?(?:\\p{Lu}\\.)?'
/** «Иванов И. И.», «И.И. Иванов»: initials make a name of what stands beside them. */
const WITH_INITIALS = new RegExp(`(?<!\\p{L})(?:(${NAME})\\s${INITIALS}|${INITIALS}\\s?(${NAME}))(?!\\p{Ll})`, 'gu')
/** A patronymic with the names around it. */
const PATRONYMIC =
  /(?<!\p{L})(?:\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?\s){1,2}\p{Lu}\p{Ll}+(?:вич|вна|ична|ьич|вича|вне|вной|вичу|вичем)(?:\s\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?)?(?!\p{L})/gu
const CAPITALS = /(?<!\p{L})\p{Lu}{2,}\s\p{Lu}{2,}\s\p{Lu}{2,}(?:ВИЧ|ВНА|ИЧНА|ЬИЧ|ВИЧА|ВНЫ)(?!\p{L})/gu
/** Roles that a person's name follows. */
const ROLES =
  '(?:(?:генеральн\\p{L}+\\s)?директор\\p{L}*|(?:главн\\p{L}+\\s)?бухгалтер\\p{L}*|руководител\\p{L}+|предпринимател\\p{L}+|ип|получил|принял|сдал|отпустил|передал|подпис\\p{L}+|менеджер|исполнитель|кассир|в\\sлице|контактное\\sлицо|водитель|доверенность\\sвыдана' +
  '|geschäftsführer(?:in)?|ansprechpartner(?:in)?|inhaber(?:in)?|sachbearbeiter(?:in)?|bearbeiter(?:in)?|kontakt|herrn?|frau|z\\.\\s?hd\\.' +
  '|mrs?|ms|dr|attn|attention|contact|director|manager|signed\\sby|prepared\\sby|cashier|owner|gérant|madame|monsieur|kontaktperson)'
const AFTER_ROLE = new RegExp(
  `(?<!\\p{L})${ROLES}\\.?(?:\\s*[:,/_–—-]+\\s*|\\s+)((?:(?:von|van|de|der|zu|dr\\.|prof\\.)\\s)*${NAME}(?:\\s${NAME}){0,2}|\\p{Lu}{2,}(?:\\s\\p{Lu}{2,}){1,2})(?!\\p{L})`,
  'giu',
)

/** Formatted identifiers of people and accounts wherever they stand; names where a role, initials or a patronymic tell them. Never overlapping, left to right. */
export function personalSpans(text: string): readonly PersonalSpan[] {
  const found: PersonalSpan[] = []
  const take = (kind: PersonalKind, from: number, to: number) => {
    if (to > from && !found.some((span) => from < span.to && to > span.from)) found.push({ kind, from, to })
  }
  const whole = (kind: PersonalKind, pattern: RegExp, accept: (match: string) => boolean = () => true) => {
    for (const match of text.matchAll(pattern)) {
      // A group narrows a match with its anchor down to the data.
      const inner = match.slice(1).find((group) => group !== undefined) ?? match[0]
      const from = match.index + match[0].lastIndexOf(inner)
      if (accept(inner)) take(kind, from, from + inner.length)
    }
  }
  whole('email', EMAIL)
  for (const { kind, start, end } of findIdentifiers(text)) if (kind === 'iban') take('iban', start, end)
  whole('snils', SNILS)
  whole('passport', PASSPORT)
  whole('card', CARD, (digits) => validCard(digits.replace(/\D/g, '')))
  for (const { kind, value, start, end } of findIdentifiers(text)) {
    if (kind === 'inn' || kind === 'account') take(kind, start, end)
    if (kind === 'ogrn' && value.length === 15) take('ogrn', start, end)
  }
  whole('inn', INN)
  whole('phone', PHONE)
  whole('passport', PASSPORT_FORM)
  for (const match of text.matchAll(WITH_INITIALS)) take('name', match.index, match.index + match[0].length)
  whole('name', PATRONYMIC)
  whole('name', CAPITALS)
  for (const match of text.matchAll(AFTER_ROLE)) {
    const name = match[1]!
    // The pattern is blind to case for the sake of the role; a name is not.
    if (/^(?:\p{Ll}+\.?\s)*\p{Lu}/u.test(name)) take('name', match.index + match[0].length - name.length, match.index + match[0].length)
  }
  return found.toSorted((a, b) => a.from - b.from)
}
