import { z } from 'zod'
import { afterWorkingHours } from '../../core/calendar/index.ts'
import { type Patience, type Queue, queueFor } from '../../core/queues.ts'
import type { Result } from '../../core/result.ts'
import type { JournalEvent } from '../../core/stages.ts'
import type { Tx } from './database.ts'
import { appendEvent } from './events.ts'
import { queueRows } from './queues.ts'
import { keepFacts, routed, routedEvent, workingTimeOf } from './routing/index.ts'
import { sql } from './sql.ts'

const Entry = z.object({
  queue_id: z.string().nullable(),
  due_in_ms: z.coerce.number().nullable(),
  escalated_at: z.date().nullable(),
})

interface Waiting {
  readonly documentId: string
  readonly organisationId: string
  readonly run: number
  /** The document's version after the event. */
  readonly version: number
}

/**
 * Keeps, in the journal's transaction, what the queues know about a document: it enters with the first wait of a run, stays in its queue and keeps
 * its due time through saves, and leaves with the decision.
 */
export async function followQueue(tx: Tx, event: JournalEvent, at: Waiting, seen: Result | null): Promise<void> {
  if (seen) await keepFacts(tx, at, seen, isBlind(seen) && event.status === 'review')
  if (event.kind === 'review_reminded') {
    await tx.run(sql`update queue_entries set reminded_at = now() where document_id = ${at.documentId}`)
  } else if (event.kind === 'review_escalated') {
    await tx.run(sql`
      update queue_entries e set escalated_at = now(),
             assignee = coalesce((select q.escalate_to from review_queues q where q.id = e.queue_id), e.assignee)
      where e.document_id = ${at.documentId}`)
  } else if (event.kind === 'first_approved') {
    // The other one of the two is the one that a rule names, or may be anybody else.
    await tx.run(sql`
      update queue_entries set approved_by = ${event.actor}, approved_at = now(),
             assignee = case when approver <> ${event.actor} and exists (select from users u where u.id = approver and u.disabled_at is null)
                        then approver else nullif(assignee, ${event.actor}) end
      where document_id = ${at.documentId}`)
  } else if (event.status === 'review') await enter(tx, event, at, seen)
  else await tx.run(sql`delete from queue_entries where document_id = ${at.documentId}`)
}

async function enter(tx: Tx, event: JournalEvent, at: Waiting, seen: Result | null): Promise<void> {
  const { documentId, organisationId, run } = at
  const reasons = [...new Set(seen?.reasons.map(({ code }) => code) ?? [])]
  // What waits already stays where it is, whatever the rules have become.
  if ((await tx.run(sql`update queue_entries set reasons = ${reasons}::text[] where document_id = ${documentId}`)) > 0) return
  const { rule, approver } = seen ? await routed(tx, documentId, seen, isBlind(seen)) : { rule: null, approver: null }
  const queues = await queueRows(tx)
  const document = { type: seen?.type ?? 'unknown', supplier: supplierOf(seen) }
  const queue = queues.find(({ id }) => id === rule?.to.queue) ?? queueFor(queues, document)
  const dueHours = rule?.to.dueHours ?? queue?.dueHours ?? null
  const nowMs = await clockOf(tx)
  const patienceMs = event.patience?.escalateAfterMs ?? null
  const usualMs = patienceMs === null ? null : nowMs + patienceMs
  const dueAtMs = dueHours === null ? usualMs : afterWorkingHours(nowMs, dueHours, await workingTimeOf(tx))
  await tx.run(sql`
    insert into queue_entries (document_id, organisation_id, run, queue_id, assignee, reasons, due_at, rule_id, rule_name, approver)
    values (${documentId}, ${organisationId}, ${run}, ${queue?.id ?? null}, ${rule?.to.person ?? queue?.assignee ?? null}, ${reasons}::text[],
            ${dueAtMs === null ? null : new Date(dueAtMs)}, ${rule?.id ?? null}, ${rule?.name ?? null}, ${approver})`)
  if (rule) await appendEvent(tx, routedEvent(at, { key: `${event.key}:routed`, actor: 'system', rule: rule.name }))
}

function isBlind(seen: Result): boolean {
  return Boolean(seen.acceptance?.blind)
}

/** Nobody may learn from the queue what a blind reviewer must not see. */
function supplierOf(seen: Result | null): string | null {
  if (!seen || isBlind(seen)) return null
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
  const nowMs = await clockOf(tx)
  return {
    remindAfterMs: queue?.remindHours
      ? afterWorkingHours(nowMs, queue.remindHours, await workingTimeOf(tx)) - nowMs
      : (event.patience?.remindAfterMs ?? Math.max(1, entry.due_in_ms)),
    escalateAfterMs: entry.escalated_at === null ? Math.max(1, Math.round(entry.due_in_ms)) : null,
  }
}

/** The database's clock, by which everything waits: whole milliseconds since 1970, as its times are read. */
async function clockOf(tx: Tx): Promise<number> {
  const row = await tx.row(z.object({ ms: z.coerce.number() }), sql`select extract(epoch from now()) * 1000 as ms`)
  return Math.floor(row?.ms ?? 0)
}
