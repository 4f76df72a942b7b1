import type { Prose } from '../../../core/prose/index.ts'
import type { Found } from '../../shared/worded/found.ts'

const ROW =
  /^(?:\d{1,2}(?:\.\d{1,2})*[.)]\s)?(приложение|exhibit|schedule|annex|appendix|attachment|anlage|anhang)\s(?:№|N[oо]?\.?|Nr\.?)?\s?(\d{1,2}|[A-ZА-Я](?![\p{L}]))(?:\s?[-–—:.]+\s?|\s)["«“]?(\p{Lu}[^"»”;]{2,110}?)["»”]?[\s.;,]*$/iu
const SENTENCE = /(?:shall|hereby|обязу|является|подпис|соглас|настоящ|к\sдоговору|agreement|of\s\d)/iu
const MOST = 30

/** Appendices that a row of their own names with number and title: the list at the end, or the head of the appendix. */
export function findAppendices(prose: Prose): readonly Found[] {
  const named = prose.rows.flatMap(({ from, to }) => {
    const match = ROW.exec(prose.text.slice(from, to).trim())
    return match && !SENTENCE.test(match[3]!) ? [{ from, to, number: match[2]!, title: match[3]!.trim() }] : []
  })
  const first = named.filter(({ number }, i) => named.findIndex((one) => one.number === number) === i).slice(0, MOST)
  return first.flatMap(({ from, to, number, title }, i): readonly Found[] => [
    { path: `appendices[${i}].number`, value: number, from, to, score: 0.7 },
    { path: `appendices[${i}].title`, value: title, from, to, score: 0.7 },
  ])
}
