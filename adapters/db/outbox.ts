import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import { Cut } from '../../core/cut.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Database, Tx } from './database.ts'
import { json } from './events.ts'
import { sql } from './sql.ts'

const StartPayload = z.object({
  documentId: z.string(),
  organisationId: z.string(),
  file: BlobRef,
  password: BlobRef.nullable().optional(),
  fileName: z.string(),
  type: z.string(),
  useLlm: z.boolean(),
  duplicateOf: z.string().nullable(),
  receivedAt: z.string(),
  run: z.number(),
  render: z.enum(['always', 'when-needed']),
  cut: Cut.optional(),
  returned: z.object({ result: BlobRef, corrections: BlobRef.nullable(), reason: z.string().nullable() }).optional(),
})

const LEASE_SECONDS = 30 // a sweeper that died gives its entries back after this

/** Writes, in the caller's transaction, that the document's workflow must be started. */
export async function addStart(tx: Tx, document: DocumentInput): Promise<void> {
  await tx.run(sql`
    insert into outbox (organisation_id, kind, document_id, key, payload)
    values (${document.organisationId}, 'start', ${document.documentId}, ${`run${document.run}`}, ${json(document)})
    on conflict (kind, document_id, key) do nothing`)
  await tx.run(sql`select pg_notify('docket_outbox', '')`)
}

/** What a run of the document was started with. */
export async function startOf(tx: Tx, documentId: string, run: number): Promise<DocumentInput | null> {
  const row = await tx.row(
    z.object({ payload: StartPayload }),
    sql`select payload from outbox where kind = 'start' and document_id = ${documentId} and key = ${`run${run}`}`,
  )
  return row?.payload ?? null
}

/** Accepted uploads whose workflow may not have been started yet. Several sweepers share the work. */
export function createStartOutbox(db: Database) {
  return {
    take(limit: number): Promise<readonly { readonly id: string; readonly document: DocumentInput }[]> {
      return db.system((tx) =>
        tx.rows(
          z.object({ id: z.string(), payload: StartPayload }).transform(({ id, payload }) => ({ id, document: payload })),
          sql`update outbox set taken_until = now() + make_interval(secs => ${LEASE_SECONDS})
              where id in (
                select id from outbox
                where kind = 'start' and done_at is null and (taken_until is null or taken_until < now())
                order by id limit ${limit} for update skip locked)
              returning id, payload`,
        ),
      )
    },
    async markStarted(ids: readonly string[]): Promise<void> {
      await db.system((tx) => tx.run(sql`update outbox set done_at = now() where id = any(${ids}::bigint[])`))
    },
    onAdded: (callback: () => void): Promise<() => Promise<void>> => db.listen('docket_outbox', callback),
  }
}
