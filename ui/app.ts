import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { Session } from '../adapters/db/index.ts'
import { recordSchema } from '../schemas/exports/json.ts'
import { answerOnce } from './api/answer-once.ts'
import { companyRoutes } from './api/companies.ts'
import { dateRoutes } from './api/dates.ts'
import { openApi } from './api/description/openapi.ts'
import { documentPageRoutes } from './api/document-page-routes.ts'
import { documentRoutes } from './api/documents.ts'
import { erasureRoutes } from './api/erasure.ts'
import { exportSettingRoutes } from './api/export-settings.ts'
import { filePartRoutes } from './api/file-parts.ts'
import { createRequestCounts, healthRoutes } from './api/health.ts'
import { letterApiRoutes } from './api/letters.ts'
import { orderRoutes, toleranceRoutes } from './api/orders.ts'
import { paymentApiRoutes } from './api/payments.ts'
import { questionRoutes } from './api/questions.ts'
import { recordRoutes } from './api/records.ts'
import { routingRuleRoutes } from './api/routing-rules.ts'
import { searchRoutes } from './api/search.ts'
import { createLiveFeed, streamRoute } from './api/stream.ts'
import { webhookRoutes } from './api/webhooks.ts'
import { workingTimeRoutes } from './api/working-time.ts'
import { bearerSession, showsToken } from './auth/bearer.ts'
import { needOf, requirePermission } from './auth/guard.ts'
import { oauthRoutes } from './auth/oauth-routes.ts'
import { POLICIES } from './auth/policies.ts'
import { providerRoutes } from './auth/provider-routes.tsx'
import { rememberSessions } from './auth/remember-sessions.ts'
import { signInRoutes } from './auth/routes.tsx'
import { LANGUAGE_COOKIE, sessionToken } from './auth/session.ts'
import type { UiDeps } from './deps.ts'
import { createCallerAddress } from './http/caller-address.ts'
import { peerOf, type UiContext, type UiEnv } from './http/env.ts'
import { SECURITY_HEADERS } from './http/headers.ts'
import { createLimiter } from './http/limiter.ts'
import { isPlainPath } from './http/path-guard.ts'
import { HttpProblem, problemOf } from './http/problem.ts'
import { allowOf, routesAt } from './http/routes-at.ts'
import { requireSameSite } from './http/same-site.ts'
import { wantsJson } from './http/wants-json.ts'
import { type Assets, buildAssets } from './islands/build.ts'
import { chooseLanguage } from './language.ts'
import { acceptanceRoutes } from './pages/acceptance-routes.tsx'
import { accessRoutes } from './pages/access-routes.tsx'
import { calendarRoutes } from './pages/calendar-routes.tsx'
import { clientRoutes } from './pages/clients-routes.tsx'
import { erasurePageRoutes } from './pages/erasure/index.ts'
import { exportSettingPages } from './pages/export-settings-routes.tsx'
import { figureRoutes } from './pages/figures-routes.tsx'
import { filePartsRoutes } from './pages/file-parts-routes.tsx'
import { goldenRoutes } from './pages/golden-routes.tsx'
import { intakeRoutes } from './pages/intake-routes.tsx'
import { keyRoutes } from './pages/keys-routes.tsx'
import { languageModelRoutes } from './pages/language-models-routes.tsx'
import { letterRoutes, letterTemplateRoutes } from './pages/letters/index.ts'
import { companyPages, orderPages } from './pages/master-data/index.ts'
import { noticeRoutes } from './pages/notices-routes.tsx'
import { paymentListRoutes, paymentRoutes } from './pages/payments/index.ts'
import { peopleRoutes } from './pages/people-routes.tsx'
import { problemPage } from './pages/problem-route.tsx'
import { queueRoutes } from './pages/queues-routes.tsx'
import { referenceRoutes } from './pages/reference-routes.tsx'
import { pageRoutes, problemJson } from './pages/routes.tsx'
import { routingPages } from './pages/routing/index.ts'
import { searchPageRoutes } from './pages/search-routes.tsx'
import { webhookPageRoutes } from './pages/webhooks-routes.tsx'

/** The web side: screens, API and live status from one process. */
export function createApp(given: UiDeps): Hono<UiEnv> {
  const deps: UiDeps = { ...given, accounts: rememberSessions(given.accounts) }
  const app = new Hono<UiEnv>()
  const secure = deps.config.DOCKET_BASE_URL?.startsWith('https:') ?? false
  const addressOf = createCallerAddress(deps.config.DOCKET_TRUSTED_PROXIES)
  const counts = createRequestCounts()
  const misses = createLimiter({ most: deps.config.DOCKET_MISSES_PER_MINUTE, windowMs: 60_000 })
  let built: Promise<Assets> | null = null
  const assets = () => {
    built ??= buildAssets()
    return built
  }

  app.use(async (c, next) => {
    const startedMs = performance.now()
    c.set('requestId', randomUUID())
    c.set('address', addressOf(c.env?.incoming?.socket?.remoteAddress ?? '', c.req.header('X-Forwarded-For')))
    c.set('language', chooseLanguage(getCookie(c, LANGUAGE_COOKIE), c.req.header('Accept-Language')))
    await next()
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
    if (secure) c.res.headers.set('Strict-Transport-Security', 'max-age=31536000')
    c.res.headers.set('X-Request-Id', c.get('requestId'))
    if (!c.res.headers.has('Cache-Control')) c.res.headers.set('Cache-Control', 'no-store')
    const ms = Math.round(performance.now() - startedMs)
    counts.record(c.res.status, ms)
    deps.log.info('http', { requestId: c.get('requestId'), method: c.req.method, route: routeOf(c), status: c.res.status, ms })
  })

  app.use(async (c, next) => {
    if (!isPlainPath(rawPath(c))) throw nothing()
    // No text holds it, and the database takes none that does.
    if (new URL(c.req.url).search.includes('%00')) throw new HttpProblem('bad_request', 'The address holds a NUL character.')
    // A token of its own, or a secret in the form: no browser adds those by itself, so no other site can.
    if (!showsToken(c) && c.req.path !== '/oauth/token') requireSameSite(c.req.method, c.req.raw.headers, ownOrigins(c, deps))
    await next()
  })

  app.get('/assets/:name', async (c) => {
    const asset = (await assets()).find(c.req.path)
    if (!asset) throw nothing()
    return c.body(new Uint8Array(asset.body), 200, {
      'Content-Type': asset.mediaType,
      'Cache-Control': 'public, max-age=31536000, immutable',
    })
  })
  healthRoutes(app, deps, counts)

  app.use(async (c, next) => {
    const need = needOf(c)
    const others = need === null ? routesAt(app, c.req.path) : []
    if (others.some((route) => POLICIES[route] === 'public')) throw otherMethod(c, others)
    const who = callerOf(deps, c, secure)
    const session = need === 'public' && showsToken(c) ? null : await who()
    if (session) {
      c.set('session', session)
      c.set('stillHere', async () => (await who()) !== null)
    } else if (need !== 'public') {
      if (c.req.method === 'GET' && !isApi(c)) return c.redirect('/sign-in', 303)
      throw new HttpProblem('unauthenticated', 'Sign in first: open the sign-in link in a browser.')
    }
    // Guessing ids of other people's documents leaves a trail of 404; after too many the door closes for a while.
    const guesser = session?.userId ?? peerOf(c)
    const wait = misses.blockedFor(guesser)
    if (wait !== null) {
      c.header('Retry-After', String(wait))
      throw new HttpProblem('too_many_requests', `Too many requests for things that do not exist; wait ${wait} s.`)
    }
    if (session) {
      if (session.kind === 'client' && !isApi(c)) throw nothing()
      requirePermission(need, session, deps, c.get('requestId'))
      if (session.kind === 'client' || !['GET', 'HEAD'].includes(c.req.method)) await requireShare(deps, c, session)
    }
    if (others.length > 0) throw otherMethod(c, others)
    await next()
    if (c.res.status === 404) misses.record(guesser)
  })

  app.use('/api/v1/*', answerOnce(deps.keptReplies))

  app.route('/', signInRoutes(deps, assets, secure))
  app.route('/', providerRoutes(deps, assets, secure))
  app.route('/', goldenRoutes(deps, assets))
  app.route('/', acceptanceRoutes(deps, assets))
  app.route('/', figureRoutes(deps, assets))
  app.route('/', languageModelRoutes(deps, assets))
  app.route('/', queueRoutes(deps, assets))
  app.route('/', routingPages(deps, assets))
  app.route('/', intakeRoutes(deps, assets))
  app.route('/', peopleRoutes(deps, assets, secure))
  app.route('/', clientRoutes(deps, assets))
  app.route('/', accessRoutes(deps, assets))
  app.route('/', referenceRoutes(deps, assets))
  app.route('/', noticeRoutes(deps, assets))
  app.route('/', keyRoutes(deps, assets))
  app.route('/', calendarRoutes(deps, assets))
  app.route('/', erasurePageRoutes(deps, assets))
  app.route('/', letterRoutes(deps, assets))
  app.route('/', letterTemplateRoutes(deps, assets))
  app.route('/', paymentRoutes(deps, assets))
  app.route('/', paymentListRoutes(deps, assets))
  app.route('/', searchPageRoutes(deps, assets))
  app.route('/', webhookPageRoutes(deps, assets))
  app.route('/suppliers', companyPages(deps, assets, 'supplier'))
  app.route('/own-companies', companyPages(deps, assets, 'own'))
  app.route('/orders', orderPages(deps, assets))
  app.route('/', exportSettingPages(deps, assets))
  app.route('/api/v1/webhooks', webhookRoutes(deps))
  app.route('/', oauthRoutes(deps))
  app.route('/', filePartsRoutes(deps, assets))
  app.route('/', pageRoutes(deps, assets, secure))
  app.route('/api/v1/documents', documentRoutes(deps))
  app.route('/api/v1/documents', documentPageRoutes(deps))
  app.route('/api/v1/documents', erasureRoutes(deps))
  app.route('/api/v1/documents', filePartRoutes(deps))
  app.route('/api/v1/documents', letterApiRoutes(deps))
  app.route('/api/v1/documents', paymentApiRoutes(deps))
  app.route('/api/v1/records', recordRoutes(deps))
  app.route('/api/v1/export-settings', exportSettingRoutes(deps))
  app.route('/api/v1/routing-rules', routingRuleRoutes(deps))
  app.route('/api/v1/questions', questionRoutes(deps))
  app.route('/api/v1/dates', dateRoutes(deps))
  app.route('/api/v1/working-time', workingTimeRoutes(deps))
  app.route('/api/v1/search', searchRoutes(deps))
  app.route('/api/v1/orders', orderRoutes(deps))
  app.route('/api/v1/order-tolerances', toleranceRoutes(deps))
  app.route('/api/v1/suppliers', companyRoutes(deps, 'supplier'))
  app.route('/api/v1/own-companies', companyRoutes(deps, 'own'))
  app.get('/api/v1/openapi.json', (c) => c.json(openApi(deps.appVersion)))
  app.get('/api/v1/types', (c) => c.json({ items: deps.types.map(({ name, caption }) => ({ name, caption })) }))
  app.get('/api/v1/types/:type/schema.json', (c) => {
    const type = deps.types.find(({ name }) => name === c.req.param('type'))
    if (!type) throw new HttpProblem('not_found', 'There is no such document type.')
    return c.body(JSON.stringify(recordSchema(type.name, type.schema)), 200, { 'Content-Type': 'application/schema+json' })
  })
  streamRoute(app, createLiveFeed(deps))

  app.notFound((c) => answerError(c as UiContext, nothing()))
  app.onError((error, c) => answerError(c as UiContext, error))

  async function answerError(c: UiContext, error: unknown): Promise<Response> {
    const problem = problemOf(error, c.get('requestId') ?? 'none')
    if (problem.status >= 500)
      deps.log.error('http_failed', { requestId: problem.requestId, route: routeOf(c), code: problem.code, error: describe(error) })
    if (isApi(c)) return c.body(JSON.stringify(problem), problem.status as 500, { 'Content-Type': 'application/problem+json' })
    if (wantsJson(c)) return problemJson(c, error)
    return problemPage(c, assets, problem)
  }

  return app
}

/** By its own token where it shows one, else by the browser's cookie; never by both. */
function callerOf(deps: UiDeps, c: UiContext, secure: boolean): () => Promise<Session | null> {
  if (showsToken(c)) return () => bearerSession(deps, c)
  const token = sessionToken(c, secure)
  return async () => (token ? deps.accounts.session(token) : null)
}

async function requireShare({ limits, config }: UiDeps, c: UiContext, { userId }: Session): Promise<void> {
  const wait = await limits.take(`requests:${userId}`, {
    perMinute: config.DOCKET_REQUESTS_PER_MINUTE,
    burst: config.DOCKET_REQUESTS_BURST,
  })
  c.header('RateLimit-Policy', `"requests";q=${config.DOCKET_REQUESTS_PER_MINUTE};w=60`)
  if (wait === null) return
  c.header('Retry-After', String(wait))
  throw new HttpProblem('too_many_requests', `More than ${config.DOCKET_REQUESTS_PER_MINUTE} requests a minute; wait ${wait} s.`)
}

function isApi(c: UiContext): boolean {
  return c.req.path.startsWith('/api/')
}

function nothing(): HttpProblem {
  return new HttpProblem('not_found', 'There is nothing here.')
}

/** The address is there, the method is not. Says the same whether the thing it names exists or not. */
function otherMethod(c: UiContext, routes: readonly string[]): HttpProblem {
  const allow = allowOf(routes)
  c.header('Allow', allow)
  return new HttpProblem('method_not_allowed', `This address takes ${allow}.`)
}

/** The path as it came over the wire where there is a wire: URL parsers tidy up spellings that a proxy in front may have read differently. */
function rawPath(c: UiContext): string {
  const url = c.env?.incoming?.url ?? new URL(c.req.url).pathname
  return url.split('?', 1)[0] ?? '/'
}

function ownOrigins(c: UiContext, deps: UiDeps): readonly string[] {
  const base = deps.config.DOCKET_BASE_URL
  if (base) return [new URL(base).origin]
  const host = c.req.header('Host') ?? new URL(c.req.url).host
  return [`http://${host}`, `https://${host}`]
}

/** The pattern of the route, so that ids and search texts stay out of the log. */
function routeOf(c: UiContext): string {
  return c.req.path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id').slice(0, 80)
}

/** Name and place of an error; its message may quote a value of a document. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  return `${error.name} ${
    error.stack
      ?.split('\n')
      .find((line) => line.includes('/ui/') || line.includes('/adapters/'))
      ?.trim() ?? ''
  }`
}
