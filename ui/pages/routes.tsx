import { Hono } from 'hono'
import { receiveUpload } from '../api/upload.ts'
import { setLanguage } from '../auth/session.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { problemOf, statusOf } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { isLanguage } from '../language.ts'
import { problemTexts } from '../texts/problems.ts'
import { bulkRoutes } from './bulk-routes.tsx'
import { deskRoutes } from './desk-routes.tsx'
import { documentRoutes } from './document-routes.ts'
import { DocumentsPage, DocumentTable } from './documents.tsx'
import { listView } from './list-view.ts'
import { page, render } from './render.tsx'
import { UploadPage } from './upload.tsx'

/** The screens. Every action is a form; the islands send the same forms and ask for JSON. */
export function pageRoutes(deps: UiDeps, assets: () => Promise<Assets>, secure: boolean): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const maxBytes = deps.config.DOCKET_MAX_UPLOAD_BYTES

  app.get('/', (c) => c.redirect('/documents', 303))

  app.get('/documents', async (c) => {
    const view = await listView(deps, c)
    if (c.req.header('X-Fragment') === 'table') return c.html(render(<DocumentTable language={c.get('language')} view={view} />))
    const { inbox } = await assets()
    return page(c, assets, (frame) => <DocumentsPage frame={frame} script={inbox} maxBytes={maxBytes} view={view} />)
  })

  app.route('/', bulkRoutes(deps, assets))
  app.route('/', deskRoutes(deps, assets))
  app.route('/', documentRoutes(deps, assets))

  app.get('/upload', async (c) => {
    const { inbox } = await assets()
    return page(c, assets, (frame) => <UploadPage frame={frame} script={inbox} maxBytes={maxBytes} outcomes={[]} />)
  })

  app.post('/upload', async (c) => {
    const { inbox } = await assets()
    const { outcomes } = await receiveUpload(deps, c.get('session'), c.req.raw)
    const bad = outcomes.find((o) => o.kind === 'refused')
    const status = bad && outcomes.every((o) => o.kind === 'refused') ? statusOf(bad.code) : 200
    return page(c, assets, (frame) => <UploadPage frame={frame} script={inbox} maxBytes={maxBytes} outcomes={outcomes} />, status)
  })

  app.post('/language', async (c) => {
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const language = form.get('language')
    if (isLanguage(language)) setLanguage(c, secure, language)
    return c.redirect(ownPath(form.get('back')), 303)
  })

  return app
}

/** Only a path of ours: a full address here would make Docket send people elsewhere. */
function ownPath(sent: string | null): string {
  return sent !== null && /^\/(?![/\\])[^\s\\]*$/.test(sent) ? sent : '/documents'
}

/** For the review island, which shows one line of text instead of a page. */
export function problemJson(c: UiContext, error: unknown): Response {
  const problem = problemOf(error, c.get('requestId'))
  return c.json({ kind: 'problem', text: problemTexts(c.get('language'))[problem.code] ?? problem.detail }, problem.status as 500)
}
