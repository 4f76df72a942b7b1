import { createHash } from 'node:crypto'
import { z } from 'zod'
import { canonicalJson } from '../../core/canonical-json.ts'
import { displayName } from '../../core/display-name.ts'
import { Status } from '../../core/status.ts'
import type { Tx } from './database.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

export const Channel = z.enum(['upload', 'folder', 'mailbox', 'bucket'])
/** The way by which something came in. */
export type Channel = z.infer<typeof Channel>

/** One thing that came in: a file, or a message or archive with files in it. */
export interface Arrival {
  /** Id of the source in the intake file; `upload` for archives that people and programs send. */
  readonly source: string
  readonly channel: Channel
  /** What makes it this very thing within its source: its place and its content. */
  readonly identity: readonly string[]
  /** For display; control characters are dropped. */
  readonly name: string
  readonly sender?: string | null
  /** The message or archive that it came in. */
  readonly parentId?: string | null
}

/** What a document of this very arrival was answered with before; null when it has not become one, or the document is gone. */
export async function acceptedBefore(tx: Tx, arrival: Arrival) {
  const row = await tx.row(
    z.object({ id: z.string(), status: Status, state: z.enum(['accepted', 'duplicate']) }),
    sql`select d.id, d.status, i.state from intake_items i join documents d on d.id = i.document_id
        where i.source = ${arrival.source} and i.key = ${keyOf(arrival)} and i.state in ('accepted', 'duplicate')`,
  )
  return row && { id: row.id, status: row.status, duplicateOf: row.state === 'duplicate' ? row.id : null }
}

export type Settled =
  | { readonly state: 'open' | 'unpacked' }
  | { readonly state: 'accepted' | 'duplicate'; readonly documentId: string }
  | { readonly state: 'refused' | 'left_out'; readonly code: string; readonly detail: string }

/** Writes what became of an arrival; a second time meets the first row, and what has become a document stays one. Returns the row's id. */
export async function recordArrival(tx: Tx, organisationId: string, arrival: Arrival, settled: Settled): Promise<string> {
  const { state } = settled
  const documentId = 'documentId' in settled ? settled.documentId : null
  const { code, detail } = 'code' in settled ? settled : { code: null, detail: null }
  await tx.run(sql`
    insert into intake_items as i (id, organisation_id, source, channel, key, parent_id, name, sender, state, document_id, code, detail, settled_at)
    values (${newId()}, ${organisationId}, ${arrival.source}, ${arrival.channel}, ${keyOf(arrival)}, ${arrival.parentId ?? null}, ${displayName(arrival.name)},
            ${arrival.sender ? displayName(arrival.sender) : null}, ${state}, ${documentId}, ${code}, ${detail}, case when ${state === 'open'} then null else now() end)
    on conflict (organisation_id, source, key) do update
      set state = excluded.state, document_id = excluded.document_id, code = excluded.code, detail = excluded.detail, settled_at = excluded.settled_at
      where (i.document_id is null or excluded.document_id is not null) and not (i.state = 'unpacked' and excluded.state = 'open')`)
  const row = await tx.row(
    z.object({ id: z.string() }),
    sql`select id from intake_items where source = ${arrival.source} and key = ${keyOf(arrival)}`,
  )
  return row?.id ?? ''
}

export function keyOf({ identity }: Arrival): string {
  return createHash('sha256').update(canonicalJson(identity)).digest('hex')
}
