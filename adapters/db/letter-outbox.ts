import { z } from 'zod'
import type { Database } from './database.ts'
import { sql } from './sql.ts'

const AT_ONCE = 4
/** A sender that died gives its letters back after this; longer than any one attempt. */
const LEASE_SECONDS = 90

const Due = z
  .object({
    id: z.string(),
    organisation_id: z.string(),
    attempts: z.number(),
    recipient: z.string(),
    subject: z.string(),
    body: z.string(),
    reply_to: z.string().nullable(),
  })
  // The receiver that is logged is the organisation, never an address.
  .transform(({ id, organisation_id, recipient, reply_to, ...same }) => ({
    ...same,
    messageId: id,
    receiverId: organisation_id,
    to: recipient,
    replyTo: reply_to,
  }))
export type DueLetter = z.infer<typeof Due>

/** Letters on their way, as notice-outbox.ts for notices. A letter is one message to one receiver from the start. */
export function createLetterOutbox(db: Database) {
  return {
    spread: async (): Promise<number> => 0,

    take: (limit: number, busy: readonly string[]): Promise<readonly DueLetter[]> =>
      db.system((tx) =>
        tx.rows(
          Due,
          sql`update letters set due_at = now() + make_interval(secs => ${LEASE_SECONDS})
              where id in (
                select id from letters where state = 'pending' and due_at <= now() and organisation_id <> all(${busy})
                order by due_at limit ${Math.min(limit, AT_ONCE)} for update skip locked)
              returning id, organisation_id, attempts, recipient, subject, body, reply_to`,
        ),
      ),

    /** `againInS` null: no more attempts. */
    async record(
      { messageId }: DueLetter,
      { status, error }: { readonly status: number | null; readonly error: string | null },
      againInS: number | null,
    ): Promise<void> {
      const state = status === 250 ? 'delivered' : againInS === null ? 'failed' : 'pending'
      await db.system((tx) =>
        tx.run(sql`
          update letters set state = ${state}, attempts = attempts + 1, last_error = ${error}, last_at = now(),
                 due_at = now() + make_interval(secs => ${againInS ?? 0})
          where id = ${messageId} and state = 'pending'`),
      )
    },
  }
}
