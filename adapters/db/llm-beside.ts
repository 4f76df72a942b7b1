import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import type { ShadowComparison } from '../../core/llm/compare-shadow.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Database } from './database.ts'
import { json } from './events.ts'
import { sql } from './sql.ts'

/** An approved document that may serve as an example; `result` is its latest Result. */
export interface KnownExample {
  readonly documentId: string
  readonly result: BlobRef
  readonly sketch: readonly number[]
}

/** What a second model answered about a document; `reading` is its LlmReading. */
export interface ShadowRecord extends ShadowComparison {
  readonly type: string
  readonly provider: string
  readonly model: string
  readonly reading: BlobRef
  readonly cost: string
  readonly currency: string
}

const Shadow = z.object({ provider: z.string(), model: z.string(), reading: BlobRef })
export type ShadowRow = z.infer<typeof Shadow>

const ShadowSum = z.object({
  type: z.string(),
  provider: z.string(),
  model: z.string(),
  documents: z.number(),
  same: z.number(),
  differs: z.number(),
  missed: z.number(),
  more: z.number(),
})
/** Over all documents of a type: values that the second model read the same, read otherwise, missed, and found alone. */
export type ShadowSum = z.infer<typeof ShadowSum>

const MOST_EXAMPLES = 300 // the newest: forms change

/** What stands beside the questions: approved documents that serve as examples, and second models whose answers are only compared. */
export function createLlmBeside(db: Database) {
  return {
    llmExamples: ({ organisationId, documentId }: DocumentInput, type: string): Promise<readonly KnownExample[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          z
            .object({ document_id: z.string(), result: BlobRef, sketch: z.array(z.number()) })
            .transform(({ document_id, ...row }) => ({ ...row, documentId: document_id })),
          sql`select e.document_id, d.result, e.sketch from llm_examples e join documents d on d.id = e.document_id
              where e.type = ${type} and e.document_id <> ${documentId} and d.status = 'approved' and d.result is not null
              order by e.created_at desc limit ${MOST_EXAMPLES}`,
        ),
      ),

    async rememberExample({ organisationId, documentId }: DocumentInput, type: string, sketch: readonly number[]): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into llm_examples (document_id, organisation_id, type, sketch) values (${documentId}, ${organisationId}, ${type}, ${json(sketch)})
          on conflict (document_id) do update set type = excluded.type, sketch = excluded.sketch, created_at = now()`),
      )
    },

    async recordShadow({ organisationId, documentId, run }: DocumentInput, shadow: ShadowRecord): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into llm_shadows (document_id, run, organisation_id, type, provider, model, reading, same, differs, only_used, only_shadow, cost, currency)
          values (${documentId}, ${run}, ${organisationId}, ${shadow.type}, ${shadow.provider}, ${shadow.model}, ${json(shadow.reading)},
                  ${json(shadow.same)}, ${json(shadow.differs)}, ${json(shadow.onlyUsed)}, ${json(shadow.onlyShadow)}, ${shadow.cost}, ${shadow.currency})
          on conflict (document_id, run) do nothing`),
      )
    },
  }
}

/** The screens' side of second models. */
export function createShadows(db: Database) {
  return {
    /** The second answer to the document's latest run; null when none was recorded. */
    of: (organisationId: string, documentId: string): Promise<ShadowRow | null> =>
      db.transaction(organisationId, (tx) =>
        tx.row(Shadow, sql`select provider, model, reading from llm_shadows where document_id = ${documentId} order by run desc limit 1`),
      ),

    sums: (organisationId: string): Promise<readonly ShadowSum[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          ShadowSum,
          sql`select type, provider, model, count(*)::integer as documents, sum(jsonb_array_length(same))::integer as same,
                     sum(jsonb_array_length(differs))::integer as differs, sum(jsonb_array_length(only_used))::integer as missed,
                     sum(jsonb_array_length(only_shadow))::integer as more
              from llm_shadows group by type, provider, model order by type, provider, model`,
        ),
      ),
  }
}
export type Shadows = ReturnType<typeof createShadows>
