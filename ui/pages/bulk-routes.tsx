import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { cleanDocuments, ifClean } from '../api/clean-documents.ts'
import { decide } from '../api/decide.ts'
import { filterOf } from '../api/documents.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import { queryOf } from '../views/queue-filter.ts'
import { BulkPage } from './bulk.tsx'
import { page } from './render.tsx'

const MOST_CHOSEN = 200

/** Several documents without a question, approved together after a look at their values. */
export function bulkRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/documents/bulk', async (c) => {
    const filter = filterOf(c)
    const documents = await cleanDocuments(deps, c.get('session'), filter, c.get('language'))
    const [done, left] = [count(c, 'approved'), count(c, 'left')]
    return page(c, assets, (frame) => <BulkPage frame={frame} documents={documents} list={queryOf(filter)} done={done} left={left} />)
  })

  app.post('/documents/bulk', async (c) => {
    const chosen = new URLSearchParams(await bodyText(c.req.raw, 100_000)).getAll('document').slice(0, MOST_CHOSEN)
    let approved = 0
    for (const one of chosen) if (await approveOne(deps, c, one)) approved++
    const told = { approved: String(approved), left: String(chosen.length - approved) }
    return c.redirect(`/documents/bulk${queryOf(filterOf(c), told)}`, 303)
  })

  return app
}

/** `chosen`: id and version that the person saw. What has changed since, or has a question now, stays where it is. */
async function approveOne(deps: UiDeps, c: UiContext, chosen: string): Promise<boolean> {
  const [, id = '', version = ''] = /^([0-9a-f-]{36}):(\d{1,9})$/.exec(chosen) ?? []
  const session = c.get('session')
  const row = id === '' ? null : await deps.documents.get(session.organisationId, id)
  if (!row || row.version !== Number(version) || !(await ifClean(deps, session, row, c.get('language')))) return false
  const nothing = {
    fields: new Map(),
    evidence: new Map(),
    confirmed: new Set<string>(),
    deletedLines: new Set<number>(),
    overrides: new Map(),
  }
  const decision = {
    kind: 'approve',
    reviewId: randomUUID(),
    version: row.version,
    ...nothing,
    reason: 'other',
    note: '',
    effort: null,
  } as const
  const decided = await decide(deps, session, row, decision, c.get('language'))
  return decided.kind === 'done' && decided.outcome.status === 'approved'
}

function count(c: UiContext, name: string): number | null {
  const sent = c.req.query(name)
  return sent !== undefined && /^\d{1,4}$/.test(sent) ? Number(sent) : null
}
