import { type Context, Hono } from 'hono'
import { roleOf, SIGN_IN_MINUTES, type SignInProvider, type Vouched } from '../../adapters/auth/index.ts'
import type { UiDeps } from '../deps.ts'
import { peerOf, type UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { page } from '../pages/render.tsx'
import { SignInPage, type SignInState } from '../pages/sign-in.tsx'
import { entered } from './routes.tsx'
import { setUnderWay, takeUnderWay } from './session.ts'

/** Failures of one address; an office shares one. */
const REFUSALS = { perMinute: 10, burst: 60 }

/** Sign-in through the organisation's own provider (OpenID Connect): there and back again. */
export function providerRoutes(deps: UiDeps, assets: () => Promise<Assets>, secure: boolean): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const { providerSignIn } = deps

  app.get('/sign-in/with/:provider', async (c) => {
    const provider = providerOf(c)
    try {
      const { url, underWay } = await providerSignIn.start(provider, redirectUri(c, provider))
      setUnderWay(c, secure, underWay, SIGN_IN_MINUTES)
      return c.redirect(url, 303)
    } catch (error) {
      deps.log.warn('provider_away', { provider: provider.id, error: error instanceof Error ? error.name : typeof error })
      return trouble(c, 'away', 503)
    }
  })

  app.get('/sign-in/from/:provider', async (c) => {
    const provider = providerOf(c)
    const share = `provider:${peerOf(c)}`
    const wait = await deps.limits.look(share, REFUSALS)
    if (wait !== null) {
      c.header('Retry-After', String(wait))
      return trouble(c, 'too-many', 429)
    }
    const finished = await providerSignIn.finish(provider, takeUnderWay(c, secure) ?? '', new URL(c.req.url).search)
    const admitted = finished.kind === 'vouched' ? await admit(provider, finished.who) : finished
    if (admitted.kind !== 'refused') return entered(deps, c, secure, await deps.accounts.openFor(admitted), provider.id)
    await deps.limits.take(share, REFUSALS)
    deps.log.warn('sign_in_refused', { requestId: c.get('requestId'), provider: provider.id, why: admitted.why })
    const detail = { way: provider.id, why: admitted.why }
    await deps.access.write({ organisationId: null, kind: 'sign_in_refused', actor: null, address: peerOf(c), detail })
    return trouble(c, STATES[admitted.why], admitted.why === 'away' ? 503 : 401)
  })

  const admit = (provider: SignInProvider, { issuer, subject, email, name, groups }: Vouched) =>
    deps.providerPeople.admit({
      organisation: provider.organisation,
      ...{ issuer, subject, email, name },
      role: roleOf(provider, groups),
      newRole: provider.unknownPeople === 'add' ? provider.newRole : null,
    })

  const providerOf = (c: Context<UiEnv>): SignInProvider => {
    const provider = providerSignIn.find(c.req.param('provider') ?? '')
    if (!provider) throw new HttpProblem('not_found', 'There is nothing here.')
    return provider
  }

  const redirectUri = (c: Context<UiEnv>, { id }: SignInProvider) =>
    `${deps.config.DOCKET_BASE_URL?.replace(/\/$/, '') ?? new URL(c.req.url).origin}/sign-in/from/${id}`

  const trouble = (c: Context<UiEnv>, state: SignInState, status: number) =>
    page(c, assets, (frame) => <SignInPage frame={frame} state={state} token={null} providers={providerSignIn.providers} />, status)

  return app
}

/** What the person is told; the log knows more exactly. */
const STATES = {
  declined: 'declined',
  answer: 'answer',
  away: 'away',
  organisation: 'stranger',
  disabled: 'stranger',
  unknown: 'stranger',
  no_email: 'stranger',
  no_role: 'no-role',
} as const satisfies Record<string, SignInState>
