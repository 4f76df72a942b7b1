import type { Word } from '../../core/reading.ts'

// Letters of both alphabets that no reader can tell apart by shape, upper and lower case.
const LATIN = 'ABCEHKMOPTXYaceopxyk'
const CYRILLIC = 'АВСЕНКМОРТХУасеорхук'

/**
 * A word with letters of both alphabets is a misreading: the look-alikes of the rarer alphabet are turned into the other's. Words with a
 * letter that has no twin in the winning alphabet stay as they are, and so do words of one alphabet: `HP` may be meant.
 */
export function repairLookAlikes(word: string): string {
  return repairDigits(repairAlphabet(word))
}

/** A lone 3 before small Cyrillic letters is the letter З, a lone 0 among them the letter о: no unit or code is written so. */
function repairDigits(word: string): string {
  return word.replace(/(?<![\d.,])3(?=[а-яё]{2})/gu, 'З').replace(/(?<=[а-яё])0(?=[а-яё])/gu, 'о')
}

function repairAlphabet(word: string): string {
  const latin = word.match(/\p{Script=Latin}/gu)?.length ?? 0
  const cyrillic = word.match(/\p{Script=Cyrillic}/gu)?.length ?? 0
  if (latin === 0 || cyrillic === 0 || latin === cyrillic) return word
  const [from, to, rare] = cyrillic > latin ? [LATIN, CYRILLIC, /\p{Script=Latin}/u] : [CYRILLIC, LATIN, /\p{Script=Cyrillic}/u]
  const repaired = [...word].map((letter) => (rare.test(letter) ? to[from.indexOf(letter)] : letter))
  return repaired.includes(undefined) ? word : repaired.join('')
}

/** A word as `repair` makes it; what was read is kept beside. */
export function mended(word: Word, repair: (text: string) => string): Word {
  const text = repair(word.text)
  return text === word.text ? word : { ...word, text, otherReadings: [...(word.otherReadings ?? []), word.text] }
}

/**
 * The word with its look-alike letters put right; `next` is the word after it. Two signs are misread in Cyrillic print as a rule: the numero
 * sign before a number, and the company form ООО, which the quotation mark behind it tells from a zero.
 */
export function repairWord(word: string, next: string | undefined): string {
  if (/^(?:N[eoº°g]|Мо|Ме)$/.test(word) && next && /\d/.test(next)) return '№'
  if (/^[0OО]{3}$/.test(word) && next && /^[«"“„]/.test(next)) return 'ООО'
  return repairLookAlikes(word)
}
