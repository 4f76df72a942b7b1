import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import type { Database } from './database.ts'
import { isoDate } from './document-row.ts'
import { sql } from './sql.ts'

const CallRow = z
  .object({
    id: z.string(),
    provider: z.string(),
    model: z.string(),
    prompt: z.string(),
    part: z.number(),
    turn: z.number(),
    input_tokens: z.number(),
    output_tokens: z.number(),
    cost: z.string(),
    currency: z.string(),
    ms: z.number(),
    cached: z.boolean(),
    outcome: z.string(),
    exchange: BlobRef,
    trace_id: z.string().nullable(),
    created_at: isoDate,
  })
  .transform(({ input_tokens, output_tokens, created_at, trace_id, ...row }) => ({
    ...row,
    inputTokens: input_tokens,
    outputTokens: output_tokens,
    at: created_at,
    traceId: trace_id,
  }))
export type LlmCallRow = z.infer<typeof CallRow>

export type LanguageModels = ReturnType<typeof createLanguageModels>

/** The owner's side of language models: what is allowed, what it costs, what was said about a document. */
export function createLanguageModels(db: Database) {
  return {
    overview: (organisationId: string) =>
      db.transaction(organisationId, async (tx) => {
        const allowed = await tx.rows(z.object({ type: z.string(), provider: z.string() }), sql`select type, provider from llm_permissions`)
        const spent = await tx.row(
          z.object({ cost: z.string() }),
          sql`select coalesce(sum(cost), 0)::numeric(20, 2)::text as cost from llm_spending where day = (now() at time zone 'utc')::date`,
        )
        return { allowed, spentToday: spent?.cost ?? '0' }
      }),

    /** Of the whole installation since midnight UTC, per currency. */
    spentToday: (): Promise<readonly { readonly currency: string; readonly cost: string; readonly documents: number }[]> =>
      db.system((tx) =>
        tx.rows(
          z.object({ currency: z.string(), cost: z.string(), documents: z.number() }),
          sql`select currency, sum(cost)::text as cost, sum(documents)::integer as documents from llm_spending where day = (now() at time zone 'utc')::date group by currency order by currency`,
        ),
      ),

    /** Twice is the same as once. */
    async allow(
      organisationId: string,
      { type, provider }: { readonly type: string; readonly provider: string },
      actor: string,
      allowed: boolean,
    ) {
      await db.transaction(organisationId, (tx) =>
        tx.run(
          allowed
            ? sql`insert into llm_permissions (organisation_id, type, provider, allowed_by) values (${organisationId}, ${type}, ${provider}, ${actor})
                  on conflict do nothing`
            : sql`delete from llm_permissions where type = ${type} and provider = ${provider}`,
        ),
      )
    },

    /** Oldest first. */
    calls: (organisationId: string, documentId: string): Promise<readonly LlmCallRow[]> =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          CallRow,
          sql`select id, provider, model, prompt, part, turn, input_tokens, output_tokens, cost::text as cost, currency, ms, cached, outcome, exchange, trace_id, created_at
              from llm_calls where document_id = ${documentId} order by created_at, id`,
        ),
      ),
  }
}
