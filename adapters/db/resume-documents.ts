import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Database, Tx } from './database.ts'
import { DocumentRow } from './document-row.ts'
import { appendEvent } from './events.ts'
import { addStart, startOf } from './outbox.ts'
import { sql } from './sql.ts'

/** What was set going again after a restore. */
export interface Resumed {
  /** Forgotten again: erased after the backup had been made. */
  readonly erased: number
  /** Read from the beginning: the backup caught them on the way. */
  readonly startedAgain: number
  /** With a person again, as they were: with what was read and what had been corrected. */
  readonly takenUp: number
}

const ACTOR = 'operator'

/**
 * Workflows are not in a backup. Every document that had one gets another: what waited for a person waits again, with everything that was saved, in a run
 * of its own, so that a workflow that survived elsewhere is overtaken. Documents of `erased` go again, and the journal says so.
 */
export async function resumeDocuments(db: Database, organisationId: string, erased: ReadonlySet<string>): Promise<Resumed> {
  const open = await db.transaction(organisationId, (tx) =>
    tx.rows(
      DocumentRow,
      sql`select * from documents where status in ('received', 'processing', 'review') or id = any(${[...erased]}::text[]) order by id`,
    ),
  )
  const [gone, left] = [open.filter(({ id }) => erased.has(id)), open.filter(({ id }) => !erased.has(id))]
  // Parts point to their file.
  for (const row of gone.toSorted((a, b) => Number(a.partOf === null) - Number(b.partOf === null)))
    await db.transaction(organisationId, (tx) => eraseAgain(tx, row))
  const waiting = left.filter(({ status, result }) => status === 'review' && result !== null)
  for (const row of waiting) await db.transaction(organisationId, (tx) => takeUp(tx, row))
  const started = left.filter((row) => !waiting.includes(row))
  for (const { id, run } of started) await db.transaction(organisationId, (tx) => startAgain(tx, id, run))
  return { erased: gone.length, startedAgain: started.length, takenUp: waiting.length }
}

async function eraseAgain(tx: Tx, row: DocumentRow): Promise<void> {
  await say(tx, row, { key: 'erased:restored', kind: 'erased', message: 'Erased after the restored backup had been made.' })
  await tx.rows(z.object({}), sql`select erase_document(${row.id})`)
}

async function startAgain(tx: Tx, documentId: string, run: number): Promise<void> {
  await tx.run(sql`
    update outbox set done_at = null, taken_until = null where kind = 'start' and document_id = ${documentId} and key = ${`run${run}`}`)
}

async function takeUp(tx: Tx, row: DocumentRow): Promise<void> {
  const before = await startOf(tx, row.id, row.run)
  if (!before || !row.result) return
  const now = { ...row, version: row.version + 1, run: row.run + 1, status: 'processing' as const }
  await tx.run(sql`
    update documents set status = 'processing', version = ${now.version}, run = ${now.run}, updated_at = now(), pages_done = null, pages_total = null
    where id = ${row.id}`)
  await tx.run(sql`update review_waits set run = ${now.run} where document_id = ${row.id} and run = ${row.run}`)
  await say(tx, now, { key: `run${now.run}:restored`, kind: 'restored', message: null })
  const corrections = await correctionsIn(tx, row.id, row.result, before)
  await addStart(tx, { ...before, run: now.run, returned: { result: row.result, corrections, reason: before.returned?.reason ?? null } })
}

/** What people had corrected when this result was made. */
async function correctionsIn(tx: Tx, documentId: string, { sha256 }: BlobRef, start: DocumentInput): Promise<BlobRef | null> {
  const saved = await tx.row(
    z.object({ corrections: BlobRef.nullable() }),
    sql`select corrections from reviews where document_id = ${documentId} and result->>'sha256' = ${sha256} order by created_at desc limit 1`,
  )
  return saved ? saved.corrections : (start.returned?.corrections ?? start.cut?.corrections ?? null)
}

function say(
  tx: Tx,
  { id, organisationId, status, version }: DocumentRow,
  { key, kind, message }: { readonly key: string; readonly kind: string; readonly message: string | null },
): Promise<void> {
  const about = { organisation_id: organisationId, document_id: id, status, version }
  return appendEvent(tx, { ...about, key, kind, actor: ACTOR, reason: message === null ? null : { code: kind, message }, result: null })
}
