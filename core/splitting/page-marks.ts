import type { Line, Page } from '../reading.ts'
import { type PageNumber, pageNumberOf } from './page-numbering.ts'

/** What splitting looks at on one page. */
export interface PageMarks {
  readonly blank: boolean
  readonly number: PageNumber | null
  /** Width over height. */
  readonly aspect: number
  /** Long numbers and codes: of a document, a firm, an account. They come again on the pages of one document. */
  readonly ids: ReadonlySet<string>
  /** The words of the uppermost and of the lowest rows. */
  readonly head: ReadonlySet<string>
  readonly foot: ReadonlySet<string>
  /** The longer words of the whole page: what a document speaks of, it speaks of on all its pages. */
  readonly words: ReadonlySet<string>
  /** Of the usual row, in shares of the page's width; 0 without rows. Programs set the pages of one document in one size. */
  readonly rowHeight: number
  /** Share of Cyrillic among the letters; null with hardly any letters. */
  readonly cyrillic: number | null
  readonly firstText: string
  readonly lastText: string
  /** It says that it goes on from the page before («carried forward», «продолжение»). */
  readonly continues: boolean
  /** Its first row is one that no document begins with: terms of payment, taxes, sums. */
  readonly startsWithEnd: boolean
  /** It says that it goes on overleaf, or that something is carried over. */
  readonly goesOn: boolean
  /** Number of the first and last clause in the margin («7.2»), as numbers that order; null where there is none. */
  readonly firstClause: number | null
  readonly lastClause: number | null
  /** Signatures, a total: what stands at the end. */
  readonly ends: boolean
  /** A tall row in the upper part, and a date there: what stands at the beginning. */
  readonly titled: boolean
  readonly dated: boolean
}

const HEAD = 0.16
const FOOT = 0.88
const UPPER = 0.45
const DATE =
  /(?<!\d)\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d)|(?<!\d)\d{4}-\d{2}-\d{2}|(?<!\d)\d{1,2}\.?\s\p{L}{3,9}\.?\s\d{4}|\p{L}{3,9}\s\d{1,2},\s\d{4}/u
const ID = /(?<![\p{L}\d])(?=[\p{L}\d/-]*\d{3})[\p{L}\d][\p{L}\d/-]{4,24}(?![\p{L}\d])/gu
// «Report» is a carried sum in French and a word like any other in English, «übertragen» an everyday verb: only alone on a row with a figure or nothing.
const CONTINUES =
  /\bcontinued\b|carried\sforward|brought\sforward|^\s*(?:übertrag|(?:à\s)?report(?:er)?|перенос)\s*[:.]?\s*(?:[\d(€-].*)?$|(?<!\p{L})fortsetzung(?!\p{L})|(?<!\p{L})продолжение(?!\p{L})/imu
const GOES_ON =
  /continued\s(?:on|overleaf)|carried\sforward|^\s*übertrag(?!\p{L})|fortsetzung\sfolgt|à\sreporter|продолжение\s(?:на|следует)|итого\sпо\sстранице/imu
const ENDS =
  /in\switness\swhereof|подписи\sсторон|signature|unterschrift|с\sуважением|yours\s(?:sincerely|faithfully)|mit\sfreundlichen|thank\syou\sfor\syour|руководитель|главный\sбухгалтер|всего\sк\sоплате|grand\stotal|total\sdue|amount\sdue|zahlbetrag|summe\sbrutto|итого|balance\sdue|gesamtbetrag|net\sà\spayer|end\sof\sdocument/iu
const END_ROW =
  /^(?:zahlungs(?:bedingungen|konditionen|weise|art)|bankverbindung|steueraufschlüsselung|(?:zwischen|gesamt)?summe|gesamtbetrag|payment\s(?:terms|details|instructions)|terms\sof\spayment|bank\sdetails|(?:vat|tax)\s(?:summary|breakdown)|(?:sub)?total|amount\sdue|conditions\sde\s(?:paiement|règlement)|coordonnées\sbancaires|условия\sоплаты|всего|итого|сумма\sпрописью)(?!\p{L})/iu
const CLAUSE = /^(?:§\s?)?(\d{1,2})(?:\.(\d{1,2}))?(?:\.\d{1,2})*[.)]?\s+\p{L}/u

export function marksOf(page: Page): PageMarks {
  const lines = page.lines.toSorted((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)
  const text = lines.map((line) => line.text).join('\n')
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  const clauses = lines.flatMap((line) => clauseOf(line.text))
  const body = lines.filter(({ box, text: own }) => box.y0 < 0.93 && /\p{L}{2}/u.test(own))
  const tail = lines
    .slice(-12)
    .map((line) => line.text)
    .join('\n')
  return {
    blank: page.blank === true || letters < 12,
    number: pageNumberOf(page),
    aspect: page.widthPx / page.heightPx,
    ids: new Set([...text.matchAll(ID)].map(([id]) => id.toUpperCase()).filter((id) => !/^\d{4}-\d{2}-\d{2}$|^(?:19|20)\d{2}$/.test(id))),
    head: wordsOf(lines.filter(({ box }) => box.y1 < HEAD)),
    foot: wordsOf(lines.filter(({ box }) => box.y0 > FOOT)),
    words: new Set(text.toLowerCase().match(/\p{L}{5,}/gu) ?? []),
    rowHeight: usualHeight(lines) * (page.heightPx / page.widthPx),
    cyrillic: letters < 40 ? null : (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) / letters,
    firstText: body[0]?.text ?? '',
    lastText: body.at(-1)?.text ?? '',
    continues: CONTINUES.test(
      lines
        .slice(0, 10)
        .map((line) => line.text)
        .join('\n'),
    ),
    startsWithEnd: END_ROW.test(body[0]?.text.trim() ?? ''),
    goesOn: GOES_ON.test(tail),
    firstClause: clauses[0] ?? null,
    lastClause: clauses.at(-1) ?? null,
    ends: ENDS.test(tail),
    titled: hasTitle(lines),
    dated: lines.some(({ box, text: own }) => box.y0 < UPPER && DATE.test(own)),
  }
}

/** A short row that is taller than the text, in the upper part of the page. */
function hasTitle(lines: readonly Line[]): boolean {
  const usual = usualHeight(lines) || 1
  return lines.some(({ box, words }) => box.y0 < UPPER && box.y1 - box.y0 > 1.25 * usual && words.length <= 10)
}

/** Median, in shares of the page's height. */
function usualHeight(lines: readonly Line[]): number {
  const heights = lines.map(({ box }) => box.y1 - box.y0).sort((a, b) => a - b)
  return heights[Math.floor(heights.length / 2)] ?? 0
}

function clauseOf(text: string): readonly number[] {
  const match = CLAUSE.exec(text)
  return match ? [Number(match[1]) * 100 + Number(match[2] ?? 0)] : []
}

/** Words without figures: those change from page to page. */
function wordsOf(lines: readonly { readonly text: string }[]): ReadonlySet<string> {
  return new Set(lines.flatMap(({ text }) => text.toLowerCase().match(/\p{L}{3,}/gu) ?? []))
}
