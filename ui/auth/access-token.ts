import { randomUUID } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { Session } from '../../adapters/db/index.ts'
import type { Permission } from '../../core/permissions.ts'
import type { UiDeps } from '../deps.ts'

export const TOKEN_SECONDS = 600
const LONGEST = 4_000
/** Clocks differ; nothing is taken later than this after its end. */
const TOLERANCE_SECONDS = 30

type Needs = Pick<UiDeps, 'signingKeys' | 'clients' | 'config'>

/** Who signs, and whom the tokens are for. On an own machine without an address the names are fixed; they never come from the request. */
export function issuerOf({ config }: Pick<UiDeps, 'config'>): string {
  return (config.DOCKET_BASE_URL ?? 'http://localhost').replace(/\/$/, '')
}

/** An access token as RFC 9068 writes it. */
export async function signToken(deps: Needs, client: Session, scopes: readonly Permission[]): Promise<string> {
  const { id, key } = await deps.signingKeys.current()
  const issuer = issuerOf(deps)
  return new SignJWT({ client_id: client.userId, scope: scopes.join(' '), organisation: client.organisationId })
    .setProtectedHeader({ alg: deps.signingKeys.algorithm, typ: 'at+jwt', kid: id })
    .setIssuer(issuer)
    .setAudience(`${issuer}/api/v1`)
    .setSubject(client.userId)
    .setJti(randomUUID())
    .setIssuedAt()
    .setExpirationTime(`${TOKEN_SECONDS}s`)
    .sign(key)
}

export type Checked = { readonly kind: 'valid'; readonly session: Session } | { readonly kind: 'refused'; readonly why: string }

/**
 * RFC 8725: one algorithm, our own keys by id and never a key from the token, type, issuer and audience demanded. The client is asked for again: who
 * is revoked is out although the token's time is not over, and a scope that the client has lost is not in the session.
 */
export async function checkToken(deps: Needs, token: string): Promise<Checked> {
  if (token.length > LONGEST) return { kind: 'refused', why: 'too_long' }
  const issuer = issuerOf(deps)
  try {
    const { payload } = await jwtVerify(
      token,
      async ({ kid }) => {
        const key = typeof kid === 'string' && /^[\w-]{1,64}$/.test(kid) ? await deps.signingKeys.check(kid) : null
        if (!key) throw new errors.JWKSNoMatchingKey()
        return key
      },
      {
        algorithms: [deps.signingKeys.algorithm],
        typ: 'at+jwt',
        issuer,
        audience: `${issuer}/api/v1`,
        clockTolerance: TOLERANCE_SECONDS,
        requiredClaims: ['exp', 'iat', 'sub', 'client_id', 'scope', 'jti', 'organisation'],
      },
    )
    if (typeof payload.aud !== 'string' || typeof payload.scope !== 'string' || payload.sub !== payload.client_id)
      return { kind: 'refused', why: 'claims' }
    const client = await deps.clients.byId(String(payload.sub))
    if (!client || client.organisationId !== payload.organisation) return { kind: 'refused', why: 'client' }
    const given = new Set(payload.scope.split(' '))
    return { kind: 'valid', session: { ...client, permissions: new Set([...client.permissions].filter((one) => given.has(one))) } }
  } catch (error) {
    if (error instanceof errors.JOSEError) return { kind: 'refused', why: error.code.toLowerCase() }
    throw error
  }
}
