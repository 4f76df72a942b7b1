import { editDistance } from '../extraction/labels/caption-key.ts'

const SHORTEST = 4

/** Words that a person may have meant, the nearest first: one slip (letter wrong, missing, too many, two exchanged) in a short word, two in a long one. */
export function meantWords(typed: string, known: readonly string[]): readonly string[] {
  if (typed.length < SHORTEST || /\d/.test(typed)) return []
  const most = typed.length >= 8 ? 2 : 1
  return known
    .filter((word) => !/\d/.test(word))
    .map((word) => ({ word, slips: areExchanged(typed, word) ? 1 : editDistance(typed, word, most) }))
    .filter(({ slips }) => slips <= most)
    .sort((a, b) => a.slips - b.slips || (a.word < b.word ? -1 : 1))
    .map(({ word }) => word)
}

/** Two neighbouring letters changed places. */
function areExchanged(a: string, b: string): boolean {
  if (a.length !== b.length) return false
  const at = [...a].findIndex((letter, i) => letter !== b[i])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}
