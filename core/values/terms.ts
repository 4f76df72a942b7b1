import { plainCharacters } from './characters.ts'
import { addDays } from './date.ts'
import { isRussianWorkingDay } from './russian-calendar.ts'

/** When payment is due, as agreed in words. `days` count from the trigger; `endOfMonth`: the month that day falls in runs out first. */
export interface PaymentTerm {
  readonly days: number
  readonly dayType: 'calendar' | 'working' | 'banking'
  readonly trigger: 'issue' | 'arrival' | 'delivery' | 'unknown'
  readonly endOfMonth: boolean
}

// ru, en, de, fr; the count may be repeated in words: «5 (пяти) банковских дней». A number that belongs to a date or a sum is no count.
const KIND = '(календарн|рабоч|банковск|business|working|banking|calendar)\\p{L}*'
const WORD = '((?:bank|bankarbeits|arbeits|werk|kalender|geschäfts)?tage?n?|дн(?:ей|я)?|день|days?|jours?(?:\\s+ouvr[ée]s)?)'
const DAYS = new RegExp(
  `(?<![\\d.,])(\\d{1,3})\\s*(?:\\([^)]*\\)\\s*)?-?\\s*(?:(?:${KIND}\\s+(?:\\([^)]*\\)\\s*)?)?${WORD}|([крб])\\.\\s?д)(?!\\p{L})`,
  'iu',
)
const NET = /\bnet(?:to)?\s*(\d{1,3})\b/i
const DISCOUNT = /skonto|discount|escompte|abzug von|скидк/i
const AT_ONCE = /due (?:up)?on receipt|immediately|sofort (?:fällig|zahlbar)|zahlbar sofort|à réception|comptant|немедленно|по факту/i

/** Reads a payment term; null when the text holds none. */
export function parsePaymentTerm(raw: string): PaymentTerm | null {
  // The term of a cash discount is not the term of payment.
  const text = plainCharacters(raw.slice(0, 2000))
    .split(/[,;\n]|\.\s|\bor\b|\boder\b|\bou\b|\band\b|\bund\b/i)
    .filter((phrase) => !DISCOUNT.test(phrase))
    .join(', ')
  const net = NET.exec(text)
  const endOfMonth = /fin de mois|end of (?:the )?month|\bEOM\b|monatsende|конца месяца/i.test(text)
  const trigger = triggerOf(text)
  const days = DAYS.exec(text)
  if (days) return { days: Number(days[1]), dayType: dayTypeOf(days[2] ?? days[3] ?? days[4]!), trigger, endOfMonth }
  if (net) return { days: Number(net[1]), dayType: 'calendar', trigger, endOfMonth }
  return AT_ONCE.test(text) ? { days: 0, dayType: 'calendar', trigger: 'issue', endOfMonth: false } : null
}

function dayTypeOf(word: string): PaymentTerm['dayType'] {
  if (/^(?:банк|bank|б)/i.test(word)) return 'banking'
  return /^(?:рабоч|business|working|werk|arbeits|geschäfts|р)|ouvr/i.test(word) ? 'working' : 'calendar'
}

function triggerOf(text: string): PaymentTerm['trigger'] {
  if (/счет|счёт|invoice|rechnung|factur/i.test(text)) return 'issue'
  if (/receipt|получени|erhalt|réception/i.test(text)) return 'arrival'
  return /поставк|отгрузк|deliver|liefer|livraison|акта?/i.test(text) ? 'delivery' : 'unknown'
}

export type DueDate =
  | { readonly kind: 'value'; readonly value: string }
  /** Working days of a country or year whose calendar we do not have: no guess. */
  | { readonly kind: 'unknown'; readonly code: 'CALENDAR_UNKNOWN' }

/** The day a term ends when its trigger is on `start` (ISO), the day of the trigger not counted. `calendar` names the country of working days. */
export function dueDate(term: PaymentTerm, start: string, calendar: 'RU' | null): DueDate {
  if (term.dayType === 'calendar') {
    const day = addDays(start, term.days)
    return { kind: 'value', value: term.endOfMonth ? lastOfMonth(day) : day }
  }
  let day = start
  for (let left = term.days; left > 0; ) {
    day = addDays(day, 1)
    const working = calendar === 'RU' ? isRussianWorkingDay(day) : null
    if (working === null) return { kind: 'unknown', code: 'CALENDAR_UNKNOWN' }
    if (working) left--
  }
  return { kind: 'value', value: day }
}

function lastOfMonth(iso: string): string {
  return new Date(Date.UTC(Number(iso.slice(0, 4)), Number(iso.slice(5, 7)), 0)).toISOString().slice(0, 10)
}
