import type { Golden } from '../../core/llm/golden.ts'
import { type Asked, answerFor, wordsAsked } from './model-server.ts'

/** The golden reply to a question about its page, as a model would write it; `without`: paths that this model no longer finds. */
export function goldenReply(asked: Asked, { reply }: Golden, without: readonly string[] = []): string {
  const words = wordsAsked(asked)
  const answers = Object.entries(reply)
    .filter(([path]) => !without.includes(path))
    .map(([path, [value, printed]]) => [path, { value, words: idsOf(words, printed.split(' ')) }])
  return answerFor(asked, Object.fromEntries(answers))
}

/** Numbers of the words as they stand in a row; a number that no word has where they do not. */
function idsOf(words: ReturnType<typeof wordsAsked>, printed: readonly string[]): readonly number[] {
  const at = words.findIndex((_, i) => printed.every((text, n) => words[i + n]?.text === text))
  return at < 0 ? [99_999] : words.slice(at, at + printed.length).map(({ id }) => id)
}
