import { z } from 'zod'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { json } from './events.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

export interface AccessEvent {
  /** Null: whoever it was belongs to no organisation that we know. */
  readonly organisationId: string | null
  readonly kind: string
  readonly actor: string | null
  /** Network address of the caller; empty for the command line. */
  readonly address: string
  /** Never a secret, never document text. */
  readonly detail?: Readonly<Record<string, string | number | boolean>>
}

export type AccessLog = ReturnType<typeof createAccessLog>

/** Who came in, who was turned away, whose rights changed. */
export function createAccessLog(db: Database) {
  const Shown = z
    .object({
      id: z.string(),
      kind: z.string(),
      actor: z.string().nullable(),
      address: z.string(),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      created_at: isoDate,
    })
    .transform(({ created_at, ...rest }) => ({ ...rest, at: created_at }))
  return {
    async write({ organisationId, kind, actor, address, detail = {} }: AccessEvent): Promise<void> {
      await db.system((tx) =>
        tx.run(sql`
          insert into access_events (id, organisation_id, kind, actor, address, detail)
          values (${newId()}, ${organisationId}, ${kind}, ${actor}, ${address}, ${json(detail)})`),
      )
    },
    /** Newest first; `kinds` null = all. */
    list(organisationId: string, after: string | null, limit: number, kinds: readonly string[] | null = null) {
      return db.transaction(organisationId, async (tx) => {
        const rows = await tx.rows(
          Shown,
          sql`select e.id, e.kind, coalesce(u.name, p.name, e.actor) as actor, e.address, e.detail, e.created_at
              from access_events e left join users u on u.id = e.actor left join api_clients p on p.id = e.actor
              where ${after === null ? sql`true` : sql`e.id < ${after}`} and ${kinds === null ? sql`true` : sql`e.kind = any(${[...kinds]}::text[])`} order by e.id desc limit ${limit + 1}`,
        )
        const items = rows.slice(0, limit)
        return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
      })
    },
  }
}
