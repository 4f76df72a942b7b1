import { z } from 'zod'
import { accountKeyOf, type Company, certainTaxIds, nameGrams, type PrintedParty } from '../../core/master-data/index.ts'
import { CompanyRow } from './companies.ts'
import type { Database, Tx } from './database.ts'
import { sql } from './sql.ts'

/** Companies alike by name that are worth a closer look; the best of them are found by counting, `matchCompany` decides. */
const MOST_ALIKE = 20
const MOST_OWN = 500

/** Companies among which a document's parties may be; null = the organisation keeps no such list. */
export interface KnownCompanies {
  readonly suppliers: readonly Company[] | null
  readonly own: readonly Company[] | null
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
