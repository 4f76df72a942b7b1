import type { Box } from '../../../core/geometry.ts'
import { codesIn, type EntryPassage, lexiconOf, plainText, type SearchEntry } from '../../../core/search/index.ts'
import type { Status } from '../../../core/status.ts'
import type { Database, Tx } from '../database.ts'
import { sql } from '../sql.ts'

const AT_ONCE = 200
/** Of a tsvector's possible 1 MB. A passage in the middle of a longer file is found by itself all the same. */
const MOST_LETTERS = 200_000

export type SearchEntries = ReturnType<typeof createSearchEntries>

/** What can be found of documents; each write replaces what was known of the document. */
export function createSearchEntries(db: Database) {
  return {
    write: (
      at: { readonly documentId: string; readonly organisationId: string; readonly run: number; readonly status: Status },
      entry: SearchEntry,
    ): Promise<void> =>
      db.transaction(at.organisationId, async (tx) => {
        const fields = entry.passages.filter(({ path }) => path !== null).map(wordsOf)
        const pages = entry.passages.filter(({ path }) => path === null).map(({ text }) => text)
        const read = pages.join('\n').slice(0, MOST_LETTERS)
        const all = `${entry.context}\n${fields.join('\n')}\n${pages.join('\n')}`
        await tx.run(sql`
          insert into search_documents (document_id, organisation_id, run, blind, type, partner, number, date, amount, currency, lexicon, vector)
          values (${at.documentId}, ${at.organisationId}, ${at.run}, ${entry.blind}, ${entry.type}, ${entry.partner}, ${entry.number},
                  ${entry.date}, ${entry.amount}, ${entry.currency}, ${offeredWords(entry, at.status)},
                  setweight(to_tsvector('russian', ${plainText(`${entry.context} ${fields.join(' ')}`)}), 'A')
                    || to_tsvector('russian', ${plainText(read)}) || array_to_tsvector(${codesIn(all)}::text[]))
          on conflict (document_id) do update set run = excluded.run, blind = excluded.blind, type = excluded.type, partner = excluded.partner,
            number = excluded.number, date = excluded.date, amount = excluded.amount, currency = excluded.currency, lexicon = excluded.lexicon,
            vector = excluded.vector, indexed_at = now()`)
        await tx.run(sql`delete from search_passages where document_id = ${at.documentId}`)
        for (let from = 0; from < entry.passages.length; from += AT_ONCE)
          await insertPassages(tx, at, entry.passages.slice(from, from + AT_ONCE), from, plainText(entry.context))
      }),

    /** The document can be found no more. */
    forget: (organisationId: string, documentId: string): Promise<number> =>
      db.transaction(organisationId, (tx) => tx.run(sql`delete from search_documents where document_id = ${documentId}`)),
  }
}

/**
 * Words offered in place of mistyped ones, to everybody who searches: none of a document that waits for a blind entry, for they tell what was read.
 * Its approval is a new result, which brings it here again.
 */
function offeredWords(entry: SearchEntry, status: Status): readonly string[] {
  return entry.blind && status !== 'approved' ? [] : lexiconOf(entry)
}

/** In a passage's vector, D is what the document is and A what the passage says: a question wants the second, helped by the first. */
async function insertPassages(
  tx: Tx,
  { documentId, organisationId }: { readonly documentId: string; readonly organisationId: string },
  passages: readonly EntryPassage[],
  from: number,
  context: string,
): Promise<void> {
  const rows = passages.map(({ page, path, text, boxes, about }) => ({
    page,
    path,
    text,
    boxes: `{${boxes.flatMap(corners).join(',')}}`,
    words: plainText(`${about} ${text}`),
    codes: codesIn(text).join(' '),
  }))
  await tx.run(sql`
    insert into search_passages (document_id, position, organisation_id, page, path, text, boxes, vector)
    select ${documentId}, ${from} + at - 1, ${organisationId}, page, path, text, boxes::smallint[],
           setweight(to_tsvector('russian', words), 'A') || setweight(array_to_tsvector(array_remove(string_to_array(codes, ' '), '')), 'A')
             || setweight(to_tsvector('russian', ${context}), 'D')
    from unnest(${rows.map(({ page }) => page)}::int[], ${rows.map(({ path }) => path)}::text[], ${rows.map(({ text }) => text)}::text[],
                ${rows.map(({ boxes }) => boxes)}::text[], ${rows.map(({ words }) => words)}::text[], ${rows.map(({ codes }) => codes)}::text[])
         with ordinality as p (page, path, text, boxes, words, codes, at)`)
}

function wordsOf({ about, text }: EntryPassage): string {
  return `${about} ${text}`
}

const SCALE = 10_000

function corners({ x0, y0, x1, y1 }: Box): readonly number[] {
  return [x0, y0, x1, y1].map((share) => Math.round(Math.min(1, Math.max(0, share)) * SCALE))
}

/** Boxes as fractions of the page again. */
export function boxesOf(corners: readonly number[]): readonly Box[] {
  return Array.from({ length: Math.floor(corners.length / 4) }, (_, i) => {
    const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = corners.slice(4 * i, 4 * i + 4).map((corner) => corner / SCALE)
    return { x0, y0, x1, y1 }
  })
}
