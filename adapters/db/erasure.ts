import { z } from 'zod'
import { PipelineError } from '../../core/errors.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import type { Database, Tx } from './database.ts'
import { DocumentRow, isoDate } from './document-row.ts'
import { appendEvent } from './events.ts'
import { sql } from './sql.ts'

export interface ErasureOrder {
  readonly id: string
  /** The version that the person saw; null = whatever it is now (command line). */
  readonly version: number | null
  readonly actor: string
  /** Why; stays in the journal for ever. Null = none given, which is enough for what nobody has approved. */
  readonly reason: string | null
  /** Also what has become a record. */
  readonly force: boolean
}

export interface Erased {
  /** The document, then the parts of its file, each with the run whose workflow is to be ended. */
  readonly documents: readonly { readonly id: string; readonly run: number }[]
}

/** What a person should know before the order. */
export interface ErasureStanding {
  /** The hold on the document or a part of its file; null = none. */
  readonly hold: LegalHold | null
  /** Later parts of its file, which go with it. */
  readonly parts: number
  /** Approved records of it and its parts. */
  readonly records: number
  /** The accounting system has said that it booked one of them. */
  readonly posted: boolean
}

export interface LegalHold {
  readonly documentId: string
  readonly reason: string
  /** Name of the person. */
  readonly by: string
  readonly at: string
}

export type Erasure = ReturnType<typeof createErasure>

const Hold = z.object({ reason: z.string() })

/** Erases documents for good, and keeps those that a legal hold lies on. */
export function createErasure(db: Database, blobs: BlobStore) {
  return {
    /**
     * The document with all parts of its file: every row, every blob and the key that opens them, so that backups of the blobs become unreadable. The
     * journal keeps that it was there, who erased it and why. Cut off in the middle, it is repeated as it was ordered.
     * Errors: `not_found`; `conflict` for another version, for what is being read, held, or a part of a file; for records without force and reason.
     */
    erase: (organisationId: string, order: ErasureOrder): Promise<Erased> =>
      db.transaction(organisationId, async (tx) => {
        const rows = await tx.rows(
          DocumentRow,
          sql`select * from documents where id = ${order.id} or part_of = ${order.id} order by id = ${order.id} desc, id for update`,
        )
        await requireErasable(tx, rows, order)
        for (const row of rows) await writeEvent(tx, organisationId, row, order.actor, 'erased', order.reason ?? 'No reason was given.')
        // Parts first: they point to the file.
        for (const { id } of rows.toReversed()) await tx.rows(z.object({}), sql`select erase_document(${id})`)
        // Before the rows are gone for good: what fails here leaves the document where it can be erased again.
        for (const { id } of rows) await blobs.erase(id)
        return { documents: rows.map(({ id, run }) => ({ id, run })) }
      }),

    /** Null where there is no such document. */
    standing: (organisationId: string, id: string): Promise<ErasureStanding | null> =>
      db.transaction(organisationId, async (tx) => {
        const counted = await tx.row(
          Counted,
          sql`select (select count(*) from documents where part_of = d.id) as parts, (${recordsOf(id)}) as records,
                     exists(select from record_acks a join records r on r.id = a.record_id join documents o on o.id = r.document_id
                            where a.status = 'posted' and (o.id = d.id or o.part_of = d.id)) as posted
              from documents d where d.id = ${id}`,
        )
        return counted ? { ...counted, hold: await holdOn(tx, id) } : null
      }),

    /** Keeps the document from being erased until the hold is lifted. Errors: `not_found`, `conflict` when it is held already. */
    hold: (organisationId: string, id: string, actor: string, reason: string): Promise<void> =>
      db.transaction(organisationId, async (tx) => {
        const row = await existing(tx, id)
        const held = await tx.run(sql`
          insert into legal_holds (document_id, organisation_id, reason, held_by) values (${id}, ${organisationId}, ${reason}, ${actor})
          on conflict (document_id) do nothing`)
        if (held === 0) throw new PipelineError('conflict', 'A legal hold lies on the document already.')
        await writeEvent(tx, organisationId, row, actor, 'held', reason)
      }),

    /** Errors: `not_found`, `conflict` when there is no hold. */
    lift: (organisationId: string, id: string, actor: string, reason: string): Promise<void> =>
      db.transaction(organisationId, async (tx) => {
        const row = await existing(tx, id)
        const lifted = await tx.run(sql`delete from legal_holds where document_id = ${id}`)
        if (lifted === 0) throw new PipelineError('conflict', 'No legal hold lies on the document.')
        await writeEvent(tx, organisationId, row, actor, 'hold_lifted', reason)
      }),

    /** The organisation that the document belongs to, for whoever works beside the web side; null where there is none. */
    async organisationOf(id: string, organisations: readonly { readonly id: string }[]): Promise<string | null> {
      for (const organisation of organisations)
        if (await db.transaction(organisation.id, (tx) => tx.row(z.object({}), sql`select from documents where id = ${id}`)))
          return organisation.id
      return null
    },
  }
}

const Counted = z.object({ parts: z.coerce.number(), records: z.coerce.number(), posted: z.boolean() })
const HoldRow = z
  .object({ document_id: z.string(), reason: z.string(), by: z.string(), held_at: isoDate })
  .transform(({ document_id, reason, by, held_at }): LegalHold => ({ documentId: document_id, reason, by, at: held_at }))

const recordsOf = (id: string) =>
  sql`select count(*) from records r join documents o on o.id = r.document_id where o.id = ${id} or o.part_of = ${id}`

function holdOn(tx: Tx, id: string): Promise<LegalHold | null> {
  return tx.row(
    HoldRow,
    sql`select h.document_id, h.reason, h.held_at, coalesce(u.name, h.held_by) as by from legal_holds h
        join documents o on o.id = h.document_id left join users u on u.id = h.held_by
        where o.id = ${id} or o.part_of = ${id} order by o.id = ${id} desc limit 1`,
  )
}

async function requireErasable(tx: Tx, rows: readonly DocumentRow[], { id, version, reason, force }: ErasureOrder): Promise<void> {
  const document = rows.find((row) => row.id === id)
  if (!document) throw new PipelineError('not_found', 'There is no such document.')
  if (version !== null && document.version !== version)
    throw new PipelineError('conflict', 'Somebody changed the document meanwhile; read it again and repeat the order.')
  if (document.partOf)
    throw new PipelineError(
      'conflict',
      `The document is a part of a file: its pages stand in document ${document.partOf} too. Erase that one.`,
    )
  const ids = rows.map((row) => row.id)
  const hold = await tx.row(Hold, sql`select reason from legal_holds where document_id = any(${ids}::text[]) limit 1`)
  if (hold) throw new PipelineError('conflict', `A legal hold lies on the document: ${hold.reason}. Lift it first.`)
  if (rows.some(({ status }) => status === 'received' || status === 'processing'))
    throw new PipelineError('conflict', 'The document is being read. Erase it when it waits for a person or has ended.')
  const records = await tx.rows(z.object({}), sql`select from records where document_id = any(${ids}::text[]) limit 1`)
  if (records.length > 0 && !(force && reason))
    throw new PipelineError(
      'conflict',
      'The document has been approved, and the record must as a rule be kept for years. Order it with force and a reason.',
    )
}

async function existing(tx: Tx, id: string): Promise<DocumentRow> {
  const row = await tx.row(DocumentRow, sql`select * from documents where id = ${id} for update`)
  if (!row) throw new PipelineError('not_found', 'There is no such document.')
  return row
}

async function writeEvent(
  tx: Tx,
  organisationId: string,
  { id, status, version }: DocumentRow,
  actor: string,
  kind: 'erased' | 'held' | 'hold_lifted',
  message: string,
): Promise<void> {
  const earlier = await tx.row(
    z.object({ count: z.coerce.number() }),
    sql`select count(*) as count from events where document_id = ${id} and kind = ${kind}`,
  )
  await appendEvent(tx, {
    organisation_id: organisationId,
    document_id: id,
    key: `${kind}:${(earlier?.count ?? 0) + 1}`,
    kind,
    status,
    actor,
    reason: { code: kind, message },
    result: null,
    version,
  })
}
