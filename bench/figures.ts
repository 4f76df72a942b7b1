import { createAccounts, createFigures, openDatabase } from '../adapters/db/index.ts'
import { sql } from '../adapters/db/sql.ts'
import { withClient } from '../adapters/db/with-client.ts'
import { createLog } from '../adapters/log.ts'
import { lastDays } from '../core/figures/index.ts'
import { startTestPostgres } from '../tests/postgres.ts'
import { type Ask, FIGURES, figureOf, headlinesOf } from '../ui/views/figures/index.ts'

/** How long each figure takes over 10,000 documents of a year, asked 20 times for the whole year: `npm run bench:figures`. */
const DOCUMENTS = 10_000
const TIMES = 20

const server = await startTestPostgres()
const url = await server.database()
const db = openDatabase(url, createLog('error'))
try {
  const accounts = createAccounts(db)
  const organisationId = await accounts.createOrganisation('Specimen GmbH')
  const people = await Promise.all(
    [1, 2, 3].map((i) => accounts.createUser(organisationId, { email: `p${i}@example.com`, name: `P${i}`, role: 'reviewer' })),
  )
  await fill(organisationId, people)
  await statistics()
  const today = new Date().toISOString().slice(0, 10)
  const question = { period: lastDays(365, today), days: 365, type: null, isBad: false }
  const ask: Ask = { figures: createFigures(db), organisationId, userId: people[0]!, question, language: 'en', types: [] }
  for (const name of [...FIGURES, 'headlines', 'behind'] as const) {
    const ms: number[] = []
    for (let i = 0; i < TIMES; i++) {
      const since = performance.now()
      if (name === 'headlines') await headlinesOf(ask, today)
      else if (name === 'behind')
        await ask.figures.behind(organisationId, { of: 'outcomes', part: 'person', userId: '' }, question, { after: null, limit: 50 })
      else await figureOf(name, ask)
      ms.push(performance.now() - since)
    }
    ms.sort((a, b) => a - b)
    const at = (share: number) => Math.round(ms[Math.ceil(share * ms.length) - 1] ?? 0)
    process.stdout.write(`${name.padEnd(12)} p50 ${String(at(0.5)).padStart(5)} ms   p95 ${String(at(0.95)).padStart(5)} ms\n`)
  }
} finally {
  await db.close()
  await server.stop()
}

/** A year's rows in a handful of statements: half straight through, half decided by one of the three, a tenth judged blindly, all asked a model. */
async function fill(organisationId: string, people: readonly string[]): Promise<void> {
  await db.transaction(organisationId, async (tx) => {
    await tx.run(sql`
      insert into documents (id, organisation_id, file_name, file, media_type, bytes, sha256, status, type, summary, uploaded_by, created_at)
      select lpad(to_hex(i), 12, '0'), ${organisationId}, 'a.pdf', '{"sha256": "0000000000000000000000000000000000000000000000000000000000000000", "bytes": 1, "mediaType": "application/pdf"}', 'application/pdf', 1, i::text, case when i % 50 = 1 then 'review' else 'approved' end,
             case when i % 3 = 0 then 'receipt' else 'invoice' end, jsonb_build_object('seller', 'Supplier ' || i % 400), 'u',
             now() - make_interval(secs => (${DOCUMENTS} - i) * 365 * 86400.0 / ${DOCUMENTS} + 3600)
      from generate_series(1, ${DOCUMENTS}) i`)
    await tx.run(sql`
      insert into events (organisation_id, sequence, document_id, key, kind, status, actor, version, created_at, previous_hash, hash)
      select ${organisationId}, row_number() over (order by at), id, 'run1:' || key, kind, 'review', actor, 1, at, '', ''
      from (select id, 'started' as key, 'processing_started' as kind, 'system' as actor, created_at as at from documents
            union all select id, case when right(id, 1) < '8' then 'approved:0' else 'review' end,
                             case when right(id, 1) < '8' then 'approved' else 'review_requested' end, 'system', created_at + interval '20 s' from documents
            union all select id, 'approved:1', 'approved', ${people[0]}, created_at + interval '40 min' from documents
                      where right(id, 1) >= '8' and status = 'approved') e`)
    await tx.run(sql`
      insert into review_efforts (review_id, document_id, organisation_id, user_id, kind, active_ms, keystrokes, clicks, changed, created_at)
      select id, id, ${organisationId}, (${[...people]}::text[])[1 + (hashtext(id) & 1) + (hashtext(id) & 2) / 2], 'approve', 9000, 4, 1,
             (right(id, 1) > 'b')::int, created_at + interval '40 min' from documents where right(id, 1) >= '8' and status = 'approved'`)
    await tx.run(sql`
      insert into judgements (document_id, run, organisation_id, type, key, engines, kind, score, eligible, wrong, "values", created_at)
      select id, 1, ${organisationId}, type, 'k', '{}', 'audit', 1, true, false,
             (select jsonb_object_agg('f' || f, jsonb_build_object('confidence', 0.5 + f / 24.0, 'right', true)) from generate_series(1, 12) f), created_at
      from documents where right(id, 1) = '3'`)
    await tx.run(sql`
      insert into llm_calls (id, organisation_id, document_id, run, key, provider, model, prompt, schema, part, turn, input_tokens, output_tokens,
                             cached_tokens, cost, currency, ms, cached, outcome, exchange, created_at)
      select id, ${organisationId}, id, 1, 'k', 'p', 'm', 'p', 's', 0, 0, 1, 1, 0, 0.002, 'USD', 1, false, 'usable', '{}', created_at from documents`)
  })
}

/** What autovacuum does on a server that runs: after rows by the thousand PostgreSQL looks at them once. */
async function statistics(): Promise<void> {
  await withClient(url, (client) => client.query('analyze'))
}
