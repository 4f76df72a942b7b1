import type { Prose } from './prose.ts'

export interface Sentence {
  readonly text: string
  readonly from: number
  readonly to: number
  /** The heading it stands under, as printed, without its number; empty before the first. */
  readonly heading: string
}

const NUMBERED =
  /^(?:(?:[Aa]rticle|ARTICLE|[Ss]ection|SECTION|[Cc]lause|CLAUSE|[Сс]татья|СТАТЬЯ|[Рр]аздел|РАЗДЕЛ|[Гг]лава|Artikel)\s+(?:\p{L}+|\d+(?:\.\d+)*)(?=[\s.:)–—-]|$)|§\s*\d+|\d{1,2}(?:\.\d{1,2}){1,3}[.)]?(?=\s|\p{Lu}|$)|\d{1,2}[.)](?=\s|\p{Lu}|$)|\d{1,2}(?=\s\p{Lu})|[IVX]{1,5}[.)](?=\s|$)|\((?:\d{1,2}|[ivx]{1,5}|[a-z]{1,2})\)|[a-zA-Z][.)](?=\s))[\s.:–—)-]*/u
const ENDED = /[.;:!?]['"”»)\]]*$|[;,]\s(?:and|or|и|или|und|oder)$|^[\s_.–—-]*$|^[\d.()]{1,6}$|\.{4,}|_{3,}/u
const LONGEST_HEADING = 80

/**
 * The running text cut where a sentence ends or a clause begins. A heading is a short row without a full stop that is numbered, in capitals or in title
 * case, or the words before the first full stop of a numbered clause («7.2 Governing Law. This Agreement …»).
 */
export function sentencesOf(prose: Prose): readonly Sentence[] {
  const starts = new Set<number>([0])
  const headings = new Map<number, string>()
  // «7. Governing Law. This Agreement …» is one sentence.
  const glued: (readonly [number, number])[] = []
  let stopped = true
  for (const [i, row] of prose.rows.entries()) {
    const text = prose.text.slice(row.from, row.to)
    const begins = stopped || row.page !== prose.rows[i - 1]?.page
    stopped = ENDED.test(text)
    // «… for a term of two / (2) years»: in the middle of a sentence a number begins nothing.
    if (!begins) continue
    const number = NUMBERED.exec(text)?.[0] ?? ''
    const next = prose.rows[i + 1]
    const rest = text.slice(number.length)
    if (isHeading(rest, number !== '', next ? prose.text.slice(next.from, next.to) : '')) {
      glued.push([row.from, row.from + number.length])
      headings.set(row.from, rest.replace(/(?<![\s.:])[\s.:]+$/u, ''))
      starts.add(row.from)
      if (next) starts.add(next.from)
      stopped = true
    } else if (number !== '') {
      starts.add(row.from)
      glued.push([row.from, row.from + number.length])
      const inline = /^(\p{Lu}[\p{L}\s,;/&’'-]{2,60})[.:]\s/u.exec(rest)
      if (inline) {
        headings.set(row.from, inline[1]!)
        glued.push([row.from, row.from + number.length + inline[0].length])
      }
    }
  }
  for (const { index } of prose.text.matchAll(END)) {
    const end = index + 1
    if (!abbreviation(prose.text.slice(Math.max(0, index - 14), index))) starts.add(end + 1)
  }
  const sorted = [...starts]
    .filter((at) => at < prose.text.length && !glued.some(([from, to]) => at > from && at <= to))
    .sort((a, b) => a - b)
  let heading = ''
  return sorted.flatMap((from, i) => {
    heading = headings.get(from) ?? heading
    const text = prose.text.slice(from, sorted[i + 1] ?? prose.text.length).trimEnd()
    return text === '' ? [] : [{ text, from, to: from + text.length, heading }]
  })
}

const END = /[.;!?]["”»)]?(?=\s(?:["“«(]?\p{Lu}|\d|\())/gu
const SHORT =
  /(?:^|[\s(«"])(?:no|nos|inc|corp|co|ltd|mr|mrs|ms|dr|st|art|sec|vs|u\.s|u\.k|e\.g|i\.e|т\.\s?[чдпекн]|p|т|ч|д|г|гг|ул|пр|руб|коп|ст|п|пп|им|обл|стр|корп|кв|оф|тел|nr|str|abs|ziff|bzw|z\.b|\p{Lu})$/iu

function abbreviation(before: string): boolean {
  return SHORT.test(before)
}

function isHeading(text: string, numbered: boolean, below: string): boolean {
  const bare = text.replace(/(?<![\s.:])[\s.:]+$/u, '')
  const words = bare.split(/\s+/u).filter((word) => /\p{L}/u.test(word))
  if (bare.length < 3 || bare.length > LONGEST_HEADING || words.length === 0 || words.length > 10 || /[,;]$/u.test(text)) return false
  const capitals = bare === bare.toUpperCase() && bare !== bare.toLowerCase()
  if (capitals) return true
  const significant = words.filter((word) => word.length > 3)
  const titled = significant.length > 0 && significant.every((word) => /^["“«(]?\p{Lu}/u.test(word))
  // Russian headings have one capital: «2. Предмет договора».
  const plain = /^[А-ЯЁ]/u.test(bare) && words.length <= 7 && !/[.,;]/u.test(bare) && /^[\p{Lu}\d«"(]/u.test(below)
  return numbered ? titled || plain : titled && words.length <= 6 && !/[.,;]$/u.test(text)
}
