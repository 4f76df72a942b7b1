import { Hono } from 'hono'
import { enterBlind, isHidden, typedInForm } from '../api/blind.ts'
import { decide } from '../api/decide.ts'
import { decisionFromForm } from '../api/decision.ts'
import { documentOf, filterOf, reprocess } from '../api/documents.ts'
import { opened } from '../api/opened-document.ts'
import { reclassify } from '../api/reclassify.ts'
import type { Notice } from '../components/document-notices.tsx'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { wantsJson } from '../http/wants-json.ts'
import type { Assets } from '../islands/build.ts'
import { queryOf } from '../views/queue-filter.ts'
import { closeDraft } from './desk-routes.tsx'
import { documentPage } from './document-page.tsx'
import { reviewJson, reviewPage } from './review-answer.ts'

/** One document: its page, the decision about it, its type, reading it again. */
export function documentRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/documents/:id', async (c) =>
    documentPage(deps, assets, c, await documentOf(deps, c), { notice: noticeOf(c), drafts: new Map() }),
  )

  app.post('/documents/:id/review', async (c) => {
    const row = await documentOf(deps, c)
    const decision = await decisionFromForm(c.req.raw)
    const decided = await decide(deps, c.get('session'), row, decision, c.get('language'))
    if (decided.kind === 'done') await closeDraft(deps, c, row, decision)
    return wantsJson(c) ? reviewJson(deps, c, row, decided) : reviewPage(deps, assets, c, row, decided, decision.fields)
  })

  app.post('/documents/:id/type', async (c) => {
    const row = await documentOf(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    await reclassify(deps, c.get('session'), row, {
      type: form.get('type') ?? form.get('chosen') ?? '',
      version: Number(form.get('version')),
    })
    return c.redirect(`/documents/${row.id}${queryOf(filterOf(c))}`, 303)
  })

  app.post('/documents/:id/blind', async (c) => {
    const row = await documentOf(deps, c)
    const { result, type } = await opened(deps, c, row)
    if (type && (await isHidden(deps, c.get('session'), row, result)))
      await enterBlind(deps, c.get('session'), row, type, await typedInForm(c.req.raw))
    return c.redirect(`/documents/${row.id}`, 303)
  })

  app.post('/documents/:id/reprocess', async (c) => {
    const row = await documentOf(deps, c)
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    await reprocess(deps, c, row, Number(form.get('version')), form.get('password')?.slice(0, 200) || null)
    return c.redirect(`/documents/${row.id}`, 303)
  })

  return app
}

function noticeOf(c: UiContext): Notice | null {
  const blocked = Number(c.req.query('blocked') ?? 0)
  if (Number.isInteger(blocked) && blocked > 0) return { kind: 'blocked', count: blocked }
  return c.req.query('saved') === '1' ? { kind: 'saved' } : null
}
