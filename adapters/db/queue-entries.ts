import { z } from 'zod'
import { type Patience, type Queue, queueFor } from '../../core/queues.ts'
import type { Result } from '../../core/result.ts'
import type { JournalEvent } from '../../core/stages.ts'
import type { Tx } from './database.ts'
import { queueRows } from './queues.ts'
import { sql } from './sql.ts'

const HOUR_MS = 3_600_000

const Entry = z.object({
  queue_id: z.string().nullable(),
  due_in_ms: z.coerce.number().nullable(),
  escalated_at: z.date().nullable(),
})

interface Waiting {
  readonly documentId: string
  readonly organisationId: string
  readonly run: number
}

/**
 * Keeps, in the journal's transaction, what the queues know about a document: it enters with the first wait of a run, stays in its queue and keeps
 * its due time through saves, and leaves with the decision.
 */
export async function followQueue(tx: Tx, event: JournalEvent, at: Waiting, seen: Result | null): Promise<void> {
  if (event.kind === 'review_reminded') {
    await tx.run(sql`update queue_entries set reminded_at = now() where document_id = ${at.documentId}`)
  } else if (event.kind === 'review_escalated') {
    await tx.run(sql`
      update queue_entries e set escalated_at = now(),
             assignee = coalesce((select q.escalate_to from review_queues q where q.id = e.queue_id), e.assignee)
      where e.document_id = ${at.documentId}`)
  } else if (event.kind === 'first_approved') {
    // The other one of the two may be anybody else.
    await tx.run(sql`
      update queue_entries set approved_by = ${event.actor}, approved_at = now(), assignee = nullif(assignee, ${event.actor})
      where document_id = ${at.documentId}`)
  } else if (event.status === 'review') await enter(tx, event, at, seen)
  else await tx.run(sql`delete from queue_entries where document_id = ${at.documentId}`)
}

async function enter(tx: Tx, event: JournalEvent, { documentId, organisationId, run }: Waiting, seen: Result | null): Promise<void> {
  const queue = queueFor(await queueRows(tx), { type: seen?.type ?? 'unknown', supplier: supplierOf(seen) })
  const dueMs = queue?.dueHours ? queue.dueHours * HOUR_MS : (event.patience?.escalateAfterMs ?? null)
  const reasons = [...new Set(seen?.reasons.map(({ code }) => code) ?? [])]
  await tx.run(sql`
    insert into queue_entries (document_id, organisation_id, run, queue_id, assignee, reasons, due_at)
    values (${documentId}, ${organisationId}, ${run}, ${queue?.id ?? null}, ${queue?.assignee ?? null}, ${reasons}::text[],
            now() + ${dueMs}::double precision * interval '1 millisecond')
    on conflict (document_id) do update set reasons = excluded.reasons`)
}

/** Nobody may learn from the queue what a blind reviewer must not see. */
function supplierOf(seen: Result | null): string | null {
  if (!seen || seen.acceptance?.blind) return null
  return seen.headline?.partner ?? null
}

/** How long the workflow is to wait now, by the document's queue; null where its queue says nothing. */
export async function patienceOf(tx: Tx, event: JournalEvent): Promise<Patience | null> {
  if (event.status !== 'review') return null
  const entry = await tx.row(
    Entry,
    sql`select queue_id, extract(epoch from due_at - now()) * 1000 as due_in_ms, escalated_at
        from queue_entries where document_id = ${event.documentId}`,
  )
  if (!entry || entry.due_in_ms === null) return null
  const queue: Queue | undefined = (await queueRows(tx)).find(({ id }) => id === entry.queue_id)
  return {
    remindAfterMs: queue?.remindHours ? queue.remindHours * HOUR_MS : (event.patience?.remindAfterMs ?? Math.max(1, entry.due_in_ms)),
    escalateAfterMs: entry.escalated_at === null ? Math.max(1, Math.round(entry.due_in_ms)) : null,
  }
}
