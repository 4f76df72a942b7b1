import { z } from 'zod'
import type { Database } from './database.ts'
import { conditionsOf, type ListFilter } from './list-filter.ts'
import { allOf, type Sql, sql } from './sql.ts'

/** The list that a reviewer works through. */
export type ReviewList = Omit<ListFilter, 'status'>

const EVERYTHING: ReviewList = { text: '', type: null }

/** The document that a reviewer gets after `id`: the next in order of arrival, then from the oldest again; `previous` the other way. Null = nothing else waits. */
export async function nextInReview(
  db: Database,
  organisationId: string,
  id: string,
  userId: string,
  direction: 'next' | 'previous' = 'next',
  list: ReviewList = EVERYTHING,
): Promise<string | null> {
  const order = direction === 'next' ? sql`(d.id > ${id}) desc, d.id` : sql`(d.id < ${id}) desc, d.id desc`
  const row = await db.transaction(organisationId, (tx) =>
    tx.row(
      z.object({ id: z.string() }),
      sql`select d.id from documents d where d.id <> ${id} and ${offeredTo(userId, list)} order by ${order} limit 1`,
    ),
  )
  return row?.id ?? null
}

/** The how manieth of how many of the list the document is, from 1: `next` leads through these. */
export async function placeInReview(
  db: Database,
  organisationId: string,
  id: string,
  userId: string,
  list: ReviewList = EVERYTHING,
): Promise<{ readonly at: number; readonly of: number }> {
  const row = await db.transaction(organisationId, (tx) =>
    tx.row(
      z.object({ before: z.coerce.number(), others: z.coerce.number() }),
      sql`select count(*) filter (where d.id < ${id}) as before, count(*) as others from documents d
          where d.id <> ${id} and ${offeredTo(userId, list)}`,
    ),
  )
  return { at: (row?.before ?? 0) + 1, of: (row?.others ?? 0) + 1 }
}

/**
 * What this person is offered of the list. Not a document that a colleague works on or that is assigned to one, one in the queue of another role, one
 * postponed to a later day, or one that this person handed to a second one or has approved as the first of two.
 */
function offeredTo(userId: string, list: ReviewList): Sql {
  // Whoever asks for a queue works on it, whatever the role.
  const isOneQueue = (list.queue?.filter.queue ?? null) !== null
  const ofAnotherRole = sql`e.assignee is null and q.role <> (select u.role from users u where u.id = ${userId})`
  // Whoever asks for a person's documents gets them; else those of others are theirs.
  const others = list.queue?.filter.person
    ? sql`false`
    : sql`exists (select from queue_entries e left join review_queues q on q.id = e.queue_id where e.document_id = d.id
        and (e.assignee <> ${userId} or ${isOneQueue ? sql`false` : ofAnotherRole}))`
  return sql`${allOf(conditionsOf({ ...list, status: 'review' }))} and not ${others}
    and not exists (select from review_claims c where c.document_id = d.id and c.user_id <> ${userId} and c.until > now())
    and not exists (select from queue_entries e where e.document_id = d.id and e.approved_by = ${userId})
    and not exists (select from review_waits w where w.document_id = d.id and w.run = d.run
                    and (w.kind = 'postponed' and (w.until is null or w.until > current_date)
                         or w.kind = 'escalated' and w.user_id = ${userId}))`
}
