import { z } from 'zod'
import { isGroup } from '../../../core/figures/index.ts'
import type { Database } from '../database.ts'
import { type Sql, sql } from '../sql.ts'
import { type Asked, ofType, within } from './asked.ts'
import { decisions } from './outcomes.ts'

/**
 * What people needed for each document that they last decided in the period: all the time that it was looked at until then, keys, fields changed.
 * Documents decided without script or over the API were not measured. Columns: document_id, seconds, keystrokes, changed, people.
 */
export function measuredWork(asked: Asked): Sql {
  return sql`
    select f.document_id, sum(f.active_ms) / 1000.0 as seconds, sum(f.keystrokes) as keystrokes, sum(f.changed) as changed,
           array_agg(distinct f.user_id) as people
    from review_efforts f
    where f.document_id in (select p.document_id from (${decisions(asked)}) p)
    group by f.document_id`
}

/** One person's part, whoever decided. Columns of review_efforts. */
export function ownEfforts(userId: string, { period, type }: Asked): Sql {
  return sql`
    select f.* from review_efforts f join documents d on d.id = f.document_id
    where f.user_id = ${userId} and ${within(sql`f.created_at`, period)} and ${ofType(sql`d.type`, type)}`
}

/** Changed fields per supplier: names count as one when they differ in case, spaces and signs only. Columns: document_id, key, name, changed. */
export function corrected({ period, type }: Asked): Sql {
  return sql`
    select d.id as document_id, d.summary->>'seller' as name, f.changed,
           lower(regexp_replace(d.summary->>'seller', '[^[:alnum:]]+', '', 'g')) as key
    from review_efforts f join documents d on d.id = f.document_id
    where ${within(sql`f.created_at`, period)} and ${ofType(sql`d.type`, type)} and f.changed > 0 and d.summary->>'seller' <> ''`
}

/** Groups that documents are counted in: fewer seconds than this; the last group has no end. 5, 20 and 60 s are targets of the desk. */
export const WORK_SECONDS = [5, 10, 20, 40, 60, 120] as const

const count = z.coerce.number()
const Work = z
  .object({
    documents: count,
    people: count,
    mean_s: z.coerce.number().nullable(),
    median_s: z.coerce.number().nullable(),
    p90_s: z.coerce.number().nullable(),
    keystrokes: z.coerce.number().nullable(),
    changed: z.coerce.number().nullable(),
    spread: z.array(count),
  })
  .transform(({ mean_s, median_s, p90_s, ...same }) => ({ ...same, meanS: mean_s, medianS: median_s, p90S: p90_s }))
/** Seconds, keystrokes (median) and changed fields (mean) per document; `spread`: documents per group of WORK_SECONDS. */
export type Work = z.infer<typeof Work>

const MOST_SUPPLIERS = 20

/** What was measured at people's hands: to the person alone, to everybody else only of a group. */
export function handFigures(db: Database) {
  const SUMMARY = sql`count(*) as documents, avg(seconds) as mean_s, percentile_cont(0.5) within group (order by seconds) as median_s,
                      percentile_cont(0.9) within group (order by seconds) as p90_s,
                      percentile_cont(0.5) within group (order by keystrokes) as keystrokes, avg(changed) as changed,
                      (select array_agg((select count(*) from w where width_bucket(w.seconds, ${[...WORK_SECONDS]}::numeric[]) = g) order by g)
                       from generate_series(0, ${WORK_SECONDS.length}) g) as spread`
  return {
    /** Null when too few people had a part in it, however many documents there are. */
    async groupWork(organisationId: string, asked: Asked): Promise<Work | null> {
      const work = await db.transaction(organisationId, (tx) =>
        tx.row(
          Work,
          sql`with w as (${measuredWork(asked)})
              select ${SUMMARY}, (select count(distinct person) from w, unnest(w.people) as p (person)) as people from w`,
        ),
      )
      return work && isGroup(work.people) ? work : null
    },

    /** The person's own part: documents touched in the period and what they needed of this person. */
    ownWork: (organisationId: string, userId: string, asked: Asked): Promise<Work | null> =>
      db.transaction(organisationId, (tx) =>
        tx.row(
          Work,
          sql`with w as (
                select f.document_id, sum(f.active_ms) / 1000.0 as seconds, sum(f.keystrokes) as keystrokes, sum(f.changed) as changed
                from (${ownEfforts(userId, asked)}) f group by f.document_id)
              select ${SUMMARY}, 1 as people from w`,
        ),
      ),

    /** Most corrected first, at most twenty. */
    suppliers: (organisationId: string, asked: Asked) =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ key: z.string(), name: z.string(), changed: count, documents: count }),
          sql`select key, max(name) as name, sum(changed) as changed, count(distinct document_id) as documents
              from (${corrected(asked)}) c group by key order by sum(changed) desc, key limit ${MOST_SUPPLIERS}`,
        ),
      ),
  }
}
