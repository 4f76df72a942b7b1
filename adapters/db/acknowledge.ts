import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import { PipelineError } from '../../core/errors.ts'
import type { Database, Tx } from './database.ts'
import { DocumentRow } from './document-row.ts'
import { appendEvent, lockJournal } from './events.ts'
import { newId } from './ids.ts'
import { addMessage } from './message-outbox.ts'
import { addStart, startOf } from './outbox.ts'
import { sql } from './sql.ts'

/** What the accounting system did with a record. */
export type RecordOutcome = { readonly status: 'posted' } | { readonly status: 'rejected'; readonly reason: string }

const Acknowledged = z.object({
  document_id: z.string(),
  last_status: z.enum(['posted', 'rejected']).nullable(),
  is_latest: z.boolean(),
})

/**
 * Writes what became of a record, with everything that follows, in one transaction: `posted` closes the document, `rejected` brings it back to a person
 * in a run of its own. The same word twice is taken once. False: there is no such record.
 * Errors: `conflict` when the record was already answered otherwise, or when another one has taken its place.
 */
export function acknowledge(
  db: Database,
  organisationId: string,
  recordId: string,
  actor: string,
  outcome: RecordOutcome,
): Promise<boolean> {
  return db.transaction(organisationId, async (tx) => {
    await lockJournal(tx, organisationId)
    const record = await tx.row(
      Acknowledged,
      sql`select r.document_id, (select a.status from record_acks a where a.record_id = r.id order by a.id desc limit 1) as last_status,
                 not exists (select from records newer where newer.document_id = r.document_id and newer.position > r.position) as is_latest
          from records r where r.id = ${recordId}`,
    )
    if (!record) return false
    if (record.last_status === outcome.status) return true
    if (record.last_status !== null) throw answered(record.last_status)
    if (!record.is_latest) throw new PipelineError('conflict', 'A newer record of this document has taken the place of this one.')
    const reason = outcome.status === 'rejected' ? outcome.reason : null
    await tx.run(sql`
      insert into record_acks (id, organisation_id, record_id, status, reason, actor)
      values (${newId()}, ${organisationId}, ${recordId}, ${outcome.status}, ${reason}, ${actor})`)
    await follow(tx, { organisationId, documentId: record.document_id, recordId, actor }, reason)
    return true
  })
}

interface About {
  readonly organisationId: string
  readonly documentId: string
  readonly recordId: string
  readonly actor: string
}

async function follow(tx: Tx, about: About, reason: string | null): Promise<void> {
  const { organisationId, documentId, recordId, actor } = about
  const document = await tx.row(DocumentRow, sql`select * from documents where id = ${documentId} for update`)
  if (!document) return
  // The record is there a moment before the document is approved.
  if (reason !== null && document.status !== 'approved')
    throw new PipelineError('conflict', 'The document is just being approved. Try again.')
  const status = reason === null ? document.status : 'processing'
  const version = document.version + 1
  const kind = reason === null ? 'posted' : 'returned'
  await tx.run(sql`
    update documents set status = ${status}, version = ${version}, updated_at = now(), run = ${reason === null ? document.run : document.run + 1},
           pages_done = null, pages_total = null
    where id = ${documentId}`)
  await appendEvent(tx, {
    organisation_id: organisationId,
    document_id: documentId,
    key: `record:${recordId}:${kind}`,
    kind,
    status,
    actor,
    reason: reason === null ? null : { code: 'record_returned', message: reason },
    result: null,
    version,
  })
  const told = reason === null ? 'record.posted' : 'record.rejected'
  await addMessage(tx, { organisationId, documentId, key: `record:${recordId}:${kind}` }, told, { recordId, version })
  if (reason === null || !document.result) return
  const before = await startOf(tx, documentId, document.run)
  if (!before) throw new PipelineError('conflict', 'Nothing is known of how this document was read. Upload its file again.')
  const corrections = await correctionsOf(tx, documentId, document.result)
  await addStart(tx, { ...before, run: document.run + 1, returned: { result: document.result, corrections, reason } })
}

/** What people had corrected in exactly this result; null where the machine approved it alone. */
async function correctionsOf(tx: Tx, documentId: string, { sha256 }: BlobRef): Promise<BlobRef | null> {
  const row = await tx.row(
    z.object({ corrections: BlobRef.nullable() }),
    sql`select corrections from reviews where document_id = ${documentId} and kind = 'approved' and result->>'sha256' = ${sha256}
        order by created_at desc limit 1`,
  )
  return row?.corrections ?? null
}

function answered(status: 'posted' | 'rejected'): PipelineError {
  return status === 'posted'
    ? new PipelineError('conflict', 'This record is posted; what is closed does not come back. Send a corrected document instead.')
    : new PipelineError('conflict', 'This record was rejected and is with a person. A corrected record follows under another id.')
}
