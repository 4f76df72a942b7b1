import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { BlobRef } from '../../core/blob-ref.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { PipelineError } from '../../core/errors.ts'
import type { DocumentInput } from '../../core/stages.ts'
import { Status } from '../../core/status.ts'
import { type Arrival, acceptedBefore, recordArrival } from './arrivals.ts'
import type { Database, Tx } from './database.ts'
import { appendEvent, json } from './events.ts'
import { addStart } from './outbox.ts'
import { sql } from './sql.ts'

export interface NewUpload {
  /** Made by the caller, who has already stored the bytes under it. */
  readonly documentId: string
  readonly organisationId: string
  readonly userId: string
  /** For display; control characters are dropped. */
  readonly fileName: string
  readonly file: BlobRef
  readonly type: string
  readonly idempotencyKey: string | null
  /** By which way it came, where the journal of intake keeps that; absent for single files that people and programs upload. */
  readonly arrival?: Arrival
}

export interface Accepted {
  readonly id: string
  /** As it was when the request was first answered. */
  readonly status: Status
  /** The earlier document with the same bytes; no new document was made, and the stored bytes of this upload may be erased. */
  readonly duplicateOf: string | null
  /** The same request was answered before, or this very thing has come in before. */
  readonly replayed: boolean
}

/**
 * Makes an upload a document: row, journal event and outbox entry in one transaction, after the bytes are durable. The same bytes in the same
 * organisation, the caller's same idempotency key, or the same arrival give the earlier document. Every way into Docket ends here.
 * Errors: `invalid_input` when the key came with other content before.
 */
export function acceptUpload(db: Database, upload: NewUpload): Promise<Accepted> {
  return db.transaction(upload.organisationId, async (tx) => {
    const request = createHash('sha256')
      .update(canonicalJson([upload.file.sha256, upload.fileName, upload.type]))
      .digest('hex')
    if (upload.idempotencyKey !== null) {
      await lock(tx, `key:${upload.organisationId}:${upload.userId}:${upload.idempotencyKey}`)
      const before = await answered(tx, upload.userId, upload.idempotencyKey)
      if (before && before.request_sha256 !== request) {
        throw new PipelineError('invalid_input', 'This Idempotency-Key was used for another file. Use a new key for a new request.', {
          details: { field: 'Idempotency-Key' },
        })
      }
      if (before) return { id: before.document_id, status: before.status, duplicateOf: before.duplicate_of, replayed: true }
    }
    await lock(tx, `hash:${upload.organisationId}:${upload.file.sha256}`)
    const came = upload.arrival ? await acceptedBefore(tx, upload.arrival) : null
    if (came) return { ...came, replayed: true }
    const twin = await tx.row(
      z.object({ id: z.string(), status: Status }),
      sql`select id, status from documents where sha256 = ${upload.file.sha256} and part_of is null order by id limit 1`,
    )
    const accepted = twin
      ? { id: twin.id, status: twin.status, duplicateOf: twin.id }
      : { ...(await insert(tx, upload)), duplicateOf: null }
    if (upload.idempotencyKey !== null) {
      await tx.run(sql`
        insert into idempotency_keys (organisation_id, caller, key, request_sha256, document_id, duplicate_of, answered_status)
        values (${upload.organisationId}, ${upload.userId}, ${upload.idempotencyKey}, ${request}, ${accepted.id}, ${accepted.duplicateOf}, ${accepted.status})`)
    }
    if (upload.arrival) {
      const state = accepted.duplicateOf === null ? 'accepted' : 'duplicate'
      await recordArrival(tx, upload.organisationId, upload.arrival, { state, documentId: accepted.id })
    }
    return { ...accepted, replayed: false }
  })
}

function lock(tx: Tx, name: string): Promise<number> {
  return tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`)
}

function answered(tx: Tx, caller: string, key: string) {
  return tx.row(
    z.object({ request_sha256: z.string(), document_id: z.string(), duplicate_of: z.string().nullable(), status: Status }),
    sql`select request_sha256, document_id, duplicate_of, answered_status as status from idempotency_keys where caller = ${caller} and key = ${key}`,
  )
}

async function insert(tx: Tx, upload: NewUpload): Promise<{ readonly id: string; readonly status: Status }> {
  const { documentId, organisationId, file } = upload
  const receivedAt = new Date().toISOString()
  const fileName = displayName(upload.fileName)
  await tx.run(sql`
    insert into documents (id, organisation_id, file_name, file, media_type, bytes, sha256, status, requested_type, uploaded_by, created_at, updated_at)
    values (${documentId}, ${organisationId}, ${fileName}, ${json(file)}, ${file.mediaType}, ${file.bytes}, ${file.sha256},
            'received', ${upload.type}, ${upload.userId}, ${receivedAt}, ${receivedAt})`)
  await appendEvent(tx, {
    organisation_id: organisationId,
    document_id: documentId,
    key: 'received',
    kind: 'received',
    status: 'received',
    actor: upload.userId,
    reason: null,
    result: null,
    version: 1,
  })
  const input: DocumentInput = {
    documentId,
    organisationId,
    file,
    fileName,
    type: upload.type,
    useLlm: true,
    duplicateOf: null,
    receivedAt,
    run: 1,
    render: 'always',
  }
  await addStart(tx, input)
  return { id: documentId, status: 'received' }
}

/** PostgreSQL text cannot hold NUL or lone surrogates, and nobody needs control characters in a name. */
function displayName(name: string): string {
  const shown = [...name.toWellFormed().replace(/\p{Cc}/gu, '')].slice(0, 255).join('')
  return shown === '' ? 'document' : shown
}
