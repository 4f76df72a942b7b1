import { z } from 'zod'
import { plainText } from '../../core/search/index.ts'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

const MOST_SHOWN = 200

const Question = z
  .object({ id: z.string(), text: z.string(), times: z.number(), person: z.string(), last_at: isoDate })
  .transform(({ last_at, ...same }) => ({ ...same, lastAt: last_at }))
export type UnansweredQuestion = z.infer<typeof Question>

export type UnansweredQuestions = ReturnType<typeof createUnansweredQuestions>

/** What people asked and no passage answered. A question may name people, so it can be removed. */
export function createUnansweredQuestions(db: Database) {
  return {
    add: (organisationId: string, userId: string, text: string): Promise<number> =>
      db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into unanswered_questions as q (id, organisation_id, key, text, asked_by)
          values (${newId()}, ${organisationId}, ${plainText(text)}, ${text}, ${userId})
          on conflict (organisation_id, key) do update set times = q.times + 1, asked_by = excluded.asked_by, last_at = now()`),
      ),

    /** The latest first. */
    list: (organisationId: string): Promise<readonly UnansweredQuestion[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          Question,
          sql`select q.id, q.text, q.times, u.name as person, q.last_at from unanswered_questions q join users u on u.id = q.asked_by
              order by q.last_at desc limit ${MOST_SHOWN}`,
        ),
      ),

    remove: (organisationId: string, id: string): Promise<number> =>
      db.transaction(organisationId, (tx) => tx.run(sql`delete from unanswered_questions where id = ${id}`)),
  }
}
