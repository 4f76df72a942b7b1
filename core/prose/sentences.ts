import type { Prose } from './prose.ts'

export interface Sentence {
  readonly text: string
  readonly from: number
  readonly to: number
  /** The heading it stands under, as printed, without its number; empty before the first. */
  readonly heading: string
}

const NUMBERED =
  /^(?:(?:article|section|clause|статья|раздел|глава|artikel)\s+(?:\p{L}+|\d+)\b|§\s*\d+|\(?(?:\d{1,2}|[IVX]{1,5}|[a-z])(?:\.\d{1,2}){0,3}[.)]*)[\s.:–—-]*/iu
const LONGEST_HEADING = 80

/**
 * The running text cut where a sentence ends or a clause begins. A heading is a short row without a full stop that is numbered, in capitals or in title
 * case, or the words before the first full stop of a numbered clause («7.2 Governing Law. This Agreement …»).
 */
export function sentencesOf(prose: Prose): readonly Sentence[] {
  const starts = new Set<number>([0])
  const headings = new Map<number, string>()
  for (const [i, row] of prose.rows.entries()) {
    const text = prose.text.slice(row.from, row.to)
    const number = NUMBERED.exec(text)?.[0] ?? ''
    const next = prose.rows[i + 1]
    const rest = text.slice(number.length)
    if (isHeading(rest, number !== '')) {
      headings.set(row.from, rest.replace(/[\s.:]+$/u, ''))
      starts.add(row.from)
      if (next) starts.add(next.from)
    } else if (number !== '') {
      starts.add(row.from)
      const inline = /^(\p{Lu}[\p{L}\s,;/&’'-]{2,60})[.:]\s/u.exec(rest)
      if (inline) headings.set(row.from, inline[1]!)
    }
  }
  for (const { index } of prose.text.matchAll(END)) {
    const end = index + 1
    if (!abbreviation(prose.text.slice(Math.max(0, index - 14), index))) starts.add(end + 1)
  }
  const sorted = [...starts].filter((at) => at < prose.text.length).sort((a, b) => a - b)
  let heading = ''
  return sorted.flatMap((from, i) => {
    heading = headings.get(from) ?? heading
    const text = prose.text.slice(from, sorted[i + 1] ?? prose.text.length).trimEnd()
    return text === '' ? [] : [{ text, from, to: from + text.length, heading }]
  })
}

const END = /[.;!?]["”»)]?(?=\s(?:["“«(]?\p{Lu}|\d|\())/gu
const SHORT = /(?:^|[\s(«"])(?:no|nos|inc|corp|co|ltd|mr|mrs|ms|dr|st|art|sec|vs|u\.s|u\.k|e\.g|i\.e|p|т|ч|д|г|гг|ул|пр|руб|коп|ст|п|пп|им|обл|стр|корп|кв|оф|тел|nr|str|abs|ziff|bzw|z\.b|\p{Lu})$/iu

function abbreviation(before: string): boolean {
  return SHORT.test(before)
}

function isHeading(text: string, numbered: boolean): boolean {
  const bare = text.replace(/[\s.:]+$/u, '')
  const words = bare.split(/\s+/u).filter((word) => /\p{L}/u.test(word))
  if (bare.length < 3 || bare.length > LONGEST_HEADING || words.length === 0 || words.length > 10 || /[,;]$/u.test(text)) return false
  const capitals = bare === bare.toUpperCase() && bare !== bare.toLowerCase()
  if (capitals) return true
  const significant = words.filter((word) => word.length > 3)
  const titled = significant.length > 0 && significant.every((word) => /^["“«(]?\p{Lu}/u.test(word))
  // Russian headings have one capital: «2. Предмет договора».
  const plain = /^\p{Lu}/u.test(bare) && words.length <= 7 && !/[.,;]/u.test(bare)
  return numbered ? titled || plain : titled && words.length <= 6 && !/[.,;]$/u.test(text)
}
