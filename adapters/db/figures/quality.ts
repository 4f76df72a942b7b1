import { z } from 'zod'
import { type Band, CONFIDENCE_EDGES } from '../../../core/calibration/index.ts'
import type { Database } from '../database.ts'
import { type Sql, sql } from '../sql.ts'
import { type Asked, ofType, within } from './asked.ts'

/** Values that blind reviews judged in the period. Columns: document_id, band (from 0), confidence, is_right. */
export function judgedValues({ period, type }: Asked): Sql {
  const last = CONFIDENCE_EDGES.length - 2
  return sql`
    select j.document_id, (v.value->>'confidence')::double precision as confidence, (v.value->>'right')::boolean as is_right,
           least(width_bucket((v.value->>'confidence')::double precision, ${[...CONFIDENCE_EDGES]}::double precision[]) - 1, ${last}) as band
    from judgements j cross join lateral jsonb_each(j."values") v
    where ${within(sql`j.created_at`, period)} and ${ofType(sql`j.type`, type)}`
}

const count = z.coerce.number()

/** What blind reviews say about the machine. */
export function qualityFigures(db: Database) {
  return {
    /** Blind audits of documents that had been accepted, per type: how many, and how many were wrong. */
    audits: (organisationId: string, { period, type }: Asked) =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ type: z.string(), audited: count, wrong: count }),
          sql`select j.type, count(*) as audited, count(*) filter (where j.wrong) as wrong from judgements j
              where j.kind = 'audit' and ${within(sql`j.created_at`, period)} and ${ofType(sql`j.type`, type)} group by j.type order by j.type`,
        ),
      ),

    /** Said against right, in the bands of core/calibration; bands without a value are left out. */
    async calibration(organisationId: string, asked: Asked): Promise<readonly Band[]> {
      const rows = await db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ band: count, labels: count, confidence: z.coerce.number(), right: z.coerce.number() }),
          sql`select band, count(*) as labels, avg(confidence) as confidence, avg(is_right::int) as right
              from (${judgedValues(asked)}) v group by band order by band`,
        ),
      )
      return rows.map(({ band, ...same }) => ({ ...same, from: CONFIDENCE_EDGES[band] ?? 0, to: CONFIDENCE_EDGES[band + 1] ?? 1 }))
    },
  }
}
