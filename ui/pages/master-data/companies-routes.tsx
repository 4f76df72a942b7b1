import { Hono } from 'hono'
import type { Company, CompanyEntry, CompanyKind } from '../../../core/master-data/index.ts'
import { journal } from '../../api/companies.ts'
import type { UiDeps } from '../../deps.ts'
import { bodyText } from '../../http/body.ts'
import type { UiContext, UiEnv } from '../../http/env.ts'
import { HttpProblem } from '../../http/problem.ts'
import type { Assets } from '../../islands/build.ts'
import { page } from '../render.tsx'
import { CompaniesPage } from './companies-page.tsx'
import { type CompanyFields, companyFrom, fieldsFrom, fieldsOf, NO_FIELDS, type Wrong } from './company-form.ts'
import { CompanyPage } from './company-page.tsx'
import { importRoutes } from './import-routes.tsx'
import { companyList } from './lists.ts'
import { type ListNotice, noticeOf } from './notice.tsx'
import { nextHref, versionFrom } from './page-place.ts'

const PAGE = 50
const MOST_FORM_BYTES = 200_000

/** The screens of one list of companies: the list, an entry, and a table sent in. Keys travel in the query: they may hold any sign. */
export function companyPages(deps: UiDeps, assets: () => Promise<Assets>, kind: CompanyKind): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const list = companyList(deps, kind)

  const listPage = async (c: UiContext, refused: string | null) => {
    const text = (c.req.query('text') ?? '').slice(0, 200)
    const place = { after: c.req.query('after') || null, limit: PAGE, text }
    const { items, next } = await deps.companies.list(c.get('session').organisationId, kind, place)
    const given = { kind, items, text, next: nextHref(list.path, text, next), notice: noticeOf((name) => c.req.query(name)), refused }
    return page(c, assets, (frame) => <CompaniesPage frame={frame} {...given} />, refused === null ? 200 : 422)
  }
  const entryPage = (c: UiContext, fields: CompanyFields, version: number | null, wrong: Wrong, notice: ListNotice | null) =>
    page(
      c,
      assets,
      (frame) => <CompanyPage frame={frame} kind={kind} fields={fields} version={version} wrong={wrong} notice={notice} />,
      notice === null ? 200 : 422,
    )
  const told = (c: UiContext, notice: ListNotice) => c.redirect(`${list.path}?notice=${notice}`, 303)

  app.get('/', (c) => listPage(c, null))

  app.get('/entry', async (c) => {
    const code = c.req.query('code')
    if (code === undefined) return entryPage(c, { ...NO_FIELDS, name: (c.req.query('name') ?? '').slice(0, 500) }, null, {}, null)
    const company = await deps.companies.get(c.get('session').organisationId, kind, code.replaceAll('\0', ''))
    if (!company) throw new HttpProblem('not_found', 'There is no such entry.')
    return entryPage(c, fieldsOf(entryOf(company)), company.version, {}, null)
  })

  app.post('/', async (c) => {
    const { organisationId, userId } = c.get('session')
    const form = new URLSearchParams(await bodyText(c.req.raw, MOST_FORM_BYTES))
    const fields = fieldsFrom(form)
    const seen = versionFrom(form)
    if (form.get('action') === 'remove') {
      const removed = seen !== null && (await deps.companies.remove(organisationId, kind, fields.code, seen))
      if (!removed) return told(c, 'faster')
      await journal(deps, c, `${kind}_removed`, { code: fields.code })
      return told(c, 'removed')
    }
    const sent = companyFrom(fields, c.get('language'))
    if (sent.wrong !== null) return entryPage(c, fields, seen, sent.wrong, 'invalid')
    const written = await deps.companies.put(organisationId, kind, sent.entry, seen, userId)
    if (written === null) return entryPage(c, fields, seen, {}, seen === null ? 'exists' : 'faster')
    await journal(deps, c, `${kind}_written`, { code: fields.code })
    return told(c, 'saved')
  })

  app.route('/', importRoutes(deps, assets, list, listPage))
  return app
}

function entryOf({ version: _, ...entry }: Company): CompanyEntry {
  return entry
}
