import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import { Status } from '../../core/status.ts'
import type { Database } from './database.ts'
import { DocumentRow, isoDate } from './document-row.ts'
import { appendEvent, ReasonRow } from './events.ts'
import { cutOf, partsOfFile, type RecutOrder, recut } from './file-parts.ts'
import { acceptUpload, type NewUpload } from './intake.ts'
import { conditionsOf, type ListFilter } from './list-filter.ts'
import { addStart, startOf } from './outbox.ts'
import { nextInReview, placeInReview, type ReviewList } from './review-order.ts'
import { allOf, sql } from './sql.ts'

export type Documents = ReturnType<typeof createDocuments>

export interface ListPage {
  /** Cursor: the last id of the page before. */
  readonly after: string | null
  readonly limit: number
  /** `arrival`: the oldest first, as a queue is worked through. */
  readonly order?: 'newest' | 'arrival'
}

/** What the web side reads and writes about documents. Cursors are opaque. */
export function createDocuments(db: Database) {
  return {
    accept: (upload: NewUpload) => acceptUpload(db, upload),

    list(organisationId: string, filter: ListFilter, { after, limit, order = 'newest' }: ListPage) {
      return db.transaction(organisationId, async (tx) => {
        const [behind, sorted] = order === 'newest' ? [sql`d.id < ${after}`, sql`d.id desc`] : [sql`d.id > ${after}`, sql`d.id`]
        const where = allOf([...conditionsOf(filter), ...(after ? [behind] : [])])
        const rows = await tx.rows(DocumentRow, sql`select d.* from documents d where ${where} order by ${sorted} limit ${limit + 1}`)
        const page = rows.slice(0, limit)
        return { rows: page, next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
      })
    },

    async counts(organisationId: string, filter: Omit<ListFilter, 'status'>): Promise<Readonly<Record<Status, number>>> {
      const rows = await db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ status: Status, count: z.coerce.number() }),
          sql`select status, count(*) as count from documents d where ${allOf(conditionsOf({ ...filter, status: null }))} group by status`,
        ),
      )
      const none = Object.fromEntries(Status.options.map((status) => [status, 0])) as Record<Status, number>
      return { ...none, ...Object.fromEntries(rows.map(({ status, count }) => [status, count])) }
    },

    get: (organisationId: string, id: string) =>
      db.transaction(organisationId, (tx) => tx.row(DocumentRow, sql`select * from documents where id = ${id}`)),

    nextInReview: (organisationId: string, id: string, userId: string, direction?: 'next' | 'previous', filter?: ReviewList) =>
      nextInReview(db, organisationId, id, userId, direction, filter),

    placeInReview: (organisationId: string, id: string, userId: string, filter?: ReviewList) =>
      placeInReview(db, organisationId, id, userId, filter),

    events(organisationId: string, id: string) {
      const Shown = z
        .object({ created_at: isoDate, kind: z.string(), actor: z.string(), reason: ReasonRow.nullable() })
        .transform(({ created_at, ...rest }) => ({ at: created_at, ...rest }))
      return db.transaction(organisationId, (tx) =>
        tx.rows(
          Shown,
          sql`select e.created_at, e.kind, coalesce(u.name, p.name, e.actor) as actor, e.reason
              from events e left join users u on u.id = e.actor left join api_clients p on p.id = e.actor
              where e.document_id = ${id} order by e.sequence`,
        ),
      )
    },

    /** Reviews that corrected something, oldest first, with their Corrections blobs; at most the latest 50. */
    async corrections(organisationId: string, id: string) {
      const Review = z
        .object({ person: z.string(), created_at: isoDate, corrections: BlobRef })
        .transform(({ created_at, ...same }) => ({ ...same, at: created_at }))
      const rows = await db.transaction(organisationId, (tx) =>
        tx.rows(
          Review,
          sql`select coalesce(u.name, r.actor) as person, r.created_at, r.corrections from reviews r left join users u on u.id = r.actor
              where r.document_id = ${id} and r.corrections is not null order by r.created_at desc limit 50`,
        ),
      )
      return rows.toReversed()
    },

    /** The Corrections blob of the latest review; null when nobody has reviewed. */
    async lastCorrections(organisationId: string, id: string): Promise<BlobRef | null> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(
          z.object({ corrections: BlobRef }),
          sql`select r.corrections from reviews r join documents d on d.id = r.document_id
              where r.document_id = ${id} and r.corrections is not null order by r.created_at desc limit 1`,
        ),
      )
      return row?.corrections ?? null
    },

    /** Starts a fresh run; false when the version is not the current one or the document is neither rejected nor failed. */
    reprocess(organisationId: string, id: string, version: number, actor: string, password: BlobRef | null): Promise<boolean> {
      return db.transaction(organisationId, async (tx) => {
        // A record that came back is still to be corrected when its run has failed.
        const failed = (await tx.row(z.object({}), sql`select from documents where id = ${id} and status = 'failed'`)) !== null
        const row = await tx.row(
          DocumentRow,
          sql`update documents set status = 'processing', version = version + 1, run = run + 1, reason = null,
              pages_done = null, pages_total = null, updated_at = now()
              where id = ${id} and version = ${version} and status in ('rejected', 'failed') returning *`,
        )
        if (!row) return false
        await appendEvent(tx, {
          organisation_id: organisationId,
          document_id: id,
          key: `run${row.run}:requested`,
          kind: 'reprocess_requested',
          status: 'processing',
          actor,
          reason: null,
          result: null,
          version: row.version,
        })
        const before = await startOf(tx, id, row.run - 1)
        const cut = await cutOf(tx, row)
        await addStart(tx, {
          ...(failed && before?.returned && { returned: before.returned }),
          ...(cut && { cut }),
          documentId: id,
          organisationId,
          file: row.file,
          // A later part has no file of its own that a password could open.
          password: row.partOf === null ? password : before?.password,
          fileName: row.fileName,
          type: row.requestedType,
          useLlm: true,
          duplicateOf: row.duplicateOf,
          receivedAt: row.createdAt,
          run: row.run,
          render: 'always',
        })
        return true
      })
    },

    /** The documents of the file that this one belongs to, in the order of their pages; itself alone where the file is one document. */
    parts: (organisationId: string, { id, partOf }: Pick<DocumentRow, 'id' | 'partOf'>) =>
      db.transaction(organisationId, (tx) => partsOfFile(tx, partOf ?? id)),

    recut: (organisationId: string, order: RecutOrder) => recut(db, organisationId, order),

    /** Documents with journal events after `cursor`, and the cursor behind them; null asks only for the cursor of now. `reading`: how far the long ones are. */
    changes(organisationId: string, cursor: string | null) {
      const Changed = z.object({ id: z.string(), status: Status, version: z.number() })
      const Reading = z
        .object({ id: z.string(), status: Status, version: z.number(), pages_done: z.number(), pages_total: z.number() })
        .transform(({ pages_done, pages_total, ...same }) => ({ ...same, pagesRead: { done: pages_done, total: pages_total } }))
      return db.transaction(organisationId, async (tx) => {
        const now = await tx.row(z.object({ last: z.coerce.number() }), sql`select coalesce(max(sequence), 0) as last from events`)
        const reading = await tx.rows(
          Reading,
          sql`select id, status, version, pages_done, pages_total from documents
              where status = 'processing' and pages_total is not null limit 500`,
        )
        const last = now?.last ?? 0
        if (cursor === null || Number(cursor) >= last) return { rows: [], reading, cursor: String(last) }
        const rows = await tx.rows(
          Changed,
          sql`select id, status, version from documents
              where id in (select document_id from events where sequence > ${Number(cursor)} and sequence <= ${last}) limit 500`,
        )
        return { rows, reading, cursor: String(last) }
      })
    },

    ready: () => db.healthy(),
  }
}
