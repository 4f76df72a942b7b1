import { Hono } from 'hono'
import type { DocumentRow } from '../../../adapters/db/index.ts'
import { documentOf } from '../../api/documents.ts'
import { eraseDocument, LONGEST_REASON, plainReason } from '../../api/erasure.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { Assets } from '../../islands/build.ts'
import { page } from '../render.tsx'
import { ErasedPage, type ErasureEntry, ErasurePage, nameOf } from './erasure-page.tsx'

const UNTOUCHED: ErasureEntry = { reason: '', wrong: null }

/** Erasing a document for good, and the legal hold that forbids it: for administrators, by forms alone. */
export function erasurePageRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  const shown = async (c: UiContext, row: DocumentRow, entry: ErasureEntry, status = 200) => {
    const standing = await deps.erasure.standing(c.get('session').organisationId, row.id)
    if (!standing) throw new HttpProblem('not_found', 'There is no such document.')
    return page(c, assets, (frame) => <ErasurePage frame={frame} row={row} standing={standing} entry={entry} />, status)
  }

  app.get('/documents/:id/erasure', async (c) => shown(c, await documentOf(deps, c), UNTOUCHED))

  app.post('/documents/:id/erasure', async (c) => {
    const row = await documentOf(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const reason = reasonIn(form)
    if (reason === '') return shown(c, row, { reason, wrong: 'reason' }, 422)
    if (plainReason(form.get('typed') ?? '') !== plainReason(nameOf(row))) return shown(c, row, { reason, wrong: 'typed' }, 422)
    // Whoever typed the number and a reason knows that it is a record: the page says so.
    await eraseDocument(deps, c, row, { version: Number(form.get('version')), reason, force: true })
    return page(c, assets, (frame) => <ErasedPage frame={frame} />)
  })

  app.post('/documents/:id/hold', async (c) => {
    const row = await documentOf(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const reason = reasonIn(form)
    const lifts = form.get('action') === 'lift'
    if (reason === '') return shown(c, row, { reason, wrong: 'hold' }, 422)
    const { organisationId, userId } = c.get('session')
    await deps.erasure[lifts ? 'lift' : 'hold'](organisationId, row.id, userId, reason)
    return c.redirect(`/documents/${row.id}/erasure`, 303)
  })

  return app
}

function reasonIn(form: URLSearchParams): string {
  return plainReason(form.get('reason') ?? '')
    .slice(0, LONGEST_REASON)
    .toWellFormed()
}
