import { proseOf } from '../../core/prose/index.ts'
import type { Page, Reading } from '../../core/reading.ts'

interface Sign {
  readonly pattern: RegExp
  readonly weight: number
}

// A title that stands in a short row of the first two pages.
const TITLE =
  /^(?:form\sof\s)?(?:[\p{L}&,'’/-]+\s){0,8}?(?:agreement|contract|lease|memorandum\sof\sunderstanding|deed)(?:\s(?:of|for|between|to|on|no)\b.{0,60})?$|^(?:[\p{L}-]+\s){0,4}?(?:договор|контракт|соглашение)(?:\s.{0,90})?$|^(?:\p{L}+-?\s?){0,3}(?:\p{L}*vertrag|\p{L}*vereinbarung)(?:\s.{0,60})?$/iu
const NAMES_ANOTHER =
  /^(?:contract|agreement|договор|контракт|vertrag)[\s-]*(?:no|number|nr|date|№|#|:|дата|от\s\d|id)|\d{3,}|[:]|по\sдоговору|основание/iu
// What contracts say and papers that only mention one do not.
const WORDS: readonly Sign[] = [
  {
    pattern:
      /this\s(?:\p{L}+\s){0,5}agreement|настоящ\p{L}+\s(?:договор|соглашени|контракт)|dieser\s(?:vertrag|vereinbarung)|dieses\svertrag/iu,
    weight: 1.4,
  },
  {
    pattern: /\bwitnesseth\b|\bwhereas\b|in\switness\swhereof|now,?\stherefore|the\sparties\s(?:hereto|agree)|by\sand\s(?:between|among)/iu,
    weight: 1.6,
  },
  { pattern: /именуем\p{L}+\s(?:в\sдальнейшем|далее)|заключили\sнастоящ|стороны\sдоговорились|с\sодной\sстороны/iu, weight: 2 },
  { pattern: /hereinafter|hereunder|hereto\b/iu, weight: 0.6 },
  { pattern: /предмет\sдоговора|права\sи\sобязанности\sсторон|реквизиты\s(?:и\sподписи\s)?сторон|ответственность\sсторон/iu, weight: 1.4 },
  { pattern: /govern(?:ed|ing)\sby|governing\slaw|entire\sagreement|terminat(?:e|ion)\sof\sthis/iu, weight: 0.8 },
  { pattern: /vertragsparteien|vertragsgegenstand|nachfolgend|laufzeit|kündigungsfrist/iu, weight: 1 },
]
const AGAINST: readonly Sign[] = [
  {
    pattern:
      /(?:^|\s)(?:invoice|rechnung|facture|сч[её]т(?:-фактура|\sна\sоплату|\s№)|универсальный\sпередаточный|товарная\sнакладная|акт\s(?:№|об|выполнен|при[её]м)|receipt|кассовый\sчек|заявка\s(?:№|на))/iu,
    weight: 2,
  },
]
const LONGEST_TITLE = 14 // words

/** Probability that the reading is a contract: its title, then words of agreements; what is titled as a paper about one is not. */
export function recogniseContract(reading: Reading): number {
  const pages = reading.pages.slice(0, 3)
  const words = pages.reduce((n, page) => n + page.lines.reduce((m, line) => m + line.words.length, 0), 0)
  if (words < 40) return 0
  const text = proseOf({ pages }).text
  const top = titleRows(pages)
  let score = -3
  if (top.some((row) => TITLE.test(row) && !NAMES_ANOTHER.test(row))) score += 2
  for (const { pattern, weight } of WORDS) if (pattern.test(text)) score += weight
  if (top.slice(0, 8).some((row) => AGAINST.some(({ pattern }) => pattern.test(row)))) score -= AGAINST[0]!.weight
  // Running text fills the rows; forms and tables do not.
  if (
    words /
      Math.max(
        1,
        pages.reduce((n, page) => n + page.lines.length, 0),
      ) >
    6
  )
    score += 0.6
  if (reading.pages.length > 3) score += 0.4
  return 1 / (1 + Math.exp(-score))
}

function titleRows(pages: readonly Page[]): readonly string[] {
  return pages.slice(0, 2).flatMap((page) =>
    page.lines
      .slice(0, 25)
      .filter(({ words }) => words.length <= LONGEST_TITLE)
      .map(({ text }) => text.trim()),
  )
}
