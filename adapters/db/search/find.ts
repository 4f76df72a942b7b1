import { z } from 'zod'
import { Status } from '../../../core/status.ts'
import type { Database, Tx } from '../database.ts'
import { containing, type Sql, sql } from '../sql.ts'
import { boxesOf } from './entries.ts'
import { type FoundPassage, markWords } from './marks.ts'
import { allTerms, anyTerm, type Term, termsOf } from './query.ts'

export interface SearchFilter {
  readonly text: string
  readonly type: string | null
  /** Part of the supplier's (or partner's) name. */
  readonly supplier: string | null
  /** ISO dates, both included. */
  readonly from: string | null
  readonly to: string | null
  /** Decimal strings, both included. */
  readonly least: string | null
  readonly most: string | null
  readonly status: Status | null
  /** Id of a queue; '' = the documents that no queue was made for. */
  readonly queue: string | null
}

export interface FoundDocument {
  readonly id: string
  readonly fileName: string
  readonly status: Status
  readonly type: string
  readonly partner: string | null
  readonly number: string | null
  readonly date: string | null
  readonly amount: string | null
  readonly currency: string | null
  readonly passages: readonly FoundPassage[]
}

export interface Found {
  readonly documents: readonly FoundDocument[]
  /** Cursor of the next page. */
  readonly next: string | null
  /** Documents that match, at most `MOST_RANKED`. */
  readonly total: number
  /** Typed word → words that were taken instead. */
  readonly instead: Readonly<Record<string, readonly string[]>>
}

/** More than these are not put in order of how well they match: of so many, the newest are. */
export const MOST_RANKED = 1000
const PASSAGES_SHOWN = 3
const MARKED_PLACES = 300

const Row = z
  .object({
    id: z.string(),
    file_name: z.string(),
    status: Status,
    type: z.string(),
    partner: z.string().nullable(),
    number: z.string().nullable(),
    date: z.string().nullable(),
    amount: z.string().nullable(),
    currency: z.string().nullable(),
    rank: z.string(),
    total: z.coerce.number(),
  })
  .transform(({ file_name, ...same }) => ({ ...same, fileName: file_name }))

const PassageRow = z.object({
  document_id: z.string(),
  page: z.number().nullable(),
  path: z.string().nullable(),
  text: z.string(),
  boxes: z.array(z.number()),
})

export type Search = ReturnType<typeof createSearch>

/** Full text over everything that was read, within what the asking organisation may see. */
export function createSearch(db: Database) {
  return {
    /** Best match first; without a text the newest first. The cursor is opaque. */
    find: (organisationId: string, filter: SearchFilter, page: { readonly after: string | null; readonly limit: number }): Promise<Found> =>
      db.transaction(organisationId, async (tx) => {
        const terms = await termsOf(tx, filter.text)
        const isEmpty = filter.text.trim() !== '' && terms.length === 0
        const rows = isEmpty ? [] : await matching(tx, filter, terms, page)
        const shown = rows.slice(0, page.limit)
        const passages = await passagesOf(
          tx,
          terms,
          shown.map(({ id }) => id),
          PASSAGES_SHOWN,
        )
        const last = shown.at(-1)
        return {
          documents: shown.map(({ rank: _rank, total: _total, ...row }) => ({ ...row, passages: passages.get(row.id) ?? [] })),
          next: rows.length > page.limit && last ? `${last.rank}_${last.id}` : null,
          total: rows[0]?.total ?? 0,
          instead: Object.fromEntries(
            terms.flatMap(({ words: [word], instead }) => (word !== undefined && instead.length > 0 ? [[word, instead]] : [])),
          ),
        }
      }),

    /** Where the words of a search stand in one document, at most 300 passages. Empty where the document must not be found. */
    places: (organisationId: string, documentId: string, text: string): Promise<readonly FoundPassage[]> =>
      db.transaction(organisationId, async (tx) => {
        const terms = await termsOf(tx, text)
        const seen = await tx.row(z.object({}), sql`select from search_shown() where document_id = ${documentId}`)
        return seen ? ((await passagesOf(tx, terms, [documentId], MARKED_PLACES)).get(documentId) ?? []) : []
      }),
  }
}

/** The newest of what matches, the best of them first: only for these is it looked up what is shown. */
function matching(tx: Tx, filter: SearchFilter, terms: readonly Term[], { after, limit }: { after: string | null; limit: number }) {
  const cursor = /^([\d.e+-]{1,30})_([0-9a-f-]{36})$/.exec(after ?? '')
  const behind = cursor ? sql`(rank, id) < (${cursor[1]}::real, ${cursor[2]})` : sql`true`
  return tx.rows(
    Row,
    sql`with matched as materialized (select id, rank from ${matchingDocuments(filter, terms)}),
        best as (select id, rank from matched where ${behind} order by rank desc, id desc limit ${limit + 1})
        select best.id, d.file_name, d.status, s.type, s.partner, s.number, s.date::text as date, s.amount::text as amount, s.currency,
               best.rank::text as rank, (select count(*) from matched) as total
        from best join search_documents s on s.document_id = best.id join documents d on d.id = best.id
        order by best.rank desc, best.id desc`,
  )
}

function matchingDocuments({ type, supplier, from, to, least, most, status, queue }: SearchFilter, terms: readonly Term[]): Sql {
  return sql`search_matching_documents(${terms.length > 0 ? allTerms(terms) : null}, ${type}, ${supplier === null ? null : containing(supplier)}, ${from}, ${to}, ${least},
    ${most}, ${status}, ${queue}, ${MOST_RANKED})`
}

/** The passages of each document that say most of what was looked for, the best first. */
async function passagesOf(
  tx: Tx,
  terms: readonly Term[],
  ids: readonly string[],
  most: number,
): Promise<ReadonlyMap<string, readonly FoundPassage[]>> {
  if (terms.length === 0 || ids.length === 0) return new Map()
  const rows = await tx.rows(
    PassageRow,
    sql`select p.document_id, p.page, p.path, p.text, array_to_json(p.boxes) as boxes from unnest(${ids}::text[]) as wanted (id), lateral (
          select *, ts_rank(q.vector, ${anyTerm(terms)}) as rank from search_passages q
          where q.document_id = wanted.id and ts_filter(q.vector, '{a}') @@ (${anyTerm(terms)})
          order by rank desc, q.page is null, q.position limit ${most}) p
        order by p.document_id, p.rank desc, p.page is null, p.position`,
  )
  const marked = await markWords(
    tx,
    terms,
    rows.map(({ document_id, boxes, ...same }) => ({ ...same, documentId: document_id, boxes: boxesOf(boxes) })),
  )
  return Map.groupBy(marked, ({ documentId }) => documentId)
}
