import { chunksOf, codesOf, plainText } from './words.ts'

/** Words by which people ask and that say nothing of what they ask for; those that PostgreSQL's own lists hold need not stand here. */
const ASKING = new Set(
  `сколько какова каково каковы каков какую какому каком какими которого которой чему равен равна равно равны почему зачем чей чья чьё чье скажи скажите
   найди найдите покажи покажите подскажи пожалуйста есть ли наш наша наши нашего нашей много мало
   much many please tell show find give does did say says according our any there`.split(/\s+/),
)

/** A question without the words of asking. */
export function askedText(question: string): string {
  return chunksOf(question)
    .filter((chunk) => !ASKING.has(plainText(chunk)))
    .join(' ')
}

/** What a language model wrote: sentences, each with the passages (from 1) that it rests on. */
export interface GivenAnswer {
  readonly sentences: readonly { readonly text: string; readonly passages: readonly number[] }[]
}

export type AnswerFault = 'no_sentences' | 'no_citation' | 'unknown_passage' | 'number_not_there' | 'words_not_there'

/** Most of a sentence must be in its passages; a verb or an ending of its own is allowed. */
const LEAST_SHARE = 0.6
const STEM = 5

/**
 * Why an answer must not be shown; null when every sentence cites passages that are there, every number in it stands in one of them, and most of its
 * words do (in any form). What passes is still a model's wording: the passages are shown with it.
 */
export function answerFault({ sentences }: GivenAnswer, passages: readonly string[], question: string): AnswerFault | null {
  if (sentences.length === 0) return 'no_sentences'
  const asked = stemsOf(question)
  for (const { text, passages: cited } of sentences) {
    if (cited.length === 0) return 'no_citation'
    if (cited.some((n) => passages[n - 1] === undefined)) return 'unknown_passage'
    const source = cited.map((n) => passages[n - 1] ?? '').join('\n')
    const known = new Set(chunksOf(source).flatMap(codesIncludingParts))
    if (chunksOf(text).some((chunk) => codesOf(chunk).some((code) => !known.has(code)))) return 'number_not_there'
    const stems = [...stemsOf(text)]
    const there = stemsOf(source)
    const share = stems.filter((stem) => there.has(stem) || asked.has(stem)).length / Math.max(1, stems.length)
    if (share < LEAST_SHARE) return 'words_not_there'
  }
  return null
}

/** A number is known by itself and as a part of what it is printed in: «10 дней», «10-дневный». */
function codesIncludingParts(chunk: string): readonly string[] {
  return [...codesOf(chunk), ...(chunk.match(/\d+/g) ?? [])]
}

function stemsOf(text: string): ReadonlySet<string> {
  return new Set(
    plainText(text)
      .split(' ')
      .filter((word) => word.length > 3 && !/\d/.test(word))
      .map((word) => word.slice(0, STEM)),
  )
}
