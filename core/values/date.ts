import { digitsForLookAlikes, plainCharacters } from './characters.ts'
import { monthOf } from './months.ts'
import { invalid, type Parsed } from './parsed.ts'

export interface DateContext {
  /** Order of day and month in this document (`detectLocale`); null or absent = unknown. */
  readonly order?: 'dmy' | 'mdy' | null
  /** The value comes from a spreadsheet cell: a bare number is a serial day. */
  readonly spreadsheet?: boolean
}

const YEAR_FIRST = /^(\d{4})\s?[-./]\s?(\d{1,2})\s?[-./]\s?(\d{1,2})\.?(?:[T ]\d{2}:\d{2}.*)?$/
const NUMERIC = /^(\d{1,2})\s?([-./ ])\s?(\d{1,2})\s?[-./ ]\s?(\d{4}|\d{2})(?:\s?г\.?|\s?года?)?(?:[,T ]\s?\d{1,2}:\d{2}.*)?$/
const NAMED_DAY_FIRST =
  /^["«„“']?\s?(\d{1,2})(?:er|st|nd|rd|th|º)?\s?["»“”']?[-\s.]*(?:de\s|(?:day\s)?of\s)?(\p{L}+)\.?[-\s.,]*(?:de\s)?(\d{4}|'?\d{2})(?:\s?г\.?|\s?года?)?\.?$/iu
const NAMED_MONTH_FIRST = /^(\p{L}+)\.?\s?(\d{1,2})(?:st|nd|rd|th)?\s?,?\s?(\d{4})$/iu
const WEEKDAY =
  /^(?:\p{L}{2,10}(?:day|tag|ник|да|рг|ца|та|ье|di)|mittwoch|среда|sun|mon|tue|wed|thu|fri|sat|mo|di|mi|do|fr|sa|so|le|den|am|от|du)[.,]?\s+(?=["«„]?\d|\p{L}{3,})/iu

/** Reads one printed date to ISO `YYYY-MM-DD`. Not a search: the whole text must be the date. */
export function parseDate(raw: string, context: DateContext = {}): Parsed {
  const text = plainCharacters(raw)
  if (text === '') return invalid('EMPTY')
  const parsed = readDate(text, context, false)
  if (parsed.kind !== 'invalid' || parsed.code !== 'NOT_A_DATE') return parsed
  const repaired = digitsForLookAlikes(text)
  // Repair numeric dates only: in "12 марта" the letters are letters.
  return repaired !== text && /^[\d\s./-]+(?:г\.?)?$/.test(repaired) ? readDate(repaired, context, true) : parsed
}

function readDate(text: string, context: DateContext, repaired: boolean): Parsed {
  if (context.spreadsheet && /^\d{4,5}(\.\d+)?$/.test(text)) return isoOf(fromSerial(Math.floor(Number(text))), repaired)
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(text)
  if (compact) return isoOf([+compact[1]!, +compact[2]!, +compact[3]!], repaired)
  const yearFirst = YEAR_FIRST.exec(text)
  if (yearFirst) return isoOf([+yearFirst[1]!, +yearFirst[2]!, +yearFirst[3]!], repaired)
  const numeric = NUMERIC.exec(text)
  if (numeric) return dayAndMonth(+numeric[1]!, +numeric[3]!, fullYear(numeric[4]!), numeric[2]!, context, repaired)
  return named(text, repaired) ?? named(text.replace(WEEKDAY, ''), repaired) ?? invalid('NOT_A_DATE')
}

function named(text: string, repaired: boolean): Parsed | null {
  const dayFirst = NAMED_DAY_FIRST.exec(text)
  const month = dayFirst && monthOf(dayFirst[2]!)
  if (dayFirst && month) return isoOf([fullYear(dayFirst[3]!), month, +dayFirst[1]!], repaired)
  const monthFirst = NAMED_MONTH_FIRST.exec(text)
  const first = monthFirst && monthOf(monthFirst[1]!)
  return monthFirst && first ? isoOf([+monthFirst[3]!, first, +monthFirst[2]!], repaired) : null
}

/** Dots are day first everywhere we read; slashes and dashes need evidence unless one number is above 12. */
function dayAndMonth(a: number, b: number, year: number, separator: string, context: DateContext, repaired: boolean): Parsed {
  if (separator === '.' || a === b) return isoOf([year, b, a], repaired)
  if (a > 12) return isoOf([year, b, a], repaired)
  if (b > 12) return isoOf([year, a, b], repaired)
  if (context.order === 'dmy') return isoOf([year, b, a], repaired)
  if (context.order === 'mdy') return isoOf([year, a, b], repaired)
  const readings = [isoOf([year, b, a], repaired), isoOf([year, a, b], repaired)].flatMap((p) => (p.kind === 'value' ? [p.value] : []))
  return readings.length === 2 ? { kind: 'ambiguous', candidates: readings, repaired } : invalid('DATE_INVALID')
}

function isoOf([year, month, day]: readonly [number, number, number], repaired: boolean): Parsed {
  const value = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return isCalendarDate(value) ? { kind: 'value', value, repaired } : invalid('DATE_INVALID')
}

/** Two digits are 1970..2069. */
function fullYear(digits: string): number {
  const year = Number(digits.replace("'", ''))
  if (digits.replace("'", '').length === 4) return year
  return year < 70 ? 2000 + year : 1900 + year
}

/** Day 1 of the spreadsheet's calendar is 1900-01-01, and it believes in 1900-02-29. */
function fromSerial(serial: number): readonly [number, number, number] {
  const date = new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000)
  return [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()]
}

/** Whether an ISO date exists in the calendar and lies in 1900..2099. */
export function isCalendarDate(iso: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (!parts) return false
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  return year >= 1900 && year <= 2099 && month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Calendar arithmetic on ISO dates. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** Whole days from `a` to `b`. */
export function daysBetween(a: string, b: string): number {
  return Math.round((Date.parse(`${b}T00:00:00Z`) - Date.parse(`${a}T00:00:00Z`)) / 86_400_000)
}
