import { z } from 'zod'
import type { SecondPersonLimit } from '../../core/second-person.ts'
import type { Database } from './database.ts'
import { sql } from './sql.ts'

export type SecondPersonLimits = ReturnType<typeof createSecondPersonLimits>

/** Totals above which two people have to approve. */
export function createSecondPersonLimits(db: Database) {
  return {
    limits: (organisationId: string): Promise<readonly SecondPersonLimit[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ currency: z.string(), amount: z.string() }),
          sql`select currency, amount::text as amount from second_person_limits order by currency = '*', currency`,
        ),
      ),

    async set(organisationId: string, { currency, amount }: SecondPersonLimit): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into second_person_limits (organisation_id, currency, amount) values (${organisationId}, ${currency}, ${amount})
          on conflict (organisation_id, currency) do update set amount = excluded.amount`),
      )
    },

    async remove(organisationId: string, currency: string): Promise<void> {
      await db.transaction(organisationId, (tx) => tx.run(sql`delete from second_person_limits where currency = ${currency}`))
    },
  }
}
