import { z } from 'zod'
import { askedText } from '../../../core/search/index.ts'
import type { Database, Tx } from '../database.ts'
import { type Sql, sql } from '../sql.ts'
import { boxesOf } from './entries.ts'
import { type FoundPassage, markWords } from './marks.ts'
import { queryOf, type Term, termsOf } from './query.ts'

/** Share of what was asked, rare words counting more, that a passage must speak of. Below it there is no answer. */
const LEAST_COVERAGE = 0.6
/** A word that only the document is about (its partner, number, type) counts for so much. */
const CONTEXT_SHARE = 0.7
const MOST_CANDIDATES = 2000
/** Times as many as are wanted: some of the best only repeat the question. */
const LOOKED_AT = 4

export interface AnsweringPassage extends FoundPassage {
  readonly fileName: string
  readonly type: string
  readonly partner: string | null
  readonly number: string | null
  /** 0..1: how much of the question it speaks of. */
  readonly coverage: number
}

const Row = z.object({
  document_id: z.string(),
  page: z.number().nullable(),
  path: z.string().nullable(),
  text: z.string(),
  boxes: z.array(z.number()),
  file_name: z.string(),
  type: z.string(),
  partner: z.string().nullable(),
  number: z.string().nullable(),
  coverage: z.coerce.number(),
})

interface Weighed {
  readonly query: Sql
  readonly weight: number
}

export type Answers = ReturnType<typeof createAnswers>

/** Passages that may answer questions. `least`: the share of a question, 0..1, below which nothing counts as an answer. */
export function createAnswers(db: Database, least = LEAST_COVERAGE) {
  return {
    /** The passages that speak of most of the question, the best first; none below the threshold. */
    passages: (organisationId: string, question: string, limit: number): Promise<readonly AnsweringPassage[]> =>
      db.transaction(organisationId, async (tx) => {
        const terms = await termsOf(tx, askedText(question))
        if (terms.length === 0) return []
        const weighed = await weigh(tx, terms)
        if (weighed.length === 0) return []
        const rows = await tx.rows(Row, statement(weighed, limit * LOOKED_AT, least))
        const found = rows.map(({ document_id, boxes, file_name, ...same }) => ({
          ...same,
          documentId: document_id,
          fileName: file_name,
          boxes: boxesOf(boxes),
        }))
        const marked = await markWords(tx, terms, found)
        return found
          .map((passage, i) => ({ ...passage, marks: marked[i]?.marks ?? [], boxes: marked[i]?.boxes ?? passage.boxes }))
          .filter((passage) => !isEcho(passage))
          .slice(0, limit)
      }),
  }
}

/** It says nothing but what was asked: the number by which a document was named tells nothing about it. */
function isEcho({ text, marks }: Pick<FoundPassage, 'text' | 'marks'>): boolean {
  const rest = marks.reduceRight((left, [from, to]) => left.slice(0, from) + left.slice(to), text)
  return !/[\p{L}\p{N}]/u.test(rest)
}

/** Inverse document frequency: a word that every document holds tells little. Nothing where there are no documents. */
async function weigh(tx: Tx, terms: readonly Term[]): Promise<readonly Weighed[]> {
  const all = await tx.row(z.object({ count: z.coerce.number() }), sql`select count(*) as count from search_documents`)
  const documents = all?.count ?? 0
  if (documents === 0) return []
  const spellings = terms.map(({ words, instead }) => [...words, ...instead].join(' '))
  const used = await tx.rows(
    z.object({ uses: z.coerce.number() }),
    sql`select coalesce(sum(w.uses), 0) as uses from unnest(${spellings}::text[]) with ordinality as asked (words, at)
        left join search_words w on w.lexeme = any (tsvector_to_array(to_tsvector('russian', asked.words))) group by at order by at`,
  )
  return terms.map((term, i) => {
    const uses = Math.min(documents, Math.max(0.5, used[i]?.uses ?? 0))
    return { query: queryOf(term), weight: Math.log(1 + documents / uses) }
  })
}

/**
 * Only passages that hold one of the rarest terms are looked at: as many of those as it takes so that all others together stay below the threshold.
 */
function statement(weighed: readonly Weighed[], limit: number, least: number): Sql {
  const total = weighed.reduce((sum, { weight }) => sum + weight, 0)
  const sorted = [...weighed].sort((a, b) => b.weight - a.weight)
  let rest = total
  const needed = sorted.filter(({ weight }) => {
    const isNeeded = rest >= least * total
    rest -= weight
    return isNeeded
  })
  const anyOf = (of: readonly Weighed[]) => of.map(({ query }) => query).reduce((all, one) => sql`${all} || ${one}`)
  const share = weighed
    .map(
      ({ query, weight }) =>
        sql`case when own.vector @@ ${query} then ${weight}::float8 when p.vector @@ ${query} then ${weight * CONTEXT_SHARE}::float8 else 0 end`,
    )
    .reduce((sum, one) => sql`${sum} + ${one}`)
  return sql`
    with candidates as materialized (
      select m.document_id, m."position" from search_matching_passages(${anyOf(needed)}) m order by m.document_id desc limit ${MOST_CANDIDATES}),
    scored as (
      select p.document_id, p.page, p.path, p.text, p.boxes, p.position, s.file_name, s.type, s.partner, s.number, (${share}) / ${total}::float8 as coverage
      from candidates c join search_passages p on p.document_id = c.document_id and p.position = c."position"
        join search_shown() s on s.document_id = p.document_id,
        lateral (select ts_filter(p.vector, '{a}') as vector) own
      where own.vector @@ (${anyOf(weighed)}))
    select document_id, page, path, text, boxes, file_name, type, partner, number, coverage from scored
    where coverage >= ${least} order by coverage desc, length(text), document_id desc, position limit ${limit}`
}
