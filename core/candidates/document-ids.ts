/** An id as printed: letters, digits and inner signs, at least one digit. */
export interface FoundId {
  readonly value: string
  readonly from: number
  readonly to: number
}

const LEAD = /^(?:[\s:;.,–—-]|(?:no|nr|num|number|n[°oº]|№|#|nummer|numéro|номер|is|lautet)(?![\p{L}]))*[\s:;.,#№]*/iu
const TOKEN = /^[\p{L}\p{N}](?:[\p{L}\p{N}_./\\*+-]*[\p{L}\p{N}])?/u

/** The id at the start of a text, behind separators and a repeated number sign. Null when the text starts with prose. */
export function idAtStart(text: string): FoundId | null {
  const lead = LEAD.exec(text)?.[0].length ?? 0
  const from = /^[#№(]/.test(text.slice(lead)) ? lead + 1 : lead
  const first = TOKEN.exec(text.slice(from))?.[0]
  if (first === undefined) return null
  let to = from + first.length
  // "RE 2023-001", "A - 17", "2023 / 15": short letters or a joining sign continue in the next word.
  for (let i = 0; i < 3; i++) {
    const joined =
      /^\s?[-/]\s?(?=[\p{L}\p{N}])/u.exec(text.slice(to)) ??
      (/^\p{Lu}{1,4}$/u.test(text.slice(from, to)) ? /^\s(?=\d)/.exec(text.slice(to)) : null)
    const next = joined ? TOKEN.exec(text.slice(to + joined[0].length))?.[0] : undefined
    if (!joined || next === undefined || !/\d/.test(next)) break
    to += joined[0].length + next.length
  }
  const value = text.slice(from, to)
  return /\d/.test(value) && value.length <= 40 ? { value, from, to } : null
}
