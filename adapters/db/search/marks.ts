import { z } from 'zod'
import type { Box } from '../../../core/geometry.ts'
import { codesOf, plainText } from '../../../core/search/index.ts'
import type { Tx } from '../database.ts'
import { sql } from '../sql.ts'
import { anyTerm, type Term } from './query.ts'

export interface FoundPassage {
  readonly documentId: string
  /** Null = a value that stands on no page. */
  readonly page: number | null
  /** The field whose value this is; null = read from the page. */
  readonly path: string | null
  readonly text: string
  /** Stretches of `text` that answer what was looked for: first character and the one behind the last. */
  readonly marks: readonly (readonly [number, number])[]
  /** Places of those words on the page. */
  readonly boxes: readonly Box[]
}

type Unmarked = Omit<FoundPassage, 'marks'>

/** Finds in each passage the words that were looked for. `boxes` holds one place per word, or one for all of them. */
export async function markWords(tx: Tx, terms: readonly Term[], passages: readonly Unmarked[]): Promise<readonly FoundPassage[]> {
  const split = passages.map((passage) => ({ passage, words: [...passage.text.matchAll(/\S+/g)] }))
  const distinct = [...new Set(split.flatMap(({ words }) => words.map(([word]) => plainText(word))))]
  const hits = await tx.rows(
    z.object({ word: z.string() }),
    sql`select word from unnest(${distinct}::text[]) as w (word) where to_tsvector('russian', word) @@ (${anyTerm(terms)})`,
  )
  const asked = new Set(hits.map(({ word }) => word))
  const codes = new Set(terms.flatMap((term) => term.codes))
  const isHit = (word: string) => asked.has(plainText(word)) || codesOf(word).some((code) => codes.has(code))
  return split.map(({ passage, words }) => {
    const at = words.flatMap(([word], i) => (isHit(word) ? [i] : []))
    const isWhole = passage.boxes.length === 1 && words.length > 1
    return {
      ...passage,
      marks: at.map((i) => [words[i]?.index ?? 0, (words[i]?.index ?? 0) + (words[i]?.[0].length ?? 0)] as const),
      boxes: isWhole ? passage.boxes : at.flatMap((i) => passage.boxes[i] ?? []),
    }
  })
}
