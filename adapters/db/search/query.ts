import { z } from 'zod'
import { chunksOf, codesOf, isOneNumber, meantWords, plainText } from '../../../core/search/index.ts'
import type { Tx } from '../database.ts'
import { type Sql, sql } from '../sql.ts'

/** One thing that is looked for: any of its spellings will do. */
export interface Term {
  readonly words: readonly string[]
  readonly codes: readonly string[]
  /** Other words that were taken in its place, because no document holds it as it was typed. */
  readonly instead: readonly string[]
}

const MOST_TERMS = 20
const MOST_INSTEAD = 6

/** What was typed as terms; words that no document holds are taken as beginnings or as slips of ones that some do. `typed` holds no words of grammar. */
export async function termsOf(tx: Tx, typed: string): Promise<readonly Term[]> {
  const terms = chunksOf(typed)
    .map((chunk) => ({
      words: isOneNumber(chunk) ? [] : plainText(chunk).split(' ').filter(Boolean),
      codes: codesOf(chunk),
      instead: [] as readonly string[],
    }))
    .filter(({ words, codes }) => words.length > 0 || codes.length > 0)
    .slice(0, MOST_TERMS)
  const known = await tx.rows(
    z.object({ word: z.string(), stem: z.string().nullable(), known: z.boolean() }),
    sql`select word, stem, exists (select from search_words w where w.lexeme = stem) as known
        from unnest(${[...new Set(terms.flatMap(({ words }) => words))]}::text[]) as typed (word),
             lateral (select (tsvector_to_array(to_tsvector('russian', word)))[1] as stem) as s`,
  )
  const stemOf = new Map(known.map(({ word, stem }) => [word, stem]))
  const unknown = new Set(known.filter((each) => each.stem !== null && !each.known && !/\d/.test(each.word)).map(({ word }) => word))
  const meant: Term[] = []
  for (const term of terms) {
    // Words of grammar («по», "the") alone ask for nothing.
    if (term.codes.length === 0 && term.words.every((word) => stemOf.get(word) === null)) continue
    const [only] = term.words
    const isUnknown = term.words.length === 1 && only !== undefined && unknown.has(only)
    meant.push(isUnknown ? { ...term, instead: await near(tx, only) } : term)
  }
  return meant
}

async function near(tx: Tx, word: string): Promise<readonly string[]> {
  const rows = await tx.rows(z.object({ word: z.string(), begins: z.boolean() }), sql`select word, begins from search_words_near(${word})`)
  const longer = word.length < 3 ? [] : rows.filter(({ begins }) => begins).map((each) => each.word)
  const found =
    longer.length > 0
      ? longer
      : meantWords(
          word,
          rows.map((each) => each.word),
        )
  return found.slice(0, MOST_INSTEAD)
}

/** Any spelling of the term, as a tsquery. */
export function queryOf({ words, codes, instead }: Term): Sql {
  const spellings = [
    sql`plainto_tsquery('russian', ${words.join(' ')})`,
    ...codes.map((code) => sql`${`'${code}'`}::tsquery`),
    ...instead.map((word) => sql`plainto_tsquery('russian', ${word})`),
  ]
  return sql`(${spellings.reduce((all, one) => sql`${all} || ${one}`)})`
}

/** All of the terms. `terms` is not empty. */
export function allTerms(terms: readonly Term[]): Sql {
  return terms.map(queryOf).reduce((all, one) => sql`${all} && ${one}`)
}

/** Any word of any of the terms: what is marked where something was found. */
export function anyTerm(terms: readonly Term[]): Sql {
  const single = terms.flatMap((term) => [
    { ...term, words: [] as readonly string[] },
    ...term.words.map((word) => ({ words: [word], codes: [], instead: [] })),
  ])
  return single.map(queryOf).reduce((all, one) => sql`${all} || ${one}`)
}
