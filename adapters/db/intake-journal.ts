import { z } from 'zod'
import { type Arrival, Channel, keyOf, recordArrival, type Settled } from './arrivals.ts'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { allOf, sql } from './sql.ts'

export const ItemState = z.enum(['open', 'accepted', 'duplicate', 'refused', 'left_out', 'unpacked'])
export type ItemState = z.infer<typeof ItemState>

const Item = z
  .object({
    id: z.string(),
    source: z.string(),
    channel: Channel,
    parent_id: z.string().nullable(),
    name: z.string(),
    sender: z.string().nullable(),
    state: ItemState,
    document_id: z.string().nullable(),
    code: z.string().nullable(),
    detail: z.string().nullable(),
    created_at: isoDate,
  })
  .transform(({ parent_id, document_id, created_at, ...same }) => ({
    ...same,
    parentId: parent_id,
    documentId: document_id,
    at: created_at,
  }))
/** One line of the journal: what came, when, from where, and what became of it. */
export type IntakeItem = z.infer<typeof Item>
const ITEM = sql`i.id, i.source, i.channel, i.parent_id, i.name, i.sender, i.state, i.document_id, i.code, i.detail, i.created_at`

export interface ItemFilter {
  readonly source: string | null
  /** Only things that were refused, or hold something that was. */
  readonly refused: boolean
}

export type IntakeJournal = ReturnType<typeof createIntakeJournal>

/** What came in by other ways than one by one through the upload page. */
export function createIntakeJournal(db: Database) {
  return {
    /** Writes what became of an arrival that is no document (or not yet). Returns the item's id. */
    settle: (organisationId: string, arrival: Arrival, settled: Exclude<Settled, { documentId: string }>): Promise<string> =>
      db.transaction(organisationId, (tx) => recordArrival(tx, organisationId, arrival, settled)),

    /** Which of these need not be fetched: everything in them is settled. */
    async known(organisationId: string, arrivals: readonly Arrival[]): Promise<ReadonlySet<Arrival>> {
      const rows = await db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ source: z.string(), key: z.string() }),
          sql`select source, key from intake_items where state <> 'open' and source = any(${[...new Set(arrivals.map((a) => a.source))]}::text[])
              and key = any(${arrivals.map(keyOf)}::text[])`,
        ),
      )
      const keys = new Set(rows.map(({ source, key }) => `${source} ${key}`))
      return new Set(arrivals.filter((arrival) => keys.has(`${arrival.source} ${keyOf(arrival)}`)))
    },

    /** Newest first, each with the files in it. */
    list(organisationId: string, { source, refused }: ItemFilter, after: string | null, limit: number) {
      return db.transaction(organisationId, async (tx) => {
        const where = allOf([
          sql`i.parent_id is null`,
          ...(after ? [sql`i.id < ${after}`] : []),
          ...(source ? [sql`i.source = ${source}`] : []),
          ...(refused
            ? [sql`(i.state = 'refused' or exists (select from intake_items c where c.parent_id = i.id and c.state = 'refused'))`]
            : []),
        ])
        const rows = await tx.rows(Item, sql`select ${ITEM} from intake_items i where ${where} order by i.id desc limit ${limit + 1}`)
        const items = rows.slice(0, limit)
        const files = await tx.rows(
          Item,
          sql`with recursive inside as (
                select i.* from intake_items i where i.parent_id = any(${items.map(({ id }) => id)}::text[])
                union all select i.* from intake_items i join inside p on i.parent_id = p.id)
              select ${ITEM} from inside i order by i.id limit 5000`,
        )
        return { items, files, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
      })
    },
  }
}
