import { z } from 'zod'
import { acknowledge, type RecordOutcome } from './acknowledge.ts'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { sql } from './sql.ts'

const RecordRow = z
  .object({
    id: z.string(),
    position: z.coerce.number(),
    document_id: z.string(),
    version: z.number(),
    type: z.string(),
    data: z.record(z.string(), z.unknown()),
    sha256: z.string(),
    approved_by: z.string(),
    approved_at: isoDate,
    ack_status: z.enum(['posted', 'rejected']).nullable(),
    ack_reason: z.string().nullable(),
  })
  .transform(({ document_id, approved_by, approved_at, ack_status, ack_reason, ...same }) => ({
    ...same,
    documentId: document_id,
    approvedBy: approved_by,
    approvedAt: approved_at,
    acknowledgement: ack_status ? { status: ack_status, reason: ack_reason } : null,
  }))

/** A frozen record. `data` is as its type's schema was when it was approved. */
export type ApprovedRecord = z.infer<typeof RecordRow>

/** Every record with the ERP's last word about it. */
const RECORDS = sql`select r.id, r.position, r.document_id, r.version, r.type, r.data, r.sha256, r.approved_by, r.approved_at,
                           a.status as ack_status, a.reason as ack_reason
                    from records r
                    left join lateral (select status, reason from record_acks where record_id = r.id order by id desc limit 1) a on true`

export type Records = ReturnType<typeof createRecords>

/** The approved records as an ERP pulls them: in order of approval, by cursor. Positions are given under the journal's lock, so none can appear behind a cursor. */
export function createRecords(db: Database) {
  return {
    after(organisationId: string, cursor: string | null, limit: number) {
      return db.transaction(organisationId, async (tx) => {
        const from = cursor !== null && /^\d{1,15}$/.test(cursor) ? Number(cursor) : 0
        const rows = await tx.rows(RecordRow, sql`${RECORDS} where r.position > ${from} order by r.position limit ${limit}`)
        return { records: rows, next: rows.length > 0 ? String(rows.at(-1)?.position) : cursor }
      })
    },

    /** One record, null when the organisation has none of this id. */
    get(organisationId: string, recordId: string) {
      return db.transaction(organisationId, (tx) => tx.row(RecordRow, sql`${RECORDS} where r.id = ${recordId}`))
    },

    /** The document's latest record; null while nothing is approved. */
    latestOf(organisationId: string, documentId: string) {
      return db.transaction(organisationId, (tx) =>
        tx.row(RecordRow, sql`${RECORDS} where r.document_id = ${documentId} order by r.position desc limit 1`),
      )
    },

    acknowledge: (organisationId: string, recordId: string, actor: string, outcome: RecordOutcome) =>
      acknowledge(db, organisationId, recordId, actor, outcome),
  }
}
