import { createHash } from 'node:crypto'
import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { addNotice } from './add-notice.ts'
import type { Database, Tx } from './database.ts'
import { sql } from './sql.ts'

export const ReasonRow = z.object({ code: z.string(), message: z.string() })

const EventRow = z.object({
  organisation_id: z.string(),
  sequence: z.coerce.number(),
  document_id: z.string(),
  key: z.string(),
  kind: z.string(),
  status: z.string(),
  actor: z.string(),
  reason: ReasonRow.nullable(),
  result: BlobRef.nullable(),
  version: z.number(),
  created_at: z.date().transform((date) => date.toISOString()),
  previous_hash: z.string(),
  hash: z.string(),
})
type EventRow = z.infer<typeof EventRow>

export type NewEvent = Omit<EventRow, 'sequence' | 'created_at' | 'previous_hash' | 'hash'>

const GENESIS = '0'.repeat(64)

/** One writer per organisation until the transaction ends: the chain has no gaps, and what commits later has the higher number. */
export async function lockJournal(tx: Tx, organisationId: string): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`journal:${organisationId}`}, 0))`)
}

/** Appends to the organisation's hash chain: each event holds the hash of the one before. Takes the journal lock. */
export async function appendEvent(tx: Tx, event: NewEvent): Promise<void> {
  await lockJournal(tx, event.organisation_id)
  const last = await tx.row(
    z.object({ sequence: z.coerce.number(), hash: z.string() }),
    sql`select sequence, hash from events where organisation_id = ${event.organisation_id} order by sequence desc limit 1`,
  )
  const row = { ...event, sequence: (last?.sequence ?? 0) + 1, created_at: new Date().toISOString(), previous_hash: last?.hash ?? GENESIS }
  await tx.run(sql`
    insert into events (organisation_id, sequence, document_id, key, kind, status, actor, reason, result, version, created_at, previous_hash, hash)
    values (${row.organisation_id}, ${row.sequence}, ${row.document_id}, ${row.key}, ${row.kind}, ${row.status}, ${row.actor},
            ${json(row.reason)}, ${json(row.result)}, ${row.version}, ${row.created_at}, ${row.previous_hash}, ${hashOf(row)})`)
  await addNotice(tx, row)
  await tx.run(sql`select pg_notify('docket_events', ${event.organisation_id})`)
}

function hashOf(row: Omit<EventRow, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(row)).digest('hex')
}

/** jsonb parameter: `pg` would write arrays and null differently. */
export function json(value: unknown): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value)
}

export interface ChainReport {
  readonly events: number
  /** Number of the first event that does not fit, null when the chain is whole. */
  readonly brokenAt: number | null
}

/** Recomputes the whole chain: a changed, deleted, swapped or inserted event shows. A cut tail needs a remembered last hash. */
export function verifyChain(db: Database, organisationId: string): Promise<ChainReport> {
  return db.transaction(organisationId, async (tx) => {
    const rows = await tx.rows(EventRow, sql`select * from events where organisation_id = ${organisationId} order by sequence`)
    let previous = GENESIS
    for (const [i, { hash, ...row }] of rows.entries()) {
      if (row.sequence !== i + 1 || row.previous_hash !== previous || hashOf(row) !== hash) return { events: rows.length, brokenAt: i + 1 }
      previous = hash
    }
    return { events: rows.length, brokenAt: null }
  })
}
