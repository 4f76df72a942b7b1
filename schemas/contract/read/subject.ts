import type { Sentence } from '../../../core/prose/index.ts'
import { type Found, LONGEST_QUOTE } from '../../shared/worded/found.ts'

const HEADING =
  /^(?:общие\sположения\sи\s)?предмет(?!\p{L})|предмет\s(?:договора|контракта|соглашения)|^(?:subject(?:[\s-]matter)?|scope(?:\sof\s\p{L}+)?|purpose|engagement|appointment|the\s(?:services|work)|services|grant\sof\slicen[sc]e|sale\s(?:and\spurchase|of\s\p{L}+))(?!\p{L})|(?:vertrags)?gegenstand/iu
const PROMISES =
  /обязу|переда[её]т|поруча|предоставля|выполня|оказыва|постав|прода[её]т|аренд|shall|agrees?|hereby|appoints?|engages?|grants?|will\s|verpflichtet|übernimmt|beauftragt|liefert|erbringt|vermietet|verkauft/iu
const CLAUSE_NUMBER = /^(?:(?:статья|article|section|clause|§)\s?)?[\dIVX]{1,4}(?:\.\d{1,2})*[.)]?\s*/iu
const LEAST = 30 // characters of a promise that says what it is about

/** What the contract is about: the first promise under the heading that names the subject. Kept as it is printed, without its number. */
export function findSubject(sentences: readonly Sentence[]): readonly Found[] {
  const said = sentences.find(({ text, heading }) => HEADING.test(heading) && PROMISES.test(text) && text.length >= LEAST)
  if (!said) return []
  const skipped = bare(said)
  const text = said.text.slice(skipped).slice(0, LONGEST_QUOTE)
  const value = text.replace(/[\s.;:,]+$/u, '')
  const from = said.from + skipped
  return value.length < LEAST ? [] : [{ path: 'subject', value, from, to: from + value.length, score: 0.75 }]
}

/** Length of «1.1.» and of a heading on the row itself («1. Subject. The Supplier shall …»). */
function bare({ text, heading }: Sentence): number {
  const number = CLAUSE_NUMBER.exec(text)?.[0].length ?? 0
  if (heading === '' || !text.slice(number).startsWith(heading)) return number
  return number + heading.length + (/^[\s.:]+/u.exec(text.slice(number + heading.length))?.[0].length ?? 0)
}
