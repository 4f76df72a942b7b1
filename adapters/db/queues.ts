import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import { type Queue, QueueRole } from '../../core/queues.ts'
import type { Database, Tx } from './database.ts'
import { isoDate } from './document-row.ts'
import { appendEvent } from './events.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'
import { inQueue, type QueueFilter } from './waiting-documents.ts'

const QueueRow = z
  .object({
    id: z.string(),
    name: z.string(),
    type: z.string().nullable(),
    supplier: z.string().nullable(),
    assignee: z.string().nullable(),
    role: QueueRole.nullable(),
    escalate_to: z.string().nullable(),
    remind_hours: z.number().nullable(),
    due_hours: z.number().nullable(),
    by_rule: z.boolean(),
  })
  .transform(
    ({ escalate_to, remind_hours, due_hours, by_rule, ...same }): Queue => ({
      ...same,
      byRule: by_rule,
      escalateTo: escalate_to,
      remindHours: remind_hours,
      dueHours: due_hours,
    }),
  )

export function queueRows(tx: Tx): Promise<readonly Queue[]> {
  return tx.rows(QueueRow, sql`select * from review_queues order by name, id`)
}

/** Where one document stands: its queue, whose it is, since when it waits and until when it should be decided. Times are ISO date-times. */
export interface QueuePlace {
  readonly queue: string | null
  readonly assignee: { readonly id: string; readonly name: string } | null
  readonly since: string
  readonly dueAt: string | null
  readonly late: boolean
  /** Name of the rule that sent it here, as it was then; null = none did. */
  readonly rule: string | null
  /** Who has to be one of two who approve, even where that one has left since; null = anybody may be. */
  readonly approver: { readonly id: string; readonly name: string } | null
  /** The first of two people who have to approve; null = nobody has yet. */
  readonly approved: { readonly id: string; readonly name: string; readonly at: string } | null
}

/** A pile of waiting documents that have something in common. `key`: what the filter takes. */
export interface Pile {
  readonly key: string
  readonly documents: number
  /** When the one that has waited longest began to wait, ISO date-time. */
  readonly oldest: string
  readonly late: number
}

export type PileKind = 'queue' | 'type' | 'supplier' | 'reason' | 'person'

const MOST_PILES = 30

export type Queues = ReturnType<typeof createQueues>

/** The queues of an organisation, and who works on what. */
export function createQueues(db: Database) {
  return {
    list: (organisationId: string): Promise<readonly Queue[]> => db.transaction(organisationId, queueRows),

    /** Errors: `conflict` when there is a queue for the same type and supplier. Documents that wait already stay where they are. */
    async add(organisationId: string, queue: Omit<Queue, 'id'>): Promise<string> {
      const id = newId()
      const added = await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into review_queues (id, organisation_id, name, type, supplier, assignee, role, escalate_to, remind_hours, due_hours, by_rule)
          values (${id}, ${organisationId}, ${queue.name}, ${queue.type}, ${queue.supplier},
                  (select u.id from users u where u.id = ${queue.assignee}), ${queue.role}, (select u.id from users u where u.id = ${queue.escalateTo}),
                  ${queue.remindHours}, ${queue.dueHours}, ${queue.byRule})
          on conflict do nothing`),
      )
      if (added === 0) throw new PipelineError('conflict', 'There already is a queue for this type and supplier.')
      return id
    },

    async remove(organisationId: string, id: string): Promise<void> {
      await db.transaction(organisationId, (tx) => tx.run(sql`delete from review_queues where id = ${id}`))
    },

    /** Hands a waiting document to a person of the organisation (null = to nobody) and says so in its history. False when it does not wait or nobody has that id. */
    assign(organisationId: string, documentId: string, to: string | null, actor: string): Promise<boolean> {
      return db.transaction(organisationId, async (tx) => {
        const person = to === null ? null : await tx.row(z.object({ name: z.string() }), sql`select name from users where id = ${to}`)
        if (to !== null && person === null) return false
        const row = await tx.row(
          z.object({ version: z.number() }),
          sql`update queue_entries e set assignee = ${to} from documents d
              where e.document_id = ${documentId} and d.id = e.document_id and d.status = 'review' returning d.version`,
        )
        if (!row) return false
        await appendEvent(tx, {
          organisation_id: organisationId,
          document_id: documentId,
          key: `assigned:${newId()}`,
          kind: 'assigned',
          status: 'review',
          actor,
          reason: person === null ? null : { code: 'assigned', message: person.name },
          result: null,
          version: row.version,
        })
        return true
      })
    },

    async place(organisationId: string, documentId: string): Promise<QueuePlace | null> {
      return (await placesOf(db, organisationId, [documentId])).get(documentId) ?? null
    },

    /** By document id; documents that do not wait are not there. */
    places: (organisationId: string, documentIds: readonly string[]) => placesOf(db, organisationId, documentIds),

    /** What waits, heaped up by one thing, the largest heap first; `key` '' = none. */
    piles(organisationId: string, kind: PileKind): Promise<readonly Pile[]> {
      const key = {
        queue: sql`coalesce(e.queue_id, '')`,
        type: sql`coalesce(d.type, '')`,
        supplier: sql`coalesce(d.summary->>'seller', '')`,
        reason: sql`coalesce(why, '')`,
        person: sql`coalesce(e.assignee, '')`,
      }[kind]
      const each = kind === 'reason' ? sql`left join unnest(e.reasons) as why on true` : sql``
      const Row = z.object({ key: z.string(), documents: z.coerce.number(), oldest: isoDate, late: z.coerce.number() })
      return db.transaction(organisationId, (tx) =>
        tx.rows(
          Row,
          sql`select ${key} as key, count(*) as documents, min(e.since) as oldest,
                     count(*) filter (where e.escalated_at is not null or e.due_at < now()) as late
              from queue_entries e join documents d on d.id = e.document_id and d.status = 'review' ${each}
              group by 1 order by count(*) desc, 1 limit ${MOST_PILES}`,
        ),
      )
    },

    /** How many documents have waited at least so many days, for each of `days`. */
    async ages(organisationId: string, days: readonly number[]): Promise<readonly number[]> {
      const counts = await db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ count: z.coerce.number() }),
          sql`select (select count(*) from queue_entries where since <= now() - day * interval '1 day') as count
              from unnest(${days}::int[]) with ordinality as wanted (day, at) order by at`,
        ),
      )
      return counts.map(({ count }) => count)
    },

    /** How many documents wait and match. */
    async count(organisationId: string, filter: QueueFilter, userId: string): Promise<number> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(
          z.object({ count: z.coerce.number() }),
          sql`select count(*) as count from documents d where d.status = 'review' and ${inQueue(filter, userId)}`,
        ),
      )
      return row?.count ?? 0
    },
  }
}

async function placesOf(db: Database, organisationId: string, documentIds: readonly string[]): Promise<ReadonlyMap<string, QueuePlace>> {
  const Row = z.object({
    document_id: z.string(),
    queue: z.string().nullable(),
    assignee: z.string().nullable(),
    person: z.string().nullable(),
    since: isoDate,
    due_at: isoDate.nullable(),
    late: z.boolean(),
    rule_name: z.string().nullable(),
    named: z.string().nullable(),
    named_name: z.string().nullable(),
    approved_by: z.string().nullable(),
    approver: z.string().nullable(),
    approved_at: isoDate.nullable(),
  })
  const rows = await db.transaction(organisationId, (tx) =>
    tx.rows(
      Row,
      sql`select e.document_id, q.name as queue, e.assignee, u.name as person, e.since, e.due_at,
                 (e.escalated_at is not null or coalesce(e.due_at < now(), false)) as late,
                 e.rule_name, e.approver as named, n.name as named_name, e.approved_by, a.name as approver, e.approved_at
          from queue_entries e left join review_queues q on q.id = e.queue_id left join users u on u.id = e.assignee
               left join users a on a.id = e.approved_by left join users n on n.id = e.approver
          where e.document_id = any(${documentIds}::text[])`,
    ),
  )
  return new Map(
    rows.map(({ document_id, queue, assignee, person, since, due_at, late, rule_name, named, named_name, ...first }) => [
      document_id,
      {
        queue,
        assignee: assignee === null ? null : { id: assignee, name: person ?? assignee },
        since,
        dueAt: due_at,
        late,
        rule: rule_name,
        approver: named === null ? null : { id: named, name: named_name ?? named },
        approved: firstOf(first),
      },
    ]),
  )
}

function firstOf({ approved_by: id, approver, approved_at: at }: First): QueuePlace['approved'] {
  return id === null || at === null ? null : { id, name: approver ?? id, at }
}

interface First {
  readonly approved_by: string | null
  readonly approver: string | null
  readonly approved_at: string | null
}
