import { Hono } from 'hono'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { peerOf, type UiEnv } from '../http/env.ts'
import type { Limiter } from '../http/limiter.ts'
import type { Assets } from '../islands/build.ts'
import { page } from '../pages/render.tsx'
import { SignInPage, type SignInState } from '../pages/sign-in.tsx'
import { clearSession, sessionToken, setSession } from './session.ts'

const TOKEN = /^[\w.-]{16,200}$/

/** Opening the link only shows a button: mail scanners and previews open links too, and a one-time link must survive them. */
export function signInRoutes(deps: UiDeps, assets: () => Promise<Assets>, secure: boolean, failures: Limiter): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/sign-in', (c) => {
    const token = c.req.query('token') ?? ''
    const state: SignInState = TOKEN.test(token) ? 'ready' : c.req.query('out') === '1' ? 'signed-out' : 'explain'
    return page(c, assets, (frame) => <SignInPage frame={frame} state={state} token={state === 'ready' ? token : null} />)
  })

  app.post('/sign-in', async (c) => {
    const peer = peerOf(c)
    const wait = failures.blockedFor(peer)
    if (wait !== null) {
      c.header('Retry-After', String(wait))
      return page(c, assets, (frame) => <SignInPage frame={frame} state="too-many" token={null} />, 429)
    }
    const token = new URLSearchParams(await bodyText(c.req.raw, 10_000)).get('token') ?? ''
    const session = TOKEN.test(token) ? await deps.accounts.redeem(token) : null
    if (!session) {
      failures.record(peer)
      deps.log.warn('sign_in_refused', { requestId: c.get('requestId') })
      return page(c, assets, (frame) => <SignInPage frame={frame} state="spent" token={null} />, 401)
    }
    setSession(c, secure, session.token, session.expiresAt)
    return c.redirect('/documents', 303)
  })

  app.post('/sign-out', async (c) => {
    const token = sessionToken(c, secure)
    if (token) await deps.accounts.end(token)
    clearSession(c, secure)
    return c.redirect('/sign-in?out=1', 303)
  })

  return app
}
