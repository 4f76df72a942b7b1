import { Hono } from 'hono'
import { BEHIND, type Behind } from '../../adapters/db/index.ts'
import { Assumptions } from '../../core/figures/index.ts'
import { CSV_PROFILES, writeCsv } from '../../core/spreadsheet/index.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { attachment } from '../http/file-name.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { type Ask, FIGURES, figureOf, headlinesOf, queryOf, questionOf, returnView, tableOf } from '../views/figures/index.ts'
import { FigureDocumentsPage } from './figure-documents.tsx'
import { FiguresPage } from './figures.tsx'
import { page } from './render.tsx'
import { assumptionsFrom, type ReturnNotice, ReturnPage } from './return.tsx'

const PAGE = 50
const NOTICES: readonly ReturnNotice[] = ['savedNow', 'invalid']

/** The dashboards: figures with their plots, tables, documents and CSV, and the return on investment. */
export function figureRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  const askOf = (c: UiContext): Ask => {
    const { organisationId, userId } = c.get('session')
    const language = c.get('language')
    const question = questionOf(c.req.query(), today())
    const registered = deps.types.map(({ name, caption }) => ({ name, caption: caption[language] }))
    const isOther = question.type !== null && !registered.some(({ name }) => name === question.type)
    const types = isOther && question.type ? [...registered, { name: question.type, caption: question.type }] : registered
    return { figures: deps.figures, organisationId, userId, question, language, types }
  }

  app.get('/figures', async (c) => {
    const ask = askOf(c)
    const [figures, bands, headlines] = await Promise.all([
      Promise.all(FIGURES.map((name) => figureOf(name, ask))),
      ask.figures.calibration(ask.organisationId, ask.question),
      headlinesOf(ask, today()),
    ])
    return page(c, assets, (frame) => (
      <FiguresPage frame={frame} question={ask.question} types={ask.types} headlines={headlines} figures={figures} bands={bands} />
    ))
  })

  app.get('/figures/return', async (c) => {
    const ask = askOf(c)
    const view = await returnView(ask, today())
    const notice = NOTICES.find((one) => one === c.req.query('notice')) ?? null
    return page(c, assets, (frame) => <ReturnPage frame={frame} question={ask.question} types={ask.types} view={view} notice={notice} />)
  })

  app.post('/figures/return', async (c) => {
    const { organisationId, userId } = c.get('session')
    const assumed = assumptionsFrom(new URLSearchParams(await bodyText(c.req.raw, 10_000)), (typed) => {
      const parsed = Assumptions.safeParse(typed)
      return parsed.success ? parsed.data : null
    })
    if (assumed) await deps.figures.assume(organisationId, assumed, userId)
    return c.redirect(`/figures/return?notice=${assumed ? 'savedNow' : 'invalid'}`, 303)
  })

  app.get('/figures/:figure/csv', async (c) => {
    const ask = askOf(c)
    const name = FIGURES.find((one) => one === c.req.param('figure'))
    if (!name) throw new HttpProblem('not_found', 'There is no such figure.')
    const csv = writeCsv(tableOf(await figureOf(name, ask)), CSV_PROFILES[ask.language])
    return c.body(csv, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': attachment(`${name}.csv`) })
  })

  app.get('/figures/:figure/documents', async (c) => {
    const ask = askOf(c)
    const of = BEHIND.find((one) => one === c.req.param('figure'))
    if (!of) throw new HttpProblem('not_found', 'There is no such figure.')
    const behind: Behind = { of, part: (c.req.query('part') ?? '').slice(0, 300), userId: ask.userId }
    const { rows, next } = await ask.figures.behind(ask.organisationId, behind, ask.question, {
      after: c.req.query('after') || null,
      limit: PAGE,
    })
    const older = next && `/figures/${of}/documents?${queryOf(ask.question, { part: behind.part, after: next })}`
    return page(c, assets, (frame) => (
      <FigureDocumentsPage frame={frame} rows={rows} back={`/figures?${queryOf(ask.question)}`} older={older} />
    ))
  })

  return app
}

/** ISO date in UTC, as figures count days. */
function today(): string {
  return new Date().toISOString().slice(0, 10)
}
