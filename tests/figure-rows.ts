import { type Database, newId } from '../adapters/db/index.ts'
import { sql } from '../adapters/db/sql.ts'

export interface RowOf {
  readonly type?: string | null
  readonly seller?: string | null
  readonly status?: string
  readonly at: string
}

/** Writes rows as the pipeline and the desk leave them, at moments of one's own: figures are about the past. */
export function createFigureRows(db: Database, organisationId: string) {
  let sequence = 0
  const run = (statement: ReturnType<typeof sql>) => db.transaction(organisationId, (tx) => tx.run(statement))
  return {
    async document({ type = 't', seller = null, status = 'review', at }: RowOf): Promise<string> {
      const id = newId()
      const summary = { number: null, issueDate: null, seller, gross: null, currency: null, reasons: 0 }
      await run(sql`
        insert into documents (id, organisation_id, file_name, file, media_type, bytes, sha256, status, type, summary, uploaded_by, created_at)
        values (${id}, ${organisationId}, 'a.pdf', ${JSON.stringify({ sha256: '0'.repeat(64), bytes: 1, mediaType: 'application/pdf' })},
                'application/pdf', 1, ${id}, ${status}, ${type}, ${JSON.stringify(summary)}, 'u', ${at})`)
      return id
    },
    async event(documentId: string, kind: string, key: string, at: string, actor = 'system', runNumber = 1): Promise<void> {
      await run(sql`
        insert into events (organisation_id, sequence, document_id, key, kind, status, actor, version, created_at, previous_hash, hash)
        values (${organisationId}, ${++sequence}, ${documentId}, ${`run${runNumber}:${key}`}, ${kind}, 'review', ${actor}, 1, ${at}, '', '')`)
    },
    async effort(
      documentId: string,
      userId: string,
      at: string,
      { activeS = 10, keystrokes = 1, changed = 0, kind = 'approve' } = {},
    ): Promise<void> {
      await run(sql`
        insert into review_efforts (review_id, document_id, organisation_id, user_id, kind, active_ms, keystrokes, clicks, changed, created_at)
        values (${newId()}, ${documentId}, ${organisationId}, ${userId}, ${kind}, ${activeS * 1000}, ${keystrokes}, 0, ${changed}, ${at})`)
    },
    async judgement(
      documentId: string,
      kind: 'audit' | 'shadow',
      wrong: boolean,
      values: Readonly<Record<string, readonly [number, boolean]>>,
      at: string,
      type = 't',
    ): Promise<void> {
      const labels = Object.fromEntries(Object.entries(values).map(([name, [confidence, right]]) => [name, { confidence, right }]))
      await run(sql`
        insert into judgements (document_id, run, organisation_id, type, key, engines, kind, score, eligible, wrong, "values", created_at)
        values (${documentId}, 1, ${organisationId}, ${type}, 'k', '{}', ${kind}, 1, true, ${wrong}, ${JSON.stringify(labels)}, ${at})`)
    },
    async call(documentId: string, cost: string, currency: string, at: string): Promise<void> {
      await run(sql`
        insert into llm_calls (id, organisation_id, document_id, run, key, provider, model, prompt, schema, part, turn, input_tokens, output_tokens,
                               cached_tokens, cost, currency, ms, cached, outcome, exchange, created_at)
        values (${newId()}, ${organisationId}, ${documentId}, 1, 'k', 'p', 'm', 'p', 's', 0, 0, 1, 1, 0, ${cost}, ${currency}, 1, false, 'usable', '{}', ${at})`)
    },
  }
}
