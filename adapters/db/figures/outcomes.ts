import { z } from 'zod'
import type { Step } from '../../../core/figures/index.ts'
import type { Database } from '../database.ts'
import { type Sql, sql } from '../sql.ts'
import { type Asked, ofType, stepDay, within } from './asked.ts'

/** How reading a document ended: approved by itself, handed to a person, refused by the machine, or failed. */
export const OUTCOMES = ['straight', 'person', 'refused', 'failed'] as const
export type Outcome = (typeof OUTCOMES)[number]

/**
 * The first outcome of every reading in the period: what follows it (a person's decision, a publication that fails) is no outcome of reading. A
 * document that is read again counts again. Columns: document_id, at, type, outcome.
 */
export function outcomes({ period, type }: Asked): Sql {
  return sql`
    select e.document_id, e.created_at as at, coalesce(d.type, '') as type,
           case e.kind when 'approved' then 'straight' when 'review_requested' then 'person' when 'rejected' then 'refused' else 'failed' end as outcome
    from events e join documents d on d.id = e.document_id
    where ${within(sql`e.created_at`, period)} and ${ofType(sql`d.type`, type)}
      and (e.kind = 'review_requested' or e.kind in ('approved', 'rejected', 'failed') and e.actor = 'system')
      and not exists (select from events b where b.document_id = e.document_id and b.kind = 'review_requested' and b.sequence < e.sequence
                      and split_part(b.key, ':', 1) = split_part(e.key, ':', 1))`
}

/** People's decisions in the period. Columns: document_id, at, run, and since: when the document came to people. */
export function decisions({ period, type }: Asked): Sql {
  return sql`
    select e.document_id, e.created_at as at, split_part(e.key, ':', 1) as run,
           (select min(b.created_at) from events b where b.document_id = e.document_id and b.kind = 'review_requested'
              and split_part(b.key, ':', 1) = split_part(e.key, ':', 1)) as since
    from events e join documents d on d.id = e.document_id
    where ${within(sql`e.created_at`, period)} and ${ofType(sql`d.type`, type)}
      and e.kind in ('approved', 'rejected') and e.actor <> 'system'`
}

const count = z.coerce.number()

/** Where documents went, how many there were, and how long they waited. */
export function outcomeFigures(db: Database) {
  return {
    /** One row per step, type and outcome that occurred; type '' = never told. */
    outcomes: (organisationId: string, asked: Asked, step: Step) =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ at: z.string(), type: z.string(), outcome: z.enum(OUTCOMES), documents: count }),
          sql`select ${stepDay(sql`o.at`, step)} as at, o.type, o.outcome, count(*) as documents from (${outcomes(asked)}) o
              group by 1, 2, 3 order by 1, 2, 3`,
        ),
      ),

    /** Documents that arrived, that were approved by themselves and that people decided, per step. */
    throughput: (organisationId: string, asked: Asked, step: Step) =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ at: z.string(), received: count, straight: count, decided: count }),
          sql`select at, count(*) filter (where what = 'received') as received, count(*) filter (where what = 'straight') as straight,
                     count(*) filter (where what = 'decided') as decided
              from (select ${stepDay(sql`d.created_at`, step)} as at, 'received' as what from documents d
                    where ${within(sql`d.created_at`, asked.period)} and ${ofType(sql`d.type`, asked.type)}
                    union all
                    select ${stepDay(sql`o.at`, step)}, 'straight' from (${outcomes(asked)}) o where o.outcome = 'straight'
                    union all
                    select ${stepDay(sql`p.at`, step)}, 'decided' from (${decisions(asked)}) p) all_of_them
              group by at order by at`,
        ),
      ),

    /** Seconds between coming to people and their decision, per step and, with `at` null, over the whole period. */
    waiting: (organisationId: string, asked: Asked, step: Step) =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z
            .object({ at: z.string().nullable(), documents: count, median_s: z.coerce.number(), p90_s: z.coerce.number() })
            .transform(({ median_s, p90_s, ...same }) => ({ ...same, medianS: median_s, p90S: p90_s })),
          sql`select at, count(*) as documents, percentile_cont(0.5) within group (order by s) as median_s,
                     percentile_cont(0.9) within group (order by s) as p90_s
              from (select ${stepDay(sql`p.at`, step)} as at, extract(epoch from p.at - p.since) as s
                    from (${decisions(asked)}) p where p.since is not null) waited
              group by grouping sets ((at), ()) having count(*) > 0 order by at nulls last`,
        ),
      ),
  }
}
