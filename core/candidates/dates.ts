import { type DocumentLocale, firstValue, monthOf, parseDate } from '../values/index.ts'

/** A date in a text; `from`/`to` are offsets. `ambiguous`: day and month could be the other way round. */
export interface FoundDate {
  readonly value: string
  readonly from: number
  readonly to: number
  readonly ambiguous: boolean
  /** The other reading of an ambiguous date. */
  readonly other: string | null
}

// The same sign twice: «15/05-14» is a number of a series.
const NUMERIC =
  /(?<![\d.,/-])(?:\d{4}\s?([-./])\s?\d{1,2}\s?\1\s?\d{1,2}|\d{1,2}\s?([./-])\s?\d{1,2}\s?\2\s?(?:\d{4}|\d{2}))(?![\d/]|[.-]\d)/g
// Letters that names of months are written with: twelve times all letters of the world took 0.1 s to compile.
const LETTER = 'A-Za-zÀ-ÖØ-öø-ɏЀ-ӿ'
const DAY_FIRST = new RegExp(
  String.raw`["«„“]?\s?(?<!\d)\d{1,2}\s?["»“”]?(?:er|st|nd|rd|th|º)?[.\s-]{1,3}(?:de\s|(?:day\s)?of\s)?([${LETTER}]{3,12})\.?[\s.,-]{1,3}(?:de\s)?(?:\d{4}|'?\d{2})(?!\d)`,
  'giu',
)
const MONTH_FIRST = new RegExp(String.raw`(?<!\p{L})([${LETTER}]{3,12})\.?\s?\d{1,2}(?:st|nd|rd|th)?\s?,?\s?\d{4}(?!\d)`, 'giu')

/** All dates of a text, left to right. */
export function findDates(text: string, locale: DocumentLocale): readonly FoundDate[] {
  if (!/\d/.test(text)) return []
  const found: FoundDate[] = []
  const take = (match: RegExpMatchArray, raw = match[0]) => {
    const lead = raw.length - raw.trimStart().length
    const from = match.index! + lead
    const to = from + raw.trim().length
    if (found.some((f) => f.from < to && f.to > from)) return
    const parsed = parseDate(
      raw
        .trim()
        .replace(/\s?([./-])\s?/g, '$1')
        .replace(/\s+,/g, ','),
      { order: locale.order },
    )
    const value = firstValue(parsed)
    if (value !== null && value >= '1990' && value < '2100') {
      const other = parsed.kind === 'ambiguous' ? (parsed.candidates.find((one) => one !== value) ?? null) : null
      found.push({ value, from, to, ambiguous: other !== null, other })
    }
  }
  for (const match of text.matchAll(NUMERIC)) take(match)
  for (const match of withMonth(text, DAY_FIRST)) take(match)
  for (const match of withMonth(text, MONTH_FIRST)) take(match)
  return found.sort((a, b) => a.from - b.from)
}

/** Matches whose word is a month. In «69/26 dated 11 June 2026» "26 dated 11" is none, and the date begins inside it. */
function withMonth(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  const search = new RegExp(pattern)
  const found: RegExpExecArray[] = []
  for (let match = search.exec(text); match !== null; match = search.exec(text)) {
    if (monthOf(match[1]!) !== null) found.push(match)
    else search.lastIndex = match.index + 1
  }
  return found
}
