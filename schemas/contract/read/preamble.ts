import type { Prose } from '../../../core/prose/index.ts'

/** The part in which the parties and the date are named, `from` (inclusive) to `to` (exclusive). */
export interface Preamble {
  readonly from: number
  readonly to: number
  readonly text: string
}

// «This Agreement shall commence …» is a clause, not the opening.
const OPENS: readonly RegExp[] = [
  /(?:^|\s)THIS\s(?=(?:[\p{L}&,’'-]+\s){0,14}?(?:AGREEMENT|CONTRACT|LEASE|DEED)(?!\s(?:SHALL|WILL|MAY|shall|will|may)\s))/u,
  /(?:^|\s)This\s(?=(?:[\p{L}&,’'-]+\s){0,14}?(?:AGREEMENT|Agreement|Contract|CONTRACT|Lease|Deed|Amendment)(?!\s(?:shall|will|may|does)\s))/u,
  /(?<!\p{L})(?:by\sand\s)?between:?\s/iu,
  /\p{L}[^.;]{0,400}?(?:именуем|\(далее\s|\(«[А-ЯЁ][а-яё]+(?:\s[а-яё]+)?»\))/u,
  /(?<!\p{L})zwischen\s/iu,
]
const CLOSES =
  /(?<![\p{L}\d])(?:W\s?I\s?T\s?N\s?E\s?S\s?S\s?E\s?T\s?H|WITNESSETH|WHEREAS|RECITALS|Recitals|BACKGROUND|Background|NOW,?\s(?:THEREFORE|it is)|Now,?\s[Tt]herefore|IT\sIS\s(?:HEREBY\s)?AGREED|hereto\sagree\sas|hereby\sagree|agree\sas\sfollows|as\sfollows:|договорились|заключили|Предмет\s[Дд]оговора|ПРЕДМЕТ\s|(?:ARTICLE|Article|SECTION|Section)\s(?:I|1|ONE|One)(?![\p{L}\d])|\s1\.\s(?=\p{Lu})|Präambel|PRÄAMBEL|§\s?1(?!\d))/u
const LONGEST = 4000

/** From «This Agreement …» to the recitals or the first clause. A contract in form of a letter has it between the salutation and «as follows». */
export function preambleOf({ text }: Prose): Preamble {
  const starts = OPENS.flatMap((pattern, i) => {
    const match = pattern.exec(text)
    return match && match.index < 12_000 ? [{ at: match.index, i }] : []
  })
  // A cover names the parties as well; the sentence itself says more.
  const first = starts.find(({ i }) => i < 2) ?? starts.toSorted((a, b) => a.at - b.at)[0]
  const letter = /(?:Ladies and Gentlemen|Gentlemen|Dear [\p{Lu}][\p{L}.\s]{1,40})\s?[:,]/u.exec(text.slice(0, 6000))
  const from = letter && (!first || letter.index < first.at) ? letter.index + letter[0].length : (first?.at ?? 0)
  const rest = text.slice(from, from + LONGEST)
  const end = CLOSES.exec(rest.slice(40))
  const to = from + (end ? 40 + end.index : Math.min(rest.length, 2500))
  return { from, to, text: text.slice(from, to) }
}
