import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import { Channel } from './arrivals.ts'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { sql } from './sql.ts'

const Source = z
  .object({
    source: z.string(),
    channel: Channel,
    looked_at: isoDate.nullable(),
    problem: z.string().nullable(),
    problem_since: isoDate.nullable(),
  })
  .transform(({ looked_at, problem_since, ...same }) => ({ ...same, lookedAt: looked_at, problemSince: problem_since }))
export type IntakeSourceState = z.infer<typeof Source>

export interface LeaseOf {
  readonly organisationId: string
  readonly source: string
  readonly channel: Channel
  /** Who holds it: one running process. */
  readonly holder: string
}

export type IntakeSources = ReturnType<typeof createIntakeSources>

/** Who looks at which source now, and how the last look went. */
export function createIntakeSources(db: Database) {
  return {
    /** The organisation that a configuration names by id or name. Errors: `configuration` when there is none or more than one. */
    async organisationOf(named: string): Promise<string> {
      const [found, other] = await db.system((tx) =>
        tx.rows(z.object({ id: z.string() }), sql`select id from organisations where id = ${named} or name = ${named} limit 2`),
      )
      if (!found || other)
        throw new PipelineError('configuration', `${other ? 'More than one' : 'No'} organisation is called ${named}; name it by its id.`)
      return found.id
    },

    /** True when the source is this holder's for `leaseS` seconds. False: another holds it, or has looked within `everyS` seconds. */
    async lease({ organisationId, source, channel, holder }: LeaseOf, leaseS: number, everyS: number): Promise<boolean> {
      const taken = await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into intake_sources as s (organisation_id, source, channel, leased_by, leased_until)
          values (${organisationId}, ${source}, ${channel}, ${holder}, now() + make_interval(secs => ${leaseS}))
          on conflict (organisation_id, source) do update
            set leased_by = excluded.leased_by, leased_until = excluded.leased_until, channel = excluded.channel
            where (s.leased_until is null or s.leased_until < now()) and (s.looked_at is null or s.looked_at <= now() - make_interval(secs => ${everyS}))`),
      )
      return taken === 1
    },

    /** False when the lease was lost. */
    async renew({ organisationId, source, holder }: LeaseOf, leaseS: number): Promise<boolean> {
      const renewed = await db.transaction(organisationId, (tx) =>
        tx.run(sql`update intake_sources set leased_until = now() + make_interval(secs => ${leaseS})
                   where source = ${source} and leased_by = ${holder} and leased_until is not null`),
      )
      return renewed === 1
    },

    /** Gives the source back. `problem`: a code, null when the look went well. */
    async release({ organisationId, source, holder }: LeaseOf, problem: string | null): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`update intake_sources set leased_by = null, leased_until = null, looked_at = now(), problem = ${problem},
                   problem_since = case when ${problem}::text is null then null else coalesce(problem_since, now()) end
                   where source = ${source} and leased_by = ${holder}`),
      )
    },

    list: (organisationId: string) =>
      db.transaction(organisationId, (tx) =>
        tx.rows(Source, sql`select source, channel, looked_at, problem, problem_since from intake_sources order by source`),
      ),
  }
}
