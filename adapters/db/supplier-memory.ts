import { z } from 'zod'
import { Heading, Lesson, type Remembered, type Taught } from '../../core/memory/index.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Database } from './database.ts'
import { json } from './events.ts'
import { sql } from './sql.ts'

const REMEMBERED = 5 // documents of one supplier; the newest decides, older ones fill what it did not show

/** What reviewed documents taught about their suppliers. */
export function createSupplierMemory(db: Database) {
  return {
    /** One entry a document, newest first. */
    remembered: (document: DocumentInput, type: string, supplierKeys: readonly string[]): Promise<readonly Remembered[]> =>
      db.transaction(document.organisationId, (tx) =>
        tx.rows(
          z
            .object({ supplier_keys: z.array(z.string()), lessons: z.array(Lesson), headings: z.array(Heading) })
            .transform(({ supplier_keys, ...taught }): Remembered => ({ supplierKeys: supplier_keys, ...taught })),
          sql`select supplier_keys, lessons, headings from supplier_memory
              where type = ${type} and document_id <> ${document.documentId} and supplier_keys && ${supplierKeys}::text[]
              order by created_at desc, document_id desc limit ${REMEMBERED}`,
        ),
      ),

    async learn(document: DocumentInput, type: string, supplierKeys: readonly string[], { lessons, headings }: Taught): Promise<void> {
      await db.transaction(document.organisationId, (tx) =>
        tx.run(sql`
          insert into supplier_memory (document_id, organisation_id, type, supplier_keys, lessons, headings)
          values (${document.documentId}, ${document.organisationId}, ${type}, ${supplierKeys}::text[], ${json(lessons)}, ${json(headings)})
          on conflict (document_id) do update
            set type = excluded.type, supplier_keys = excluded.supplier_keys, lessons = excluded.lessons,
                headings = excluded.headings, created_at = now()`),
      )
    },
  }
}
