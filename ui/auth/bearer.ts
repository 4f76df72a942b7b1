import type { Session } from '../../adapters/db/index.ts'
import type { UiDeps } from '../deps.ts'
import { peerOf, type UiContext } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { checkToken } from './access-token.ts'

/** Wrong tokens from one address; each is written down, so their number is bounded. */
const REFUSALS = { perMinute: 600, burst: 2_000 }
const SECRET = /^dk_[\w-]{43}$/

/** Whether the caller shows a token of its own. Then its cookie counts for nothing, and no other site's page can have made the request. */
export function showsToken(c: UiContext): boolean {
  return c.req.header('Authorization') !== undefined
}

/** The program behind `Authorization: Bearer …`: an access token or the client's secret itself. Throws `unauthenticated` for everything else. */
export async function bearerSession(deps: UiDeps, c: UiContext): Promise<Session> {
  const header = c.req.header('Authorization') ?? ''
  const token = /^Bearer ([\w.~+/-]+=*)$/i.exec(header)?.[1]
  const several =
    (c.env?.incoming?.rawHeaders ?? []).filter((name, at) => at % 2 === 0 && name.toLowerCase() === 'authorization').length > 1
  if (several || token === undefined) return refuse(deps, c, several ? 'two_headers' : 'scheme')
  if (SECRET.test(token)) return (await deps.clients.bySecret(token, null)) ?? refuse(deps, c, 'secret')
  const checked = await checkToken(deps, token)
  return checked.kind === 'valid' ? checked.session : refuse(deps, c, checked.why)
}

async function refuse(deps: UiDeps, c: UiContext, why: string): Promise<never> {
  const address = peerOf(c)
  const wait = await deps.limits.take(`tokens:${address}`, REFUSALS)
  if (wait !== null) {
    c.header('Retry-After', String(wait))
    throw new HttpProblem('too_many_requests', `Too many wrong tokens from this address; wait ${wait} s.`)
  }
  await deps.access.write({ organisationId: null, kind: 'token_refused', actor: null, address, detail: { why } })
  c.header('WWW-Authenticate', 'Bearer realm="docket", error="invalid_token"')
  throw new HttpProblem(
    'unauthenticated',
    'The token is not valid here. Get a new one from /oauth/token, or use a secret that is not revoked.',
  )
}
