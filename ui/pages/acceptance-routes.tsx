import { Hono } from 'hono'
import { Policy } from '../../core/acceptance/index.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { acceptanceView, shownType } from '../views/acceptance-view.ts'
import { type AcceptanceNotice, AcceptancePage } from './acceptance.tsx'
import { page } from './render.tsx'

const NOTICES: readonly AcceptanceNotice[] = ['issuedNow', 'notProven', 'savedNow', 'invalid']

/** The owner's screen: certificates, evidence and policy per document type. Everybody may look, administrators may change. */
export function acceptanceRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/acceptance', async (c) => {
    const { organisationId, permissions } = c.get('session')
    const views = await Promise.all(
      deps.types.map(async (type) =>
        acceptanceView(
          shownType(type, c.get('language')),
          await deps.acceptance.overview(organisationId, type.name, deps.pipelineKey),
          deps.pipelineKey,
        ),
      ),
    )
    const notice = NOTICES.find((one) => one === c.req.query('notice')) ?? null
    return page(c, assets, (frame) => (
      <AcceptancePage frame={frame} views={views} mayChange={permissions.has('settings:write')} notice={notice} />
    ))
  })

  app.post('/acceptance/:type/policy', async (c) => {
    const { type, session } = owner(c)
    const policy = policyFrom(new URLSearchParams(await bodyText(c.req.raw, 10_000)))
    if (policy) await deps.acceptance.savePolicy(session.organisationId, type, policy, session.userId)
    return c.redirect(`/acceptance?notice=${policy ? 'savedNow' : 'invalid'}`, 303)
  })

  app.post('/acceptance/:type/issue', async (c) => {
    const { type, session } = owner(c)
    const issued = await deps.acceptance.issue(session.organisationId, type, deps.pipelineKey, session.userId)
    return c.redirect(`/acceptance?notice=${issued ? 'issuedNow' : 'notProven'}`, 303)
  })

  app.post('/acceptance/:type/withdraw', async (c) => {
    const { type, session } = owner(c)
    const { terms } = await deps.acceptance.overview(session.organisationId, type, deps.pipelineKey)
    if (terms.certificate) await deps.acceptance.withdraw(session.organisationId, terms.certificate.id)
    return c.redirect('/acceptance?notice=savedNow', 303)
  })

  function owner(c: UiContext) {
    const session = c.get('session')
    const type = deps.types.find(({ name }) => name === c.req.param('type'))
    if (!type) throw new HttpProblem('not_found', 'There is no such document type.')
    return { type: type.name, session }
  }

  return app
}

/** Null when a number is missing or outside its range. */
function policyFrom(form: URLSearchParams): Policy | null {
  const share = (name: string) => (form.get(name)?.trim() ? Number(form.get(name)!.replace(',', '.')) / 100 : Number.NaN)
  const limit = (form.get('mostGross') ?? '').replace(/\s/g, '').replace(',', '.')
  const parsed = Policy.safeParse({
    mode: form.get('mode'),
    blind: form.get('blind') === 'yes',
    alpha: share('alpha'),
    delta: share('delta'),
    auditShare: share('auditShare'),
    leastConfidence: share('leastConfidence'),
    mostGross: limit === '' ? null : limit,
  })
  return parsed.success ? parsed.data : null
}
