import { type Context, Hono } from 'hono'
import type { Session } from '../../adapters/db/index.ts'
import { SCOPES } from '../../core/permissions.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { peerOf, type UiEnv } from '../http/env.ts'
import { issuerOf, signToken, TOKEN_SECONDS } from './access-token.ts'

const REFUSALS = { perMinute: 10, burst: 30 }

/** OAuth 2 client credentials (RFC 6749 §4.4) for programs, and the documents that describe them (RFC 8414, RFC 9728, RFC 7517). */
export function oauthRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const publicBase = (c: Context<UiEnv>) => deps.config.DOCKET_BASE_URL?.replace(/\/$/, '') ?? new URL(c.req.url).origin

  app.post('/oauth/token', async (c) => {
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const address = peerOf(c)
    const share = `oauth:${address}`
    const wait = await deps.limits.look(share, REFUSALS)
    if (wait !== null) return refused(c, 'slow_down', 'Too many wrong secrets from this address.', 429, { 'Retry-After': String(wait) })
    if (form.get('grant_type') !== 'client_credentials')
      return refused(c, 'unsupported_grant_type', 'The grant type must be client_credentials.')
    const client = await authenticated(deps, c, form)
    if (!client) {
      await deps.limits.take(share, REFUSALS)
      await deps.access.write({ organisationId: null, kind: 'client_refused', actor: null, address })
      return refused(c, 'invalid_client', 'The client is unknown, revoked, or its secret is wrong.', 401, {
        'WWW-Authenticate': 'Basic realm="docket"',
      })
    }
    const wanted = (form.get('scope') ?? '').split(' ').filter(Boolean)
    const given = [...client.permissions].filter((scope) => wanted.length === 0 || wanted.includes(scope))
    if (given.length < wanted.length || given.length === 0)
      return refused(c, 'invalid_scope', `This client may have: ${[...client.permissions].join(' ')}.`)
    const token = await signToken(deps, client, given)
    await deps.access.write({ organisationId: client.organisationId, kind: 'token_given', actor: client.userId, address })
    return c.json({ access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS, scope: given.join(' ') }, 200, {
      'Cache-Control': 'no-store',
    })
  })

  app.get('/.well-known/oauth-authorization-server', (c) =>
    c.json({
      issuer: issuerOf(deps),
      token_endpoint: `${publicBase(c)}/oauth/token`,
      jwks_uri: `${publicBase(c)}/.well-known/jwks.json`,
      grant_types_supported: ['client_credentials'],
      response_types_supported: [],
      scopes_supported: SCOPES,
      token_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
    }),
  )

  app.get('/.well-known/oauth-protected-resource', (c) =>
    c.json({
      resource: `${issuerOf(deps)}/api/v1`,
      authorization_servers: [issuerOf(deps)],
      scopes_supported: SCOPES,
      bearer_methods_supported: ['header'],
    }),
  )

  app.get('/.well-known/jwks.json', async (c) =>
    c.json(await deps.signingKeys.published(), 200, { 'Cache-Control': 'public, max-age=300' }),
  )

  return app
}

/** By HTTP Basic or in the form, never both (RFC 6749 §2.3). */
async function authenticated(deps: UiDeps, c: Context<UiEnv>, form: URLSearchParams): Promise<Session | null> {
  const header = c.req.header('Authorization')
  const basic = header === undefined ? null : /^Basic ([\w+/]+=*)$/i.exec(header)?.[1]
  const inForm = { id: form.get('client_id'), secret: form.get('client_secret') }
  if (header === undefined) return inForm.id && inForm.secret ? deps.clients.bySecret(inForm.secret, inForm.id) : null
  if (!basic || inForm.secret !== null) return null
  const [id = '', secret = ''] = Buffer.from(basic, 'base64').toString('utf8').replaceAll('\0', '').split(':')
  return deps.clients.bySecret(unescaped(secret), unescaped(id))
}

/** RFC 6749 §2.3.1: both halves are form-encoded before they are joined. */
function unescaped(text: string): string {
  return new URLSearchParams(`x=${text.replaceAll('&', '%26')}`).get('x')?.replaceAll('\0', '') ?? ''
}

function refused(
  c: Context<UiEnv>,
  error: string,
  description: string,
  status: 400 | 401 | 429 = 400,
  headers: Record<string, string> = {},
): Response {
  return c.json({ error, error_description: description }, status, { 'Cache-Control': 'no-store', ...headers })
}
