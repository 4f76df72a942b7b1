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

const START = /(?<![\p{L}\p{N}_./\\*+-]|\d,)[\p{L}\p{N}]/gu

/** Every id that may begin at some word of a line, whatever stands before it. Amounts with decimals, percentages and bare single digits are none. */
export function findIds(text: string): readonly FoundId[] {
  if (!/\d/.test(text)) return []
  const found = new Map<number, FoundId>()
  for (const { index } of text.matchAll(START)) {
    const id = TOKEN.exec(text.slice(index)) && idAtStart(text.slice(index))
    if (!id) continue
    const [from, to] = [index + id.from, index + id.to]
    if (found.has(from) || isAmount(id.value) || /^(?:\s?%|,\d)/.test(text.slice(to)) || id.value.length < 2) continue
    found.set(from, { value: id.value, from, to })
  }
  return [...found.values()]
}

function isAmount(value: string): boolean {
  return /^\d{1,3}(?:[.,]\d{3})*[.,]\d{2}$/.test(value)
}
