import { z } from 'zod'
import { foldNumber } from '../../core/identifiers/index.ts'
import { EXACT, type Order, OrderEntry, Tolerances } from '../../core/orders/index.ts'
import type { Database, Tx } from './database.ts'
import { json } from './events.ts'
import { allOf, containing, sql } from './sql.ts'

export const OrderRow = z
  .object({ entry: OrderEntry, version: z.number() })
  .transform(({ entry, version }): Order => ({ ...entry, version }))

export type Orders = ReturnType<typeof createOrders>

/** Purchase orders and how exactly invoices must keep to them. Two spellings of one number («№ 0012», "12") are one order. */
export function createOrders(db: Database) {
  return {
    list(
      organisationId: string,
      { after, limit, text = '' }: { readonly after: string | null; readonly limit: number; readonly text?: string },
    ) {
      const where = allOf([
        ...(after === null ? [] : [sql`key > ${after}`]),
        ...(text.trim() === '' ? [] : [sql`(number ilike ${containing(text)} or entry->>'supplier' = ${text.trim()})`]),
      ])
      return db.transaction(organisationId, async (tx) => {
        const rows = await tx.rows(OrderRow, sql`select entry, version from orders where ${where} order by key limit ${limit + 1}`)
        const items = rows.slice(0, limit)
        const last = items.at(-1)
        return { items, next: rows.length > limit && last ? foldNumber(last.number) : null }
      })
    },

    get: (organisationId: string, number: string) =>
      db.transaction(organisationId, (tx) => tx.row(OrderRow, sql`select entry, version from orders where key = ${foldNumber(number)}`)),

    /** What stands under these numbers now. */
    known: (organisationId: string, numbers: readonly string[]): Promise<readonly Order[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(OrderRow, sql`select entry, version from orders where key = any(${numbers.map(foldNumber)}::text[])`),
      ),

    /** `seen`: the version that the writer saw, null = none yet. Null in return: somebody was faster. */
    put(organisationId: string, entry: OrderEntry, seen: number | null, actor: string): Promise<Order | null> {
      const key = foldNumber(entry.number)
      return db.transaction(organisationId, (tx) =>
        tx.row(
          OrderRow,
          seen === null
            ? sql`insert into orders (organisation_id, key, number, entry, updated_by)
                  values (${organisationId}, ${key}, ${entry.number}, ${json(entry)}, ${actor}) on conflict do nothing returning entry, version`
            : sql`update orders set entry = ${json(entry)}, number = ${entry.number}, version = version + 1, updated_by = ${actor}, updated_at = now()
                  where key = ${key} and version = ${seen} returning entry, version`,
        ),
      )
    },

    async remove(organisationId: string, number: string, seen: number): Promise<boolean> {
      const removed = await db.transaction(organisationId, (tx) =>
        tx.run(sql`delete from orders where key = ${foldNumber(number)} and version = ${seen}`),
      )
      return removed === 1
    },

    /** All in one transaction; orders that say what is there already are left as they are. */
    importAll(organisationId: string, entries: readonly OrderEntry[], actor: string): Promise<{ readonly changed: number }> {
      return db.transaction(organisationId, async (tx) => {
        let changed = 0
        for (const entry of entries)
          changed += await tx.run(sql`
            insert into orders (organisation_id, key, number, entry, updated_by)
            values (${organisationId}, ${foldNumber(entry.number)}, ${entry.number}, ${json(entry)}, ${actor})
            on conflict (organisation_id, key) do update
              set entry = excluded.entry, number = excluded.number, version = orders.version + 1, updated_by = excluded.updated_by, updated_at = now()
              where orders.entry <> excluded.entry`)
        return { changed }
      })
    },

    /** `supplier` '' = all suppliers without tolerances of their own. */
    tolerances: (organisationId: string, supplier: string): Promise<Tolerances> =>
      db.transaction(organisationId, async (tx) => (await tolerancesOf(tx, [supplier])) ?? EXACT),

    /** Every set of tolerances there is; supplier '' = all without their own, which comes first. */
    allTolerances: (organisationId: string): Promise<readonly { readonly supplier: string; readonly tolerances: Tolerances }[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z.object({ supplier: z.string(), tolerances: Tolerances }),
          sql`select supplier, tolerances from order_tolerances order by supplier limit 1000`,
        ),
      ),

    /** Those of the organisation count again for this supplier. False: it had none of its own. */
    removeTolerances: (organisationId: string, supplier: string): Promise<boolean> =>
      db.transaction(organisationId, async (tx) => (await tx.run(sql`delete from order_tolerances where supplier = ${supplier}`)) === 1),

    async setTolerances(organisationId: string, supplier: string, tolerances: Tolerances, actor: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into order_tolerances (organisation_id, supplier, tolerances, updated_by)
          values (${organisationId}, ${supplier}, ${json(tolerances)}, ${actor})
          on conflict (organisation_id, supplier) do update set tolerances = excluded.tolerances, updated_by = excluded.updated_by, updated_at = now()`),
      )
    },
  }
}

/** Of the first of these suppliers that has any. */
export async function tolerancesOf(tx: Tx, suppliers: readonly string[]): Promise<Tolerances | null> {
  const row = await tx.row(
    z.object({ tolerances: Tolerances }),
    sql`select tolerances from order_tolerances where supplier = any(${suppliers}::text[]) order by array_position(${suppliers}::text[], supplier) limit 1`,
  )
  return row?.tolerances ?? null
}
