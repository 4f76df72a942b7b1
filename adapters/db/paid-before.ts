import { z } from 'zod'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { sql } from './sql.ts'

const MOST = 10

const Paid = z
  .object({ id: z.string(), approved_at: isoDate, data: z.record(z.string(), z.unknown()) })
  .transform(({ approved_at, ...same }) => ({ ...same, approvedAt: approved_at }))
export type PaidBefore = z.infer<typeof Paid>

/** The last approved documents of the same seller, newest first, with what they said: whom was paid, where to. */
export function paidBefore(db: Database, organisationId: string, documentId: string): Promise<readonly PaidBefore[]> {
  return db.transaction(organisationId, (tx) =>
    tx.rows(
      Paid,
      sql`select d.id, r.approved_at, f.data from documents d join document_facts f on f.document_id = d.id
          join lateral (select approved_at from records where document_id = d.id order by position desc limit 1) r on true
          where d.status = 'approved' and d.id <> ${documentId} and d.id in (
            select k.document_id from document_keys k join document_keys mine on mine.kind = k.kind and mine.key = k.key
            where mine.document_id = ${documentId} and k.kind = 'seller')
          order by r.approved_at desc limit ${MOST}`,
    ),
  )
}
