import { z } from 'zod'
import type { Database } from './database.ts'
import { json } from './events.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

export const ListKind = z.enum(['supplier', 'own', 'order'])
export type ListKind = z.infer<typeof ListKind>

/** A table as it was read, waiting for the person who sent it. `read`: what `readRows` made of it, parsed by whoever knows the list. */
const ListImport = z.object({ id: z.string(), fileName: z.string(), read: z.unknown() })
export type ListImport = z.infer<typeof ListImport>

export type ListImports = ReturnType<typeof createListImports>

/** Tables between "this is what would change" and "take it over". Those of yesterday are dropped with the next one. */
export function createListImports(db: Database) {
  return {
    keep(organisationId: string, kind: ListKind, fileName: string, read: object, actor: string): Promise<string> {
      const id = newId()
      return db.transaction(organisationId, async (tx) => {
        await tx.run(sql`delete from list_imports where created_at < now() - interval '1 day'`)
        await tx.run(sql`insert into list_imports (id, organisation_id, kind, file_name, rows_read, created_by)
                         values (${id}, ${organisationId}, ${kind}, ${fileName}, ${json(read)}, ${actor})`)
        return id
      })
    },

    get: (organisationId: string, kind: ListKind, id: string): Promise<ListImport | null> =>
      db.transaction(organisationId, (tx) =>
        tx.row(
          ListImport,
          sql`select id, file_name as "fileName", rows_read as read from list_imports where id = ${id} and kind = ${kind}`,
        ),
      ),

    async drop(organisationId: string, id: string): Promise<void> {
      await db.transaction(organisationId, (tx) => tx.run(sql`delete from list_imports where id = ${id}`))
    },
  }
}
