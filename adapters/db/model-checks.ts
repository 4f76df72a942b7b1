import { z } from 'zod'
import { GoldenCounts } from '../../core/llm/golden.ts'
import { alert } from './alerts.ts'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { json } from './events.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

const CheckRow = z
  .object({
    type: z.string(),
    provider: z.string(),
    model: z.string(),
    prompt: z.string(),
    golden: z.string(),
    cause: z.string(),
    asked: z.number(),
    answered: z.number(),
    fields: GoldenCounts,
    fallen: z.array(z.string()).readonly(),
    created_at: isoDate,
  })
  .transform(({ created_at, ...row }) => ({ ...row, at: created_at }))
export type ModelCheckRow = z.infer<typeof CheckRow>

/** How one provider read the known documents of one type. `fallen`: paths that were read better before. */
export interface ModelCheck extends Omit<ModelCheckRow, 'at'> {
  readonly cost: string
  readonly currency: string
}

const COMPARED = 26 // a year of fortnights
const ASK_AGAIN = sql`interval '1 day'`

export type ModelChecks = ReturnType<typeof createModelChecks>

/** What is known about how well language models read, for the installation as a whole. */
export function createModelChecks(db: Database) {
  return {
    /** Outside providers that some organisation allows for a type. */
    allowedAnywhere: (): Promise<readonly { readonly type: string; readonly provider: string }[]> =>
      db.system((tx) =>
        tx.rows(z.object({ type: z.string(), provider: z.string() }), sql`select distinct type, provider from llm_permissions`),
      ),

    /** Counts of earlier checks over the same known documents in which every question was answered, newest first. */
    earlier: (type: string, provider: string, golden: string): Promise<readonly GoldenCounts[]> =>
      db.system(async (tx) => {
        const rows = await tx.rows(
          z.object({ fields: GoldenCounts }),
          sql`select fields from llm_checks where type = ${type} and provider = ${provider} and golden = ${golden} and answered = asked
              order by created_at desc limit ${COMPARED}`,
        )
        return rows.map(({ fields }) => fields)
      }),

    /** Keeps a check. Fields that fell raise an alert, once as long as they are the same ones. */
    record: (check: ModelCheck): Promise<void> =>
      db.system(async (tx) => {
        const id = newId()
        const before = await tx.row(
          z.object({ fallen: z.array(z.string()) }),
          sql`select fallen from llm_checks where type = ${check.type} and provider = ${check.provider} and answered = asked order by created_at desc limit 1`,
        )
        await tx.run(sql`
          insert into llm_checks (id, type, provider, model, prompt, golden, cause, asked, answered, fields, fallen, cost, currency)
          values (${id}, ${check.type}, ${check.provider}, ${check.model}, ${check.prompt}, ${check.golden}, ${check.cause}, ${check.asked},
                  ${check.answered}, ${json(check.fields)}, ${json(check.fallen)}, ${check.cost}, ${check.currency})`)
        await tx.run(sql`
          insert into llm_models (provider, model, checked_at) values (${check.provider}, ${check.model}, now())
          on conflict (provider, model) do update set checked_at = now()`)
        if (check.fallen.some((path) => !before?.fallen.includes(path)))
          await alert(tx, 'llm_reads_worse', id, { provider: check.provider, model: check.model, type: check.type, fields: check.fallen })
      }),

    /** Providers that have said they are a model which no check has seen; asked for at most once a day. */
    takeUnchecked: (): Promise<readonly string[]> =>
      db.system(async (tx) => {
        const rows = await tx.rows(
          z.object({ provider: z.string() }),
          sql`update llm_models set checked_at = now()
              where (checked_at is null or checked_at < now() - ${ASK_AGAIN})
                and not exists (select 1 from llm_checks c where c.provider = llm_models.provider and c.model = llm_models.model)
              returning provider`,
        )
        return [...new Set(rows.map(({ provider }) => provider))]
      }),

    /** The latest check of every provider and type. */
    latest: (): Promise<readonly ModelCheckRow[]> =>
      db.system((tx) =>
        tx.rows(
          CheckRow,
          sql`select distinct on (type, provider) type, provider, model, prompt, golden, cause, asked, answered, fields, fallen, created_at
              from llm_checks order by type, provider, created_at desc`,
        ),
      ),
  }
}
