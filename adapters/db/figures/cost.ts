import { z } from 'zod'
import { Assumptions, FIRST_ASSUMPTIONS, type Step } from '../../../core/figures/index.ts'
import type { Database } from '../database.ts'
import { json } from '../events.ts'
import { type Sql, sql } from '../sql.ts'
import { type Asked, ofType, stepDay, within } from './asked.ts'

/** Questions to language models in the period. Columns: document_id, at, currency, cost. */
export function modelCalls({ period, type }: Asked): Sql {
  return sql`
    select l.document_id, l.created_at as at, l.currency, l.cost from llm_calls l join documents d on d.id = l.document_id
    where ${within(sql`l.created_at`, period)} and ${ofType(sql`d.type`, type)}`
}

const count = z.coerce.number()

/** What reading costs, and what the organisation assumes about its own work. */
export function costFigures(db: Database) {
  return {
    /** Language models per step and currency; with `at` null over the whole period. `cost` is a decimal string. */
    modelCost: (organisationId: string, asked: Asked, step: Step) =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ at: z.string().nullable(), currency: z.string(), documents: count, cost: z.string() }),
          sql`select at, currency, count(distinct document_id) as documents, sum(cost)::text as cost
              from (select ${stepDay(sql`m.at`, step)} as at, m.document_id, m.currency, m.cost from (${modelCalls(asked)}) m) c
              group by grouping sets ((at, currency), (currency)) order by currency, at nulls last`,
        ),
      ),

    /** The day (ISO date, UTC) the first document arrived; null while there is none. */
    async firstDay(organisationId: string): Promise<string | null> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(
          z.object({ day: z.string().nullable() }),
          sql`select to_char(min(created_at) at time zone 'utc', 'YYYY-MM-DD') as day from documents`,
        ),
      )
      return row?.day ?? null
    },

    async assumptions(organisationId: string): Promise<{ readonly assumed: Assumptions; readonly isOwn: boolean }> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(z.object({ assumptions: Assumptions }), sql`select assumptions from return_assumptions`),
      )
      return { assumed: row?.assumptions ?? FIRST_ASSUMPTIONS, isOwn: row !== null }
    },

    async assume(organisationId: string, assumed: Assumptions, actor: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into return_assumptions (organisation_id, assumptions, updated_by) values (${organisationId}, ${json(assumed)}, ${actor})
          on conflict (organisation_id) do update set assumptions = excluded.assumptions, updated_by = excluded.updated_by, updated_at = now()`),
      )
    },
  }
}
