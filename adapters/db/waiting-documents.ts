import { type Sql, sql } from './sql.ts'

/** Which waiting documents a person looks at. Null = any. Lists and «next document» understand the same filter. */
export interface QueueFilter {
  readonly supplier: string | null
  /** Code of a reason (core/result.ts). */
  readonly reason: string | null
  /** Has waited at least so many days. */
  readonly days: number | null
  /** `me`, `nobody`, or a user id. */
  readonly person: string | null
  /** Id of a queue; '' = the documents that no queue was made for. */
  readonly queue: string | null
  /** Only documents that should have been decided by now. */
  readonly late: boolean
}

export const ANY_QUEUE: QueueFilter = { supplier: null, reason: null, days: null, person: null, queue: null, late: false }

/** Whether the filter speaks of waiting documents only; a supplier can be asked for in every list. */
export function asksForWaiting({ reason, days, person, queue, late }: QueueFilter): boolean {
  return reason !== null || days !== null || person !== null || queue !== null || late
}

/** Condition on `documents d`. */
export function inQueue(filter: QueueFilter, userId: string): Sql {
  const { supplier, reason, days, person, queue, late } = filter
  const named = supplier === null ? sql`true` : sql`coalesce(d.summary->>'seller', '') = ${supplier}`
  if (!asksForWaiting(filter)) return named
  const whose = person === 'nobody' ? sql`e.assignee is null` : sql`e.assignee = ${person === 'me' ? userId : person}`
  return sql`${named} and exists (select from queue_entries e where e.document_id = d.id
    and ${reason === null ? sql`true` : sql`${reason} = any(e.reasons)`}
    and ${days === null ? sql`true` : sql`e.since <= now() - ${days}::int * interval '1 day'`}
    and ${person === null ? sql`true` : whose}
    and ${queue === null ? sql`true` : sql`coalesce(e.queue_id, '') = ${queue}`}
    and ${late ? sql`(e.escalated_at is not null or e.due_at < now())` : sql`true`})`
}
