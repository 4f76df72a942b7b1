import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'

export interface Lie {
  readonly claims?: Readonly<Record<string, unknown>>
  readonly without?: string
  /** Signed by a key that nobody published. */
  readonly otherKey?: true
  readonly alg?: 'none'
}

/** A provider whose ID tokens can be wrong in one way at a time; all else is in order, so that the lie alone decides. */
export async function startLyingProvider() {
  const own = await generateKeyPair('RS256')
  const other = await generateKeyPair('RS256')
  const jwk = { ...(await exportJWK(own.publicKey)), kid: 'k', alg: 'RS256', use: 'sig' }
  let lie: Lie = {}
  let nonce = ''
  let issuer = ''
  const idToken = async () => {
    const now = Math.floor(Date.now() / 1000)
    const all = {
      iss: issuer,
      aud: 'docket',
      sub: 'liar',
      iat: now,
      exp: now + 300,
      nonce,
      email: 'liar@example.com',
      email_verified: true,
    }
    const claims = Object.fromEntries(Object.entries({ ...all, ...lie.claims }).filter(([name]) => name !== lie.without))
    if (lie.alg === 'none') {
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
      return `${part({ alg: 'none' })}.${part(claims)}.`
    }
    return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid: 'k' }).sign(lie.otherKey ? other.privateKey : own.privateKey)
  }
  const server = createServer((request, response) => {
    const send = (body: object) => response.setHeader('Content-Type', 'application/json').end(JSON.stringify(body))
    if (request.url === '/.well-known/openid-configuration')
      return send({
        issuer,
        authorization_endpoint: `${issuer}/auth`,
        token_endpoint: `${issuer}/token`,
        jwks_uri: `${issuer}/jwks`,
        response_types_supported: ['code'],
        subject_types_supported: ['public'],
        id_token_signing_alg_values_supported: ['RS256'],
      })
    if (request.url === '/jwks') return send({ keys: [jwk] })
    void idToken().then((id_token) => send({ access_token: 'a', token_type: 'Bearer', id_token }))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    issuer,
    /** The way back of somebody who was sent to `url`, with this lie in the token that will be asked for. */
    answerTo(url: string, told: Lie): string {
      const asked = new URL(url).searchParams
      nonce = asked.get('nonce') ?? ''
      lie = told
      return `${asked.get('redirect_uri')}?code=c&state=${asked.get('state')}`
    },
    close: () => new Promise<void>((done) => server.close(() => done())),
  }
}
