import { z } from 'zod'
import { BlobRef } from '../../core/blob-ref.ts'
import type { FaultKind, Usage } from '../../core/llm/port.ts'
import type { DocumentInput } from '../../core/stages.ts'
import type { Database } from './database.ts'
import { json } from './events.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

/** One question to a provider, as the journal keeps it. */
export interface LlmCall {
  /** SHA-256 of everything that decides the answer. */
  readonly key: string
  readonly provider: string
  readonly model: string
  readonly prompt: string
  readonly schema: string
  readonly part: number
  /** 1 = the question, 2 = the repair. */
  readonly turn: number
  readonly usage: Usage
  readonly cost: string
  readonly currency: string
  readonly ms: number
  readonly cached: boolean
  /** `usable`: the answer met the schema. */
  readonly outcome: 'usable' | 'broken' | FaultKind
  readonly finish: string | null
  /** What was sent and what came back (core/llm/exchange.ts), sealed with the document. */
  readonly exchange: BlobRef
}

/** The journal of language models as the pipeline writes and asks it. */
export function createLlmCalls(db: Database) {
  return {
    llmTerms: (organisationId: string, type: string): Promise<{ readonly allowed: readonly string[]; readonly spentToday: string }> =>
      db.transaction(organisationId, async (tx) => {
        const allowed = await tx.rows(z.object({ provider: z.string() }), sql`select provider from llm_permissions where type = ${type}`)
        const spent = await tx.row(
          z.object({ cost: z.string() }),
          sql`select coalesce(sum(cost), 0)::text as cost from llm_spending where day = (now() at time zone 'utc')::date`,
        )
        return { allowed: allowed.map(({ provider }) => provider), spentToday: spent?.cost ?? '0' }
      }),

    llmAnswer: (organisationId: string, key: string) =>
      db.transaction(organisationId, (tx) =>
        tx.row(
          z
            .object({ document_id: z.string(), exchange: BlobRef })
            .transform((row) => ({ documentId: row.document_id, exchange: row.exchange })),
          sql`select document_id, exchange from llm_calls where organisation_id = ${organisationId} and key = ${key} and outcome = 'usable'
              order by created_at desc limit 1`,
        ),
      ),

    async recordLlmCall({ documentId, organisationId, run }: DocumentInput, call: LlmCall): Promise<void> {
      const { usage } = call
      await db.transaction(organisationId, async (tx) => {
        await tx.run(sql`
          insert into llm_calls (id, organisation_id, document_id, run, key, provider, model, prompt, schema, part, turn, input_tokens, output_tokens,
                                 cached_tokens, cost, currency, ms, cached, outcome, finish, exchange)
          values (${newId()}, ${organisationId}, ${documentId}, ${run}, ${call.key}, ${call.provider}, ${call.model}, ${call.prompt}, ${call.schema},
                  ${call.part}, ${call.turn}, ${usage.input}, ${usage.output}, ${usage.cached}, ${call.cost}, ${call.currency}, ${call.ms},
                  ${call.cached}, ${call.outcome}, ${call.finish}, ${json(call.exchange)})`)
        await tx.run(sql`
          insert into llm_spending (organisation_id, day, currency, cost)
          values (${organisationId}, (now() at time zone 'utc')::date, ${call.currency}, ${call.cost})
          on conflict (organisation_id, day, currency) do update set cost = llm_spending.cost + excluded.cost`)
      })
    },
  }
}
