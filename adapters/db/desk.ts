import { z } from 'zod'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { appendEvent, json } from './events.ts'
import { sql } from './sql.ts'

const LEASE = '15 minutes' // the desk renews it every minute; a closed laptop gives the document back soon enough

/** Names of form fields and what was typed; `base` is what stood there when it was typed. */
const Draft = z.record(z.string(), z.object({ value: z.string(), base: z.string() }))
export type Draft = z.infer<typeof Draft>

export interface Effort {
  readonly reviewId: string
  readonly kind: 'approve' | 'save' | 'reject' | 'postponed' | 'escalated'
  readonly activeMs: number
  readonly keystrokes: number
  readonly clicks: number
  readonly changed: number
}

export interface SetAside {
  readonly kind: 'postponed' | 'escalated'
  readonly reason: string
  readonly note: string
  /** ISO date; null = until somebody opens it again. */
  readonly until: string | null
}

export type Desk = ReturnType<typeof createDesk>

/** Who else works on a document. */
const Holder = z.object({ person: z.string(), since: isoDate, until: isoDate })
export type Holder = z.infer<typeof Holder>

/** What one person did at the desk; documents count once, with their last decision. */
const Work = z
  .object({
    approved: z.coerce.number(),
    rejected: z.coerce.number(),
    postponed: z.coerce.number(),
    escalated: z.coerce.number(),
    changed: z.coerce.number(),
    active_ms: z.coerce.number(),
  })
  .transform(({ active_ms, ...same }) => ({ ...same, activeMs: active_ms }))
export type SessionWork = z.infer<typeof Work>

/** What reviewers do at the desk before anything is decided: drafts, leases, documents set aside, and what it cost them. */
export function createDesk(db: Database) {
  return {
    /** What this person typed into this run of the document and has not saved. */
    async draft(organisationId: string, documentId: string, run: number, userId: string): Promise<Draft> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(
          z.object({ entries: Draft }),
          sql`select entries from review_drafts where document_id = ${documentId} and user_id = ${userId} and run = ${run}`,
        ),
      )
      return row?.entries ?? {}
    },

    /** Entry by entry, so that two browsers of one person do not erase each other's. */
    async saveDraft(
      organisationId: string,
      documentId: string,
      run: number,
      userId: string,
      { set, unset }: { readonly set: Draft; readonly unset: readonly string[] },
    ): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into review_drafts (document_id, user_id, organisation_id, run, entries)
          values (${documentId}, ${userId}, ${organisationId}, ${run}, ${json(set)})
          on conflict (document_id, user_id) do update set run = excluded.run, updated_at = now(),
            entries = (case when review_drafts.run = excluded.run then review_drafts.entries else '{}' end - ${unset}::text[]) || excluded.entries`),
      )
    },

    async dropDraft(organisationId: string, documentId: string, userId: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`delete from review_drafts where document_id = ${documentId} and user_id = ${userId}`),
      )
    },

    /** The commands that the person has put on other keys: command → key. */
    async keys(organisationId: string, userId: string): Promise<Readonly<Record<string, string>>> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(z.object({ keys: z.record(z.string(), z.string()) }), sql`select keys from desk_keys where user_id = ${userId}`),
      )
      return row?.keys ?? {}
    },

    async saveKeys(organisationId: string, userId: string, keys: Readonly<Record<string, string>>): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into desk_keys (user_id, organisation_id, keys) values (${userId}, ${organisationId}, ${json(keys)})
          on conflict (user_id) do update set keys = excluded.keys, updated_at = now()`),
      )
    },

    /** Who else works on the document now; null when nobody does. */
    holder: (organisationId: string, documentId: string, userId: string) =>
      db.transaction(organisationId, (tx) =>
        tx.row(
          Holder,
          sql`select u.name as person, c.since, c.until from review_claims c join users u on u.id = c.user_id
              where c.document_id = ${documentId} and c.user_id <> ${userId} and c.until > now()`,
        ),
      ),

    /** Takes or renews the lease. `take`: also from somebody else. False = somebody else holds it. `claim` names the open page. */
    async claim(organisationId: string, documentId: string, userId: string, claim: string, take: boolean): Promise<boolean> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(
          z.object({ user_id: z.string() }),
          sql`insert into review_claims (document_id, organisation_id, user_id, claim, until)
              values (${documentId}, ${organisationId}, ${userId}, ${claim}, now() + ${LEASE}::interval)
              on conflict (document_id) do update set user_id = excluded.user_id, claim = excluded.claim, until = excluded.until,
                since = case when review_claims.user_id = excluded.user_id then review_claims.since else now() end
              where review_claims.user_id = excluded.user_id or review_claims.until <= now() or ${take}
              returning user_id`,
        ),
      )
      return row !== null
    },

    /** Gives the lease back; one that another page has taken meanwhile stays. */
    async release(organisationId: string, documentId: string, claim: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`delete from review_claims where document_id = ${documentId} and claim = ${claim}`),
      )
    },

    /** Sets the document aside and says so in its history; status and version stay. False when it does not wait for a person in this version. */
    setAside(organisationId: string, documentId: string, version: number, userId: string, aside: SetAside): Promise<boolean> {
      return db.transaction(organisationId, async (tx) => {
        const row = await tx.row(
          z.object({ run: z.number() }),
          sql`select run from documents where id = ${documentId} and version = ${version} and status = 'review' for update`,
        )
        if (!row) return false
        const { kind, reason, note, until } = aside
        await tx.run(sql`
          insert into review_waits (document_id, organisation_id, run, kind, reason, note, until, user_id)
          values (${documentId}, ${organisationId}, ${row.run}, ${kind}, ${reason}, ${note}, ${until}, ${userId})
          on conflict (document_id) do update set run = excluded.run, kind = excluded.kind, reason = excluded.reason, note = excluded.note,
            until = excluded.until, user_id = excluded.user_id, created_at = now()`)
        await tx.run(sql`delete from review_claims where document_id = ${documentId} and user_id = ${userId}`)
        await appendEvent(tx, {
          organisation_id: organisationId,
          document_id: documentId,
          key: `aside:${Date.now()}:${userId}`,
          kind,
          status: 'review',
          actor: userId,
          reason: { code: reason, message: note },
          result: null,
          version,
        })
        return true
      })
    },

    /** Why the document was set aside in this run; null when it was not. */
    aside: (organisationId: string, documentId: string, run: number) =>
      db.transaction(organisationId, (tx) =>
        tx.row(
          z
            .object({
              kind: z.enum(['postponed', 'escalated']),
              reason: z.string(),
              note: z.string(),
              until: z.string().nullable(),
              person: z.string(),
              created_at: isoDate,
            })
            .transform(({ created_at, ...same }) => ({ ...same, at: created_at })),
          sql`select w.kind, w.reason, w.note, to_char(w.until, 'YYYY-MM-DD') as until, u.name as person, w.created_at
              from review_waits w join users u on u.id = w.user_id where w.document_id = ${documentId} and w.run = ${run}`,
        ),
      ),

    async recordEffort(organisationId: string, documentId: string, userId: string, effort: Effort): Promise<void> {
      const { reviewId, kind, activeMs, keystrokes, clicks, changed } = effort
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into review_efforts (review_id, document_id, organisation_id, user_id, kind, active_ms, keystrokes, clicks, changed)
          values (${reviewId}, ${documentId}, ${organisationId}, ${userId}, ${kind}, ${activeMs}, ${keystrokes}, ${clicks}, ${changed})
          on conflict (review_id) do nothing`),
      )
    },

    /** What this person has done since `since` (ISO date-time); null when nothing. */
    workOf(organisationId: string, userId: string, since: string): Promise<SessionWork | null> {
      return db.transaction(organisationId, (tx) =>
        tx.row(
          Work,
          sql`select count(distinct document_id) filter (where kind = 'approve') as approved,
                     count(distinct document_id) filter (where kind = 'reject') as rejected,
                     count(distinct document_id) filter (where kind = 'postponed') as postponed,
                     count(distinct document_id) filter (where kind = 'escalated') as escalated,
                     coalesce(sum(changed), 0) as changed, coalesce(sum(active_ms), 0) as active_ms
              from review_efforts where user_id = ${userId} and created_at >= ${since}`,
        ),
      )
    },
  }
}
