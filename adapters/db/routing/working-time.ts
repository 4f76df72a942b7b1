import { z } from 'zod'
import { WorkingTime } from '../../../core/calendar/index.ts'
import type { Database, Tx } from '../database.ts'
import { json } from '../events.ts'
import { sql } from '../sql.ts'

const Row = z.object({ calendar: WorkingTime, version: z.number() })

/** With the number of its changes. */
export interface KeptWorkingTime {
  readonly time: WorkingTime
  readonly version: number
}

/** The working time of the organisation; null = round the clock. */
export async function workingTimeOf(tx: Tx): Promise<WorkingTime | null> {
  return (await kept(tx))?.time ?? null
}

/** Kept as a whole. What waits already keeps its due time until it is moved. */
export function createWorkingTime(db: Database) {
  return {
    workingTime: (organisationId: string): Promise<KeptWorkingTime | null> => db.transaction(organisationId, kept),

    /** `time` null = round the clock again. `seen` null = nothing was kept yet. Null: it has changed since. */
    keepWorkingTime(organisationId: string, time: WorkingTime | null, seen: number | null, actor: string): Promise<number | null> {
      return db.transaction(organisationId, async (tx) => {
        await tx.row(z.object({}), sql`select from organisations where id = ${organisationId} for update`)
        const before = (await kept(tx))?.version ?? null
        if (before !== seen) return null
        if (time === null) {
          await tx.run(sql`delete from working_times where organisation_id = ${organisationId}`)
          return 0
        }
        const version = (before ?? 0) + 1
        await tx.run(sql`
          insert into working_times (organisation_id, calendar, version, updated_by) values (${organisationId}, ${json(time)}, ${version}, ${actor})
          on conflict (organisation_id) do update set calendar = excluded.calendar, version = excluded.version,
            updated_by = excluded.updated_by, updated_at = now()`)
        return version
      })
    },
  }
}

async function kept(tx: Tx): Promise<KeptWorkingTime | null> {
  const row = await tx.row(Row, sql`select calendar, version from working_times`)
  return row && { time: row.calendar, version: row.version }
}
