import type { Database } from './database.ts'
import { type Sql, sql } from './sql.ts'

/** Published in docs/api.md: a repeat within this time is the same request. */
const KEYS_HOURS = 24
/** Sessions and links that are over are kept for a while, for whoever looks into an incident. */
const SESSION_DAYS = 30
/** So that no statement holds its locks for long. */
const AT_ONCE = 5_000

export interface KeptDays {
  readonly accessLogDays: number
  readonly intakeJournalDays: number
}

/** Rows that have served: shares that are whole again, keys, sessions and links that are over, and the oldest of the access log and of the intake journal. */
export function createRunOut(db: Database, { accessLogDays, intakeJournalDays }: KeptDays) {
  const old = sql`created_at < now() - make_interval(days => ${intakeJournalDays})`
  const tables: Readonly<Record<string, Sql>> = {
    rate_limits: sql`delete from rate_limits where key in (select key from rate_limits where used_until < now() limit ${AT_ONCE})`,
    idempotency_keys: sql`delete from idempotency_keys where ctid in (
      select ctid from idempotency_keys where created_at < now() - make_interval(hours => ${KEYS_HOURS}) limit ${AT_ONCE})`,
    kept_replies: sql`delete from kept_replies where ctid in (
      select ctid from kept_replies where created_at < now() - make_interval(hours => ${KEYS_HOURS}) limit ${AT_ONCE})`,
    sessions: sql`delete from sessions where token_hash in (select token_hash from sessions
      where least(expires_at, coalesce(revoked_at, expires_at)) < now() - make_interval(days => ${SESSION_DAYS}) limit ${AT_ONCE})`,
    sign_in_links: sql`delete from sign_in_links where token_hash in (
      select token_hash from sign_in_links where expires_at < now() - make_interval(days => ${SESSION_DAYS}) limit ${AT_ONCE})`,
    access_events: sql`delete from access_events where id in (
      select id from access_events where created_at < now() - make_interval(days => ${accessLogDays}) limit ${AT_ONCE})`,
    intake_items: sql`delete from intake_items where id in (
      select id from intake_items where ${old} and channel <> 'bucket' and parent_id is null and state <> 'open' limit ${AT_ONCE})`,
    // Objects stay in their bucket: the line is what keeps them from being taken again.
    intake_names: sql`update intake_items set name = '', sender = null, detail = null where id in (
      select id from intake_items where ${old} and channel = 'bucket' and name <> '' limit ${AT_ONCE})`,
  }
  return {
    /** Table → rows removed, of all organisations; tables without any are left out. */
    async sweep(): Promise<Readonly<Record<string, number>>> {
      const removed: Record<string, number> = {}
      for (const [table, statement] of Object.entries(tables)) {
        for (let count = AT_ONCE; count === AT_ONCE; ) {
          count = await db.system((tx) => tx.run(statement))
          if (count > 0) removed[table] = (removed[table] ?? 0) + count
        }
      }
      return removed
    },
  }
}
