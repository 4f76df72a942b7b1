import { z } from 'zod'
import type { Database } from '../database.ts'
import { type Sql, sql } from '../sql.ts'
import { ofType } from './asked.ts'

/** Upper ends of the ages in hours; the last age has none. */
export const AGE_HOURS = [4, 24, 72, 168] as const

/** What waits for people now. Columns: document_id, hours, age (0 = youngest), escalated. */
export function waitingNow(type: string | null): Sql {
  return sql`
    select w.*, (select count(*) from unnest(${[...AGE_HOURS]}::int[]) as h (hours) where w.hours >= h.hours)::int as age
    from (select d.id as document_id, extract(epoch from now() - max(e.created_at) filter (where e.kind = 'review_requested')) / 3600.0 as hours,
                 bool_or(e.kind = 'review_escalated') as escalated
          from documents d join events e on e.document_id = d.id and split_part(e.key, ':', 1) = 'run' || d.run
          where d.status = 'review' and ${ofType(sql`d.type`, type)} and e.kind in ('review_requested', 'review_escalated')
          group by d.id) w
    where w.hours is not null`
}

const count = z.coerce.number()

/** The queue as it stands; it has no period. */
export function queueFigures(db: Database) {
  return {
    queue: (organisationId: string, type: string | null) =>
      db.transaction(organisationId, async (tx) => {
        const rows = await tx.rows(
          z.object({ age: count, documents: count, escalated: count, oldest: z.coerce.number() }),
          sql`select age, count(*) as documents, count(*) filter (where escalated) as escalated, max(hours) as oldest
              from (${waitingNow(type)}) q group by age order by age`,
        )
        const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((total, row) => total + of(row), 0)
        return {
          documents: sum((row) => row.documents),
          escalated: sum((row) => row.escalated),
          /** Hours; null when nothing waits. */
          oldestHours: rows.length === 0 ? null : Math.max(...rows.map((row) => row.oldest)),
          ages: Array.from({ length: AGE_HOURS.length + 1 }, (_, age) => rows.find((row) => row.age === age)?.documents ?? 0),
        }
      }),
  }
}
