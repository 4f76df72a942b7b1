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
  /** W3C trace context: 32 hex digits, the same for all questions of one run. */
  readonly traceId: string
  /** What `reserveLlm` gave; it ends with the record. */
  readonly reservation: string | null
}

/** Decimal strings; `budget` is that of the organisation and the day. */
export interface BudgetHold {
  readonly amount: string
  readonly budget: string
  readonly currency: string
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

    reserveLlm: (organisationId: string, { amount, budget, currency }: BudgetHold): Promise<string | null> =>
      db.transaction(organisationId, async (tx) => {
        // One after the other: two that look at the same sum would both find room.
        await tx.run(sql`select pg_advisory_xact_lock(hashtextextended(${`llm-budget:${organisationId}`}, 0))`)
        await tx.run(sql`delete from llm_reservations where expires_at < now()`)
        const id = newId()
        const held = await tx.run(sql`
          insert into llm_reservations (id, organisation_id, amount, currency, expires_at)
          select ${id}, ${organisationId}, ${amount}, ${currency}, now() + interval '10 minutes'
          where (select coalesce(sum(cost), 0) from llm_spending where day = (now() at time zone 'utc')::date)
              + (select coalesce(sum(amount), 0) from llm_reservations) + ${amount}::numeric <= ${budget}::numeric`)
        return held === 1 ? id : null
      }),

    /** The price of a question that was about no one document. */
    spendLlm: (
      organisationId: string,
      { cost, currency, reservation }: { readonly cost: string; readonly currency: string; readonly reservation: string | null },
    ): Promise<void> =>
      db.transaction(organisationId, async (tx) => {
        if (reservation !== null) await tx.run(sql`delete from llm_reservations where id = ${reservation}`)
        await tx.run(sql`
          insert into llm_spending (organisation_id, day, currency, cost, documents)
          values (${organisationId}, (now() at time zone 'utc')::date, ${currency}, ${cost}, 0)
          on conflict (organisation_id, day, currency) do update set cost = llm_spending.cost + excluded.cost`)
      }),

    async recordLlmCall({ documentId, organisationId, run }: DocumentInput, call: LlmCall): Promise<void> {
      const { usage } = call
      await db.transaction(organisationId, async (tx) => {
        if (call.reservation !== null) await tx.run(sql`delete from llm_reservations where id = ${call.reservation}`)
        const first = await tx.row(
          z.object({ first: z.boolean() }),
          sql`select not exists (select 1 from llm_calls where document_id = ${documentId} and created_at >= date_trunc('day', now() at time zone 'utc') at time zone 'utc') as first`,
        )
        await tx.run(sql`
          insert into llm_calls (id, organisation_id, document_id, run, key, provider, model, prompt, schema, part, turn, input_tokens, output_tokens,
                                 cached_tokens, cost, currency, ms, cached, outcome, finish, exchange, trace_id)
          values (${newId()}, ${organisationId}, ${documentId}, ${run}, ${call.key}, ${call.provider}, ${call.model}, ${call.prompt}, ${call.schema},
                  ${call.part}, ${call.turn}, ${usage.input}, ${usage.output}, ${usage.cached}, ${call.cost}, ${call.currency}, ${call.ms},
                  ${call.cached}, ${call.outcome}, ${call.finish}, ${json(call.exchange)}, ${call.traceId})`)
        if (!call.cached && (call.outcome === 'usable' || call.outcome === 'broken'))
          await tx.run(sql`insert into llm_models (provider, model) values (${call.provider}, ${call.model}) on conflict do nothing`)
        await tx.run(sql`
          insert into llm_spending (organisation_id, day, currency, cost, documents)
          values (${organisationId}, (now() at time zone 'utc')::date, ${call.currency}, ${call.cost}, ${first?.first ? 1 : 0})
          on conflict (organisation_id, day, currency) do update
            set cost = llm_spending.cost + excluded.cost, documents = llm_spending.documents + excluded.documents`)
      })
    },
  }
}
