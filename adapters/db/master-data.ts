import { z } from 'zod'
import { foldNumber } from '../../core/identifiers/index.ts'
import { accountKeyOf, type Company, certainTaxIds, nameGrams, type PrintedParty } from '../../core/master-data/index.ts'
import { EXACT, type Order, type Tolerances } from '../../core/orders/index.ts'
import type { DocumentInput } from '../../core/stages.ts'
import { CompanyRow } from './companies.ts'
import type { Database, Tx } from './database.ts'
import { OrderRow, tolerancesOf } from './orders.ts'
import { sql } from './sql.ts'

/** Companies alike by name that are worth a closer look; the best of them are found by counting, `matchCompany` decides. */
const MOST_ALIKE = 20
const MOST_OWN = 500

/** Companies among which a document's parties may be; null = the organisation keeps no such list. */
export interface KnownCompanies {
  readonly suppliers: readonly Company[] | null
  readonly own: readonly Company[] | null
}

/** The order that a document names (null = there is none of this number) and what its lines are compared with. */
export interface KnownOrder {
  readonly order: Order | null
  readonly tolerances: Tolerances
  /** Order line → quantity on other approved documents. */
  readonly billedBefore: Readonly<Record<string, string>>
}

/** The pipeline's side of master data. */
export function createMasterData(db: Database) {
  return {
    knownCompanies(organisationId: string, seller: PrintedParty): Promise<KnownCompanies> {
      return db.transaction(organisationId, async (tx) => {
        const own = await tx.rows(CompanyRow, sql`select entry, version from companies where kind = 'own' order by code limit ${MOST_OWN}`)
        const any = await tx.row(z.object({}), sql`select from companies where kind = 'supplier' limit 1`)
        return { suppliers: any === null ? null : await suppliersLike(tx, seller), own: own.length === 0 ? null : own }
      })
    },

    /** Null = the organisation keeps no orders. `supplier`: whose tolerances count, where it has its own. */
    knownOrder({ organisationId, documentId }: DocumentInput, number: string, supplier: string | null): Promise<KnownOrder | null> {
      const key = foldNumber(number)
      return db.transaction(organisationId, async (tx) => {
        if ((await tx.row(z.object({}), sql`select from orders limit 1`)) === null) return null
        const order = await tx.row(OrderRow, sql`select entry, version from orders where key = ${key}`)
        const billed = await tx.rows(
          z.object({ line: z.string(), quantity: z.string() }),
          sql`select b.line, trim_scale(sum(b.quantity))::text as quantity from order_billing b join documents d on d.id = b.document_id
              where b.key = ${key} and b.document_id <> ${documentId} and d.status = 'approved' group by b.line`,
        )
        const tolerances = (await tolerancesOf(tx, [...(supplier === null ? [] : [supplier]), ''])) ?? EXACT
        return { order, tolerances, billedBefore: Object.fromEntries(billed.map(({ line, quantity }) => [line, quantity])) }
      })
    },

    /** What the document bills of its order, in place of what it was thought to bill before. */
    async rememberBilling(
      { organisationId, documentId }: DocumentInput,
      number: string,
      quantities: ReadonlyMap<string, string>,
    ): Promise<void> {
      await db.transaction(organisationId, async (tx) => {
        await tx.run(sql`delete from order_billing where document_id = ${documentId}`)
        for (const [line, quantity] of quantities)
          await tx.run(sql`
            insert into order_billing (document_id, organisation_id, key, line, quantity)
            values (${documentId}, ${organisationId}, ${foldNumber(number)}, ${line}, ${quantity})`)
      })
    },
  }
}

async function suppliersLike(tx: Tx, seller: PrintedParty): Promise<readonly Company[]> {
  const ids = certainTaxIds(seller)
  const accounts = seller.accounts.flatMap(({ account, bik }) => accountKeyOf(account, bik) ?? [])
  const certain = await tx.rows(
    CompanyRow,
    sql`select entry, version from companies
        where kind = 'supplier' and (tax_ids && ${ids}::text[] or accounts && ${accounts}::text[]) order by code limit 50`,
  )
  const grams = [...new Set(seller.names.flatMap(nameGrams))]
  if (certain.length > 0 || grams.length === 0) return certain
  return tx.rows(
    CompanyRow,
    sql`select entry, version from companies where kind = 'supplier' and grams && ${grams}::text[]
        order by (select count(*) from unnest(grams) as own (gram) where own.gram = any(${grams}::text[])) * 2.0
                 / (cardinality(grams) + ${grams.length}) desc, code
        limit ${MOST_ALIKE}`,
  )
}
