import type { Hono } from 'hono'
import type { ModelCheckRow } from '../../adapters/db/index.ts'
import type { UiDeps } from '../deps.ts'
import { peerOf, type UiContext, type UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'

export interface RequestCounts {
  record(status: number, ms: number): void
  text(): string
}

const BUCKETS_S = [0.01, 0.025, 0.05, 0.1, 0.2, 0.5, 1, 2.5, 5, 10]

export function createRequestCounts(): RequestCounts {
  const byClass = new Map<string, number>()
  const buckets = BUCKETS_S.map(() => 0)
  let count = 0
  let sumS = 0
  return {
    record(status, ms) {
      const key = `${Math.floor(status / 100)}xx`
      byClass.set(key, (byClass.get(key) ?? 0) + 1)
      const seconds = ms / 1000
      for (const [at, bound] of BUCKETS_S.entries()) if (seconds <= bound) buckets[at]!++
      count++
      sumS += seconds
    },
    text() {
      return [
        '# TYPE http_requests_total counter',
        ...[...byClass].map(([key, n]) => `http_requests_total{status="${key}"} ${n}`),
        '# TYPE http_request_seconds histogram',
        ...BUCKETS_S.map((bound, at) => `http_request_seconds_bucket{le="${bound}"} ${buckets[at]}`),
        `http_request_seconds_bucket{le="+Inf"} ${count}`,
        `http_request_seconds_sum ${sumS.toFixed(6)}`,
        `http_request_seconds_count ${count}`,
        '# TYPE process_resident_memory_bytes gauge',
        `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
        '',
      ].join('\n')
    },
  }
}

/** `livez`: the process answers. `readyz`: the database does too; Temporal is reported but does not make the web side unready, since it works without. */
export function healthRoutes(app: Hono<UiEnv>, deps: UiDeps, counts: RequestCounts): void {
  app.get('/livez', (c) => c.json({ status: 'ok', version: deps.appVersion }))
  app.get('/readyz', async (c) => {
    const [database, temporal] = await Promise.all([deps.documents.ready().catch(() => false), deps.gateway.healthy().catch(() => false)])
    return c.json({ status: database ? 'ok' : 'unready', database, temporal }, database ? 200 : 503)
  })
  app.get('/metrics', async (c) => {
    if (!isOwnMachine(c)) throw new HttpProblem('not_found', 'There is nothing here.')
    return c.text(`${counts.text()}${await spending(deps)}`, 200, { 'Content-Type': 'text/plain; version=0.0.4; charset=utf-8' })
  })
}

/** What language models have cost today and how well they read what is known; nothing while the database is away. */
async function spending({ languageModels, modelChecks }: UiDeps): Promise<string> {
  const today = await languageModels.spentToday().catch(() => [])
  const checks = await modelChecks.latest().catch(() => [])
  const of = ({ provider, type }: ModelCheckRow) => `{provider="${provider}",type="${type}"}`
  return [
    '# TYPE llm_spent_today gauge',
    ...today.map(({ currency, cost }) => `llm_spent_today{currency="${currency}"} ${Number(cost)}`),
    '# TYPE llm_documents_today gauge',
    ...today.map(({ currency, documents }) => `llm_documents_today{currency="${currency}"} ${documents}`),
    '# TYPE llm_document_cost_today gauge',
    ...today.map(
      ({ currency, cost, documents }) =>
        `llm_document_cost_today{currency="${currency}"} ${documents === 0 ? 0 : Number(cost) / documents}`,
    ),
    '# TYPE llm_known_values_ratio gauge',
    ...checks.filter(({ asked, answered }) => asked === answered).map((check) => `llm_known_values_ratio${of(check)} ${shareOf(check)}`),
    '# TYPE llm_fields_read_worse gauge',
    ...checks.map((check) => `llm_fields_read_worse${of(check)} ${check.fallen.length}`),
    '',
  ].join('\n')
}

function shareOf({ fields }: ModelCheckRow): number {
  const all = Object.values(fields)
  return (
    all.reduce((sum, { right }) => sum + right, 0) /
    Math.max(
      1,
      all.reduce((sum, { of }) => sum + of, 0),
    )
  )
}

/** Figures about the load are for the machine's own scraper, not for everybody who reaches the port through a proxy. */
function isOwnMachine(c: UiContext): boolean {
  const forwarded = c.req.header('X-Forwarded-For') !== undefined || c.req.header('Forwarded') !== undefined
  return !forwarded && ['', '127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(peerOf(c))
}
