import { z } from 'zod'
import type { Database } from './database.ts'
import { sql } from './sql.ts'

export interface Share {
  readonly perMinute: number
  /** How many may come at once after a quiet time. */
  readonly burst: number
}

export type RateLimits = ReturnType<typeof createRateLimits>

/**
 * One share per key for all processes together: the generic cell rate algorithm (ITU-T I.371) in one statement. `used_until` is the moment at which
 * everything taken so far is paid off; it may lie at most `burst` intervals ahead.
 */
export function createRateLimits(db: Database) {
  return {
    /** Null = taken; else seconds to wait. */
    take(key: string, { perMinute, burst }: Share): Promise<number | null> {
      const interval = 60 / perMinute
      return db.system(async (tx) => {
        const taken = await tx.run(sql`
          insert into rate_limits as r (key, used_until) values (${key}, clock_timestamp() + make_interval(secs => ${interval}))
          on conflict (key) do update set used_until = greatest(r.used_until, clock_timestamp()) + make_interval(secs => ${interval})
          where greatest(r.used_until, clock_timestamp()) + make_interval(secs => ${interval}) <= clock_timestamp() + make_interval(secs => ${interval * burst})`)
        return taken === 1 ? null : waitFor(key, tx, interval, burst)
      })
    },

    /** As `take`, but takes nothing. */
    look(key: string, { perMinute, burst }: Share): Promise<number | null> {
      return db.system((tx) => waitFor(key, tx, 60 / perMinute, burst, true))
    },
  }
}

async function waitFor(
  key: string,
  tx: Parameters<Parameters<Database['system']>[0]>[0],
  interval: number,
  burst: number,
  onlyIfFull = false,
): Promise<number | null> {
  const row = await tx.row(
    z.object({ seconds: z.coerce.number() }),
    sql`select extract(epoch from used_until - clock_timestamp()) as seconds from rate_limits where key = ${key}`,
  )
  const wait = (row?.seconds ?? 0) - interval * (burst - 1)
  return wait <= 0 && onlyIfFull ? null : Math.max(1, Math.ceil(wait))
}
