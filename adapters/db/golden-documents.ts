import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Database } from './database.ts'
import { DocumentRow, isoDate } from './document-row.ts'
import { sql } from './sql.ts'

const Golden = z
  .object({ document_id: z.string(), type: z.string(), corrected: z.array(z.string()).readonly(), created_at: isoDate })
  .transform(({ document_id, created_at, ...same }) => ({ documentId: document_id, at: created_at, ...same }))
/** An approved document that a person had to correct. `corrected`: as core/corrected-paths.ts names them. */
export type GoldenDocument = z.infer<typeof Golden>

/** The pipeline's side: what was corrected is kept when the document is approved. */
export function createGoldenKeeper(db: Database) {
  return {
    /** The result of this run as it was handed to a person; null when it was not. */
    handedOver: ({ organisationId, documentId, run }: DocumentInput): Promise<BlobRef | null> =>
      db.transaction(organisationId, async (tx) => {
        const row = await tx.row(
          z.object({ result: BlobRef }),
          sql`select result from events where document_id = ${documentId} and key = ${`run${run}:review`} and result is not null`,
        )
        return row?.result ?? null
      }),

    /** A record that came back and is corrected again adds to what was corrected before. */
    async keepGolden({ organisationId, documentId }: DocumentInput, type: string, corrected: readonly string[]): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into golden_documents as g (document_id, organisation_id, type, corrected)
          values (${documentId}, ${organisationId}, ${type}, ${[...corrected]}::text[])
          on conflict (document_id) do update set type = excluded.type, created_at = now(),
            corrected = (select array_agg(path order by path) from (select unnest(g.corrected) union select unnest(excluded.corrected)) as merged (path))`),
      )
    },
  }
}

export type GoldenDocuments = ReturnType<typeof createGoldenDocuments>

/** The golden set of an organisation: only what is approved now, so a record that came back is out until it is approved again. */
export function createGoldenDocuments(db: Database) {
  return {
    /** Newest first; the cursor is opaque. */
    list: (organisationId: string, after: string | null, limit: number) =>
      db.transaction(organisationId, async (tx) => {
        const golden = await tx.rows(
          Golden,
          sql`select g.document_id, g.type, g.corrected, g.created_at from golden_documents g join documents d on d.id = g.document_id
              where d.status = 'approved'
                and (${after}::text is null or (g.created_at, g.document_id) < (select created_at, document_id from golden_documents where document_id = ${after}))
              order by g.created_at desc, g.document_id desc limit ${limit + 1}`,
        )
        const shown = golden.slice(0, limit)
        const documents = await tx.rows(
          DocumentRow,
          sql`select * from documents where id = any(${shown.map(({ documentId }) => documentId)}::text[])`,
        )
        const rows = shown.flatMap((one) => {
          const document = documents.find(({ id }) => id === one.documentId)
          return document ? [{ ...one, document }] : []
        })
        return { rows, next: golden.length > limit ? (shown.at(-1)?.documentId ?? null) : null }
      }),

    /** Document id → what was corrected. */
    corrected: (organisationId: string): Promise<ReadonlyMap<string, readonly string[]>> =>
      db.transaction(organisationId, async (tx) => {
        const rows = await tx.rows(
          Golden,
          sql`select g.document_id, g.type, g.corrected, g.created_at from golden_documents g join documents d on d.id = g.document_id
              where d.status = 'approved'`,
        )
        return new Map(rows.map(({ documentId, corrected }) => [documentId, corrected]))
      }),
  }
}
