import { readFileSync } from 'node:fs'
import * as oidc from 'openid-client'
import { z } from 'zod'
import { openText, sealText } from '../sealed-text.ts'
import { guardedFetch } from './guarded-fetch.ts'
import type { SignInProvider } from './settings.ts'

/** What a provider vouches for. */
export interface Vouched {
  readonly issuer: string
  readonly subject: string
  /** Null: none, or one that the provider has not verified. */
  readonly email: string | null
  readonly name: string | null
  /** Values of the claim that holds roles. */
  readonly groups: readonly string[]
}

/** `declined`: the person or the provider said no; `answer`: it does not belong to a sign-in that this browser began; `away`: no answer to be had. */
export type Finished =
  | { readonly kind: 'vouched'; readonly who: Vouched }
  | { readonly kind: 'refused'; readonly why: 'declined' | 'answer' | 'away' }

const PURPOSE = 'sign-in under way'
export const MINUTES = 10
/** Providers change their addresses and keys seldom; unknown keys are fetched anew at once. */
const DESCRIPTION_MS = 3_600_000

const UnderWay = z.object({
  provider: z.string(),
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  redirectUri: z.string(),
  until: z.number(),
})

/** Sign-in at the organisation's own OpenID Connect provider: authorization code with PKCE, state and nonce, signed ID token. */
export function createProviderSignIn(providers: readonly SignInProvider[], masterKey: Uint8Array) {
  const described = new Map<string, { readonly configuration: Promise<oidc.Configuration>; readonly untilMs: number }>()

  const describe = (provider: SignInProvider): Promise<oidc.Configuration> => {
    const known = described.get(provider.id)
    if (known && known.untilMs > Date.now()) return known.configuration
    const configuration = discover(provider)
    described.set(provider.id, { configuration, untilMs: Date.now() + DESCRIPTION_MS })
    configuration.catch(() => described.delete(provider.id))
    return configuration
  }
  const find = (id: string) => providers.find((one) => one.id === id) ?? null

  return {
    providers,
    find,

    /** Where to send the browser, and what it must bring back (sealed; for a cookie). Throws when the provider cannot be asked. */
    async start(provider: SignInProvider, redirectUri: string): Promise<{ readonly url: string; readonly underWay: string }> {
      const configuration = await describe(provider)
      const [state, nonce, verifier] = [oidc.randomState(), oidc.randomNonce(), oidc.randomPKCECodeVerifier()]
      const url = oidc.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: provider.scopes.join(' '),
        state,
        nonce,
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
      const until = Date.now() + MINUTES * 60_000
      const sealed = sealText(JSON.stringify({ provider: provider.id, state, nonce, verifier, redirectUri, until }), masterKey, PURPOSE)
      return { url: url.href, underWay: sealed.toString('base64url') }
    },

    /** `query`: what the provider sent the browser back with. Never throws. */
    async finish(provider: SignInProvider, underWay: string, query: string): Promise<Finished> {
      const begun = opened(underWay, masterKey)
      if (!begun || begun.provider !== provider.id || begun.until < Date.now()) return { kind: 'refused', why: 'answer' }
      try {
        const configuration = await describe(provider)
        const tokens = await oidc.authorizationCodeGrant(configuration, new URL(`${begun.redirectUri}${query}`), {
          pkceCodeVerifier: begun.verifier,
          expectedState: begun.state,
          expectedNonce: begun.nonce,
          idTokenExpected: true,
        })
        return { kind: 'vouched', who: await whoIs(provider, configuration, tokens) }
      } catch (error) {
        if (error instanceof oidc.AuthorizationResponseError) return { kind: 'refused', why: 'declined' }
        const away = !(error instanceof oidc.ClientError || error instanceof oidc.ResponseBodyError)
        return { kind: 'refused', why: away || isUnanswered(error) ? 'away' : 'answer' }
      }
    },
  }
}
export type ProviderSignIn = ReturnType<typeof createProviderSignIn>

async function discover({ issuer, clientId, secretFile, ca }: SignInProvider): Promise<oidc.Configuration> {
  const secret = secretFile === undefined ? null : readFileSync(secretFile, 'utf8').trim()
  const configuration = await oidc.discovery(
    new URL(issuer),
    clientId,
    {},
    secret === null ? oidc.None() : oidc.ClientSecretBasic(secret),
    {
      [oidc.customFetch]: guardedFetch(ca === undefined ? undefined : readFileSync(ca, 'utf8')),
      // Loopback only: the settings refuse any other address without https.
      ...(issuer.startsWith('http:') && { execute: [oidc.allowInsecureRequests] }),
    },
  )
  // Without it the ID token's signature is not checked, since it came straight from the provider; ours are checked anyway.
  oidc.enableNonRepudiationChecks(configuration)
  return configuration
}

type Tokens = Awaited<ReturnType<typeof oidc.authorizationCodeGrant>>

/** From the ID token; what it leaves out is asked of the provider, which many do with groups. */
async function whoIs(provider: SignInProvider, configuration: oidc.Configuration, tokens: Tokens): Promise<Vouched> {
  const id = tokens.claims()!
  const lacks = id.email === undefined || (provider.rolesClaim !== undefined && at(id, provider.rolesClaim) === undefined)
  const more = lacks && configuration.serverMetadata().userinfo_endpoint
  const claims: Readonly<Record<string, unknown>> = more
    ? { ...(await oidc.fetchUserInfo(configuration, tokens.access_token, id.sub)), ...id }
    : id
  return {
    issuer: configuration.serverMetadata().issuer,
    subject: id.sub,
    email: typeof claims.email === 'string' && claims.email_verified === true ? claims.email.toLowerCase() : null,
    name: [claims.name, claims.preferred_username].find((one) => typeof one === 'string') ?? null,
    groups: provider.rolesClaim === undefined ? [] : texts(at(claims, provider.rolesClaim)),
  }
}

/** A claim whose own name has dots (`https://example.com/roles`) comes before the way inside. */
function at(claims: Readonly<Record<string, unknown>>, path: string): unknown {
  if (path in claims) return claims[path]
  return path.split('.').reduce<unknown>((value, key) => (isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined), claims)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}

function texts(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === 'string')
}

function opened(sealed: string, masterKey: Uint8Array): z.infer<typeof UnderWay> | null {
  try {
    return UnderWay.parse(JSON.parse(openText(Buffer.from(sealed, 'base64url'), masterKey, PURPOSE)))
  } catch {
    return null
  }
}

/** A provider that stumbled (5xx) is away; one that says 4xx has judged. */
function isUnanswered(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined
  return cause instanceof Response && cause.status >= 500
}
