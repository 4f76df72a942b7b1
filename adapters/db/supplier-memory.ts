import { z } from 'zod'
import { Lesson } from '../../core/memory/index.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Database } from './database.ts'
import { json } from './events.ts'
import { sql } from './sql.ts'

const REMEMBERED = 5 // documents of one supplier; the newest decides, older ones fill what it did not show

/** What reviewed documents taught about their suppliers. */
export function createSupplierMemory(db: Database) {
  return {
    async lessons(document: DocumentInput, type: string, supplierKeys: readonly string[]): Promise<readonly Lesson[]> {
      const rows = await db.transaction(document.organisationId, (tx) =>
        tx.rows(
          z.object({ lessons: z.array(Lesson) }),
          sql`select lessons from supplier_memory
              where type = ${type} and document_id <> ${document.documentId} and supplier_keys && ${supplierKeys}::text[]
              order by created_at desc, document_id desc limit ${REMEMBERED}`,
        ),
      )
      return rows.flatMap(({ lessons }) => lessons)
    },

    async learn(document: DocumentInput, type: string, supplierKeys: readonly string[], lessons: readonly Lesson[]): Promise<void> {
      await db.transaction(document.organisationId, (tx) =>
        tx.run(sql`
          insert into supplier_memory (document_id, organisation_id, type, supplier_keys, lessons)
          values (${document.documentId}, ${document.organisationId}, ${type}, ${supplierKeys}::text[], ${json(lessons)})
          on conflict (document_id) do update
            set type = excluded.type, supplier_keys = excluded.supplier_keys, lessons = excluded.lessons, created_at = now()`),
      )
    },
  }
}
