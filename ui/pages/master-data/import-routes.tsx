import { Hono } from 'hono'
import { readTable } from '../../../adapters/tables/index.ts'
import { PipelineError } from '../../../core/errors.ts'
import { type ReadRows, rowChanges } from '../../../core/master-data/index.ts'
import { fileOf, journal } from '../../api/companies.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { Assets } from '../../islands/build.ts'
import { page } from '../render.tsx'
import { ImportPage } from './import-page.tsx'
import type { List } from './lists.ts'

/** A table comes in, is shown with what it would change, and is taken over or left. `listPage`: the list's own page, with why a file was refused. */
export function importRoutes<Entry extends object>(
  deps: UiDeps,
  assets: () => Promise<Assets>,
  list: List<Entry>,
  listPage: (c: UiContext, refused: string | null) => Promise<Response>,
): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.post('/import', async (c) => {
    const { organisationId, userId } = c.get('session')
    const sent = await readSent(c, list)
    if ('refused' in sent) return listPage(c, sent.refused)
    const id = await deps.listImports.keep(organisationId, list.kind, sent.name, sent.read, userId)
    return c.redirect(`${list.path}/import?id=${id}`, 303)
  })

  app.get('/import', async (c) => {
    const { organisationId } = c.get('session')
    const kept = await keptOf(deps, c, list, c.req.query('id'))
    if (kept === null) return c.redirect(`${list.path}?notice=gone`, 303)
    const { entries, problems } = kept.read
    const keys = entries.map(({ entry }) => list.keyOf(entry))
    const now = new Map((await list.known(organisationId, keys)).map((entry) => [list.foldKey(list.keyOf(entry)), entry]))
    const changes = rowChanges(entries, (entry) => now.get(list.foldKey(list.keyOf(entry))) ?? null)
    return page(c, assets, (frame) => (
      <ImportPage frame={frame} list={list} id={kept.id} fileName={kept.fileName} changes={changes} problems={problems} />
    ))
  })

  app.post('/import/take', async (c) => {
    const { organisationId, userId } = c.get('session')
    const form = new URLSearchParams(await bodyText(c.req.raw, 1_000))
    const kept = await keptOf(deps, c, list, form.get('id') ?? undefined)
    if (kept === null) return c.redirect(`${list.path}?notice=gone`, 303)
    if (form.get('action') === 'drop') {
      await deps.listImports.drop(organisationId, kept.id)
      return c.redirect(list.path, 303)
    }
    const entries = kept.read.entries.map(({ entry }) => entry)
    const { changed } = await list.importAll(organisationId, entries, userId)
    await deps.listImports.drop(organisationId, kept.id)
    await journal(deps, c, list.kind === 'order' ? 'orders_imported' : `${list.kind}_imported`, { rows: entries.length, changed })
    return c.redirect(`${list.path}?taken=${changed}`, 303)
  })

  return app
}

/** What was read, or in plain words why nothing could be. */
async function readSent<Entry extends object>(
  c: UiContext,
  list: List<Entry>,
): Promise<{ readonly name: string; readonly read: ReadRows<Entry> } | { readonly refused: string }> {
  try {
    const { name, bytes } = await fileOf(c.req.raw)
    return { name, read: list.read(readTable(bytes)) }
  } catch (error) {
    const isOfTheFile = error instanceof PipelineError || (error instanceof HttpProblem && error.code === 'empty_file')
    if (!isOfTheFile) throw error
    return { refused: error.message }
  }
}

async function keptOf<Entry extends object>(deps: UiDeps, c: UiContext, list: List<Entry>, id: string | undefined) {
  const kept = await deps.listImports.get(c.get('session').organisationId, list.kind, (id ?? '').slice(0, 64).replaceAll('\0', ''))
  return kept === null ? null : { id: kept.id, fileName: kept.fileName, read: list.kept.parse(kept.read) }
}
