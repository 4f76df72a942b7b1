import { z } from 'zod'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { sql } from './sql.ts'

const MOST = 5000

const Row = z
  .object({ document_id: z.string(), type: z.string(), data: z.record(z.string(), z.unknown()), approved_at: isoDate })
  .transform(({ document_id, approved_at, ...same }) => ({ ...same, documentId: document_id, approvedAt: approved_at }))
export type LatestRecord = z.infer<typeof Row>

export type LatestRecords = ReturnType<typeof createLatestRecords>

/** What stands approved today: of each document its last record, as long as nobody has taken the document up again. */
export function createLatestRecords(db: Database) {
  return {
    ofTypes: (organisationId: string, types: readonly string[]): Promise<readonly LatestRecord[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          Row,
          sql`select distinct on (r.document_id) r.document_id, r.type, r.data, r.approved_at
              from records r join documents d on d.id = r.document_id and d.status = 'approved'
              where r.type = any(${types}::text[]) order by r.document_id desc, r.position desc limit ${MOST}`,
        ),
      ),

    /** Null while the document is not approved. */
    ofDocument: (organisationId: string, documentId: string): Promise<LatestRecord | null> =>
      db.transaction(organisationId, (tx) =>
        tx.row(
          Row,
          sql`select r.document_id, r.type, r.data, r.approved_at
              from records r join documents d on d.id = r.document_id and d.status = 'approved'
              where r.document_id = ${documentId} order by r.position desc limit 1`,
        ),
      ),
  }
}
