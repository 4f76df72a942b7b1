import { z } from 'zod'
import { plainVatId } from '../../core/identifiers/index.ts'
import { accountKeyOf, type Company, CompanyEntry, type CompanyKind, nameGrams } from '../../core/master-data/index.ts'
import type { Database, Tx } from './database.ts'
import { json } from './events.ts'
import { paidBefore } from './paid-before.ts'
import { allOf, containing, sql } from './sql.ts'

export const CompanyRow = z
  .object({ entry: CompanyEntry, version: z.number() })
  .transform(({ entry, version }): Company => ({ ...entry, version }))

export type Companies = ReturnType<typeof createCompanies>

/** The organisation's lists of companies. Codes are compared exactly; lists go by code, which is also their cursor. */
export function createCompanies(db: Database) {
  return {
    paidBefore: (organisationId: string, documentId: string) => paidBefore(db, organisationId, documentId),

    list(
      organisationId: string,
      kind: CompanyKind,
      { after, limit, text }: { readonly after: string | null; readonly limit: number; readonly text: string },
    ) {
      const like = containing(text)
      const where = allOf([
        sql`kind = ${kind}`,
        ...(after === null ? [] : [sql`code > ${after}`]),
        ...(text.trim() === '' ? [] : [sql`(name ilike ${like} or code ilike ${like} or ${plainVatId(text)} = any(tax_ids))`]),
      ])
      return db.transaction(organisationId, async (tx) => {
        const rows = await tx.rows(CompanyRow, sql`select entry, version from companies where ${where} order by code limit ${limit + 1}`)
        const items = rows.slice(0, limit)
        return { items, next: rows.length > limit ? (items.at(-1)?.code ?? null) : null }
      })
    },

    get: (organisationId: string, kind: CompanyKind, code: string) =>
      db.transaction(organisationId, (tx) =>
        tx.row(CompanyRow, sql`select entry, version from companies where kind = ${kind} and code = ${code}`),
      ),

    /** What stands under these codes now. */
    known: (organisationId: string, kind: CompanyKind, codes: readonly string[]): Promise<readonly Company[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(CompanyRow, sql`select entry, version from companies where kind = ${kind} and code = any(${codes}::text[])`),
      ),

    /** `seen`: the version that the writer saw, null = none yet. Null in return: somebody was faster. */
    put(organisationId: string, kind: CompanyKind, entry: CompanyEntry, seen: number | null, actor: string): Promise<Company | null> {
      return db.transaction(organisationId, (tx) =>
        seen === null ? add(tx, organisationId, kind, entry, actor) : replace(tx, kind, entry, seen, actor),
      )
    },

    /** False: there is none of this version. */
    async remove(organisationId: string, kind: CompanyKind, code: string, seen: number): Promise<boolean> {
      const removed = await db.transaction(organisationId, (tx) =>
        tx.run(sql`delete from companies where kind = ${kind} and code = ${code} and version = ${seen}`),
      )
      return removed === 1
    },

    /** All in one transaction; entries that say what is there already are left as they are. */
    importAll(
      organisationId: string,
      kind: CompanyKind,
      entries: readonly CompanyEntry[],
      actor: string,
    ): Promise<{ readonly changed: number }> {
      return db.transaction(organisationId, async (tx) => {
        let changed = 0
        for (const entry of entries) changed += await upsert(tx, organisationId, kind, entry, actor)
        return { changed }
      })
    },
  }
}

async function add(tx: Tx, organisationId: string, kind: CompanyKind, entry: CompanyEntry, actor: string): Promise<Company | null> {
  const { name, taxIds, accounts, grams } = compared(entry)
  return tx.row(
    CompanyRow,
    sql`insert into companies (organisation_id, kind, code, entry, name, tax_ids, accounts, grams, updated_by)
        values (${organisationId}, ${kind}, ${entry.code}, ${json(entry)}, ${name}, ${taxIds}::text[], ${accounts}::text[], ${grams}::text[], ${actor})
        on conflict do nothing returning entry, version`,
  )
}

async function replace(tx: Tx, kind: CompanyKind, entry: CompanyEntry, seen: number, actor: string): Promise<Company | null> {
  const { name, taxIds, accounts, grams } = compared(entry)
  return tx.row(
    CompanyRow,
    sql`update companies set entry = ${json(entry)}, version = version + 1, name = ${name}, tax_ids = ${taxIds}::text[],
               accounts = ${accounts}::text[], grams = ${grams}::text[], updated_by = ${actor}, updated_at = now()
        where kind = ${kind} and code = ${entry.code} and version = ${seen} returning entry, version`,
  )
}

function upsert(tx: Tx, organisationId: string, kind: CompanyKind, entry: CompanyEntry, actor: string): Promise<number> {
  const { name, taxIds, accounts, grams } = compared(entry)
  return tx.run(sql`
    insert into companies (organisation_id, kind, code, entry, name, tax_ids, accounts, grams, updated_by)
    values (${organisationId}, ${kind}, ${entry.code}, ${json(entry)}, ${name}, ${taxIds}::text[], ${accounts}::text[], ${grams}::text[], ${actor})
    on conflict (organisation_id, kind, code) do update
      set entry = excluded.entry, version = companies.version + 1, name = excluded.name, tax_ids = excluded.tax_ids,
          accounts = excluded.accounts, grams = excluded.grams, updated_by = excluded.updated_by, updated_at = now()
      where companies.entry <> excluded.entry`)
}

/** What documents are compared with. */
function compared({ name, alsoKnownAs, taxIds, accounts }: CompanyEntry) {
  return {
    name,
    taxIds: [...new Set(taxIds.map(plainVatId))],
    accounts: accounts.flatMap(({ account, bik }) => accountKeyOf(account, bik) ?? []),
    grams: [...new Set([name, ...alsoKnownAs].flatMap(nameGrams))],
  }
}
