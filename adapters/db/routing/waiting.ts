import { z } from 'zod'
import { afterWorkingHours, type WorkingTime } from '../../../core/calendar/index.ts'
import { type Patience, type Queue, queueFor } from '../../../core/queues.ts'
import { type KeptRule, RoutingFacts, ruleFor, type Standing } from '../../../core/routing/index.ts'
import type { Database, Tx } from '../database.ts'
import { appendEvent, lockJournal } from '../events.ts'
import { newId } from '../ids.ts'
import { queueRows } from '../queues.ts'
import { sql } from '../sql.ts'
import { routedEvent } from './routed-event.ts'
import { rulesInOrder, rulesVersion } from './rules.ts'
import { standingOf } from './standing.ts'
import { workingTimeOf } from './working-time.ts'

const Entry = z.object({
  document_id: z.string(),
  file_name: z.string(),
  run: z.number(),
  version: z.number(),
  seller: z.string().nullable(),
  queue_id: z.string().nullable(),
  assignee: z.string().nullable(),
  approver: z.string().nullable(),
  rule_id: z.string().nullable(),
  since: z.date(),
  due_at: z.date().nullable(),
  escalated: z.boolean(),
  facts: RoutingFacts,
})
type Entry = z.infer<typeof Entry>

/** Where a waiting document would go. `rule` null: none fits any more, the queues decide. */
export interface Move {
  readonly documentId: string
  readonly fileName: string
  readonly rule: Pick<KeptRule, 'id' | 'name'> | null
  readonly queue: string | null
  readonly assignee: string | null
  readonly approver: string | null
  readonly dueAt: Date | null
}

export interface Moved extends Move {
  readonly run: number
  /** How long its workflow is to wait from now on; null = as before. */
  readonly patience: Patience | null
}

/** Which waiting documents the rules would move now. */
export function movesOf(db: Database, organisationId: string): Promise<readonly Move[]> {
  return db.transaction(organisationId, async (tx) => (await planned(tx)).map(({ move }) => move))
}

/** Moves them, each with a line in its history. Null: the rules are not the ones that the caller saw. */
export function applyToWaiting(db: Database, organisationId: string, seen: number, actor: string): Promise<readonly Moved[] | null> {
  return db.transaction(organisationId, async (tx) => {
    await lockJournal(tx, organisationId)
    if (rulesVersion(await rulesInOrder(tx)) !== seen) return null
    const plans = await planned(tx)
    const queues = await queueRows(tx)
    for (const { entry, move } of plans) {
      await tx.run(sql`
        update queue_entries set queue_id = ${move.queue}, assignee = ${move.assignee}, approver = ${move.approver},
               rule_id = ${move.rule?.id ?? null}, rule_name = ${move.rule?.name ?? null}, due_at = ${move.dueAt}
        where document_id = ${move.documentId}`)
      const at = { documentId: move.documentId, organisationId, version: entry.version }
      await appendEvent(tx, routedEvent(at, { key: `routed:${newId()}`, actor, rule: move.rule?.name ?? '' }))
    }
    const time = await workingTimeOf(tx)
    return plans.map(({ entry, move }) => ({ ...move, run: entry.run, patience: patienceAfter(entry, move, queues, time) }))
  })
}

interface Plan {
  readonly entry: Entry
  readonly move: Move
}

/**
 * Documents that would stand elsewhere. Left where they are: those that somebody has open or has approved as the first of two, those of a blind
 * review, and those that no rule has ever touched or touches now.
 */
async function planned(tx: Tx): Promise<readonly Plan[]> {
  const known = {
    rules: await rulesInOrder(tx),
    standing: await standingOf(tx),
    queues: await queueRows(tx),
    time: await workingTimeOf(tx),
  }
  const entries = await tx.rows(
    Entry,
    sql`select e.document_id, d.file_name, d.run, d.version, d.summary->>'seller' as seller, e.queue_id, e.assignee, e.approver, e.rule_id,
               e.since, e.due_at, e.escalated_at is not null as escalated, f.facts
        from queue_entries e join documents d on d.id = e.document_id and d.status = 'review' join routing_facts f on f.document_id = d.id
        where e.approved_by is null and not (f.facts->>'hidden')::boolean
          and not exists (select from review_claims c where c.document_id = d.id and c.until > now())
        order by e.since, e.document_id`,
  )
  return entries.flatMap((entry) => {
    const move = moveOf(entry, known)
    return move ? [{ entry, move }] : []
  })
}

interface Known {
  readonly rules: readonly KeptRule[]
  readonly standing: Omit<Standing, 'types'>
  readonly queues: readonly Queue[]
  /** Null = round the clock. */
  readonly time: WorkingTime | null
}

function moveOf(entry: Entry, { rules, standing, queues, time }: Known): Move | null {
  const rule = ruleFor(rules, entry.facts, standing)
  if (rule === null && entry.rule_id === null) return null
  const queue = queues.find(({ id }) => id === rule?.to.queue) ?? queueFor(queues, { type: entry.facts.type, supplier: entry.seller })
  const dueHours = rule?.to.dueHours ?? queue?.dueHours ?? null
  const move = {
    documentId: entry.document_id,
    fileName: entry.file_name,
    rule: rule && { id: rule.id, name: rule.name },
    queue: queue?.id ?? null,
    assignee: rule?.to.person ?? queue?.assignee ?? null,
    approver: rule?.to.approver ?? null,
    // Who has waited long is late at once: the time counts from the arrival.
    dueAt: dueHours === null ? entry.due_at : new Date(afterWorkingHours(entry.since.getTime(), dueHours, time)),
  }
  const stays =
    move.rule?.id === (entry.rule_id ?? undefined) &&
    move.queue === entry.queue_id &&
    move.assignee === entry.assignee &&
    move.approver === entry.approver &&
    move.dueAt?.getTime() === entry.due_at?.getTime()
  return stays ? null : move
}

/** What its timer is told. One that was escalated has nothing left to wait for. */
function patienceAfter(entry: Entry, { queue, dueAt }: Move, queues: readonly Queue[], time: WorkingTime | null): Patience | null {
  if (entry.escalated || dueAt === null || dueAt.getTime() === entry.due_at?.getTime()) return null
  const nowMs = Date.now()
  const leftMs = Math.max(1, dueAt.getTime() - nowMs)
  const remindHours = queues.find(({ id }) => id === queue)?.remindHours ?? null
  return { remindAfterMs: remindHours === null ? leftMs : afterWorkingHours(nowMs, remindHours, time) - nowMs, escalateAfterMs: leftMs }
}
