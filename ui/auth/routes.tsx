import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import type { Opened } from '../../adapters/db/index.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { peerOf, type UiContext, type UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import { page } from '../pages/render.tsx'
import { SignInPage, type SignInState } from '../pages/sign-in.tsx'
import { recordGuess } from './refused-guess.ts'
import { clearSession, sessionToken, setSession } from './session.ts'

const TOKEN = /^[\w.-]{16,200}$/
/** Failures only. Ten guesses at one account from one address; more from one address in all, since an office shares one. The owner elsewhere is never locked out. */
const PER_ACCOUNT = { perMinute: 1, burst: 10 }
const PER_ADDRESS = { perMinute: 10, burst: 60 }
const LINKS = { perMinute: 10, burst: 10 }

/** Opening the link only shows a button: mail scanners and previews open links too, and a one-time link must survive them. */
export function signInRoutes(deps: UiDeps, assets: () => Promise<Assets>, secure: boolean): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/sign-in', async (c) => {
    const token = c.req.query('token') ?? ''
    const state: SignInState = TOKEN.test(token) ? 'ready' : c.req.query('out') === '1' ? 'signed-out' : 'explain'
    const clears = state === 'signed-out' ? { script: (await assets()).signedOut } : {}
    return page(c, assets, (frame) => (
      <SignInPage
        providers={deps.providerSignIn.providers}
        frame={frame}
        state={state}
        token={state === 'ready' ? token : null}
        {...clears}
      />
    ))
  })

  app.post('/sign-in', async (c) => {
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const email = form.get('email')
    const peer = peerOf(c)
    const shares =
      email === null
        ? [{ key: `link:${peer}`, share: LINKS }]
        : [
            { key: `account:${digest(email.trim().toLowerCase())}:${peer}`, share: PER_ACCOUNT },
            { key: `sign-in:${peer}`, share: PER_ADDRESS },
          ]
    for (const { key, share } of shares) {
      const wait = await deps.limits.look(key, share)
      if (wait === null) continue
      c.header('Retry-After', String(wait))
      return page(
        c,
        assets,
        (frame) => <SignInPage providers={deps.providerSignIn.providers} frame={frame} state="too-many" token={null} />,
        429,
      )
    }
    const opened = await open(deps, form)
    if (!opened) {
      for (const { key, share } of shares) await deps.limits.take(key, share)
      deps.log.warn('sign_in_refused', { requestId: c.get('requestId') })
      const [first] = shares
      await recordGuess(deps, email, peer, email === null || !first ? null : await deps.limits.look(first.key, first.share))
      return page(
        c,
        assets,
        (frame) => (
          <SignInPage providers={deps.providerSignIn.providers} frame={frame} state={email === null ? 'spent' : 'wrong'} token={null} />
        ),
        401,
      )
    }
    return entered(deps, c, secure, opened, email === null ? 'link' : 'password')
  })

  app.post('/sign-out', async (c) => {
    const token = sessionToken(c, secure)
    if (token) await deps.accounts.end(token)
    clearSession(c, secure)
    return c.redirect('/sign-in?out=1', 303)
  })

  return app
}

/** Every way in makes a fresh token and ends the session that the browser came with, so that nobody can plant one. */
export async function entered(deps: UiDeps, c: UiContext, secure: boolean, opened: Opened, way: string): Promise<Response> {
  const before = sessionToken(c, secure)
  if (before) await deps.accounts.end(before)
  await deps.access.write({
    organisationId: opened.organisationId,
    kind: 'signed_in',
    actor: opened.userId,
    address: peerOf(c),
    detail: { way },
  })
  setSession(c, secure, opened.token, opened.expiresAt)
  return c.redirect('/documents', 303)
}

async function open(deps: UiDeps, form: URLSearchParams): Promise<Opened | null> {
  const email = form.get('email')
  const password = form.get('password') ?? ''
  const token = form.get('token') ?? ''
  if (email === null) return TOKEN.test(token) ? deps.accounts.redeem(token) : null
  if (email.length > 320 || password.length > 200) return null
  return deps.accounts.signIn(email.replaceAll('\0', '').toWellFormed(), password)
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32)
}
