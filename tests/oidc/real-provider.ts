import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo } from 'node:net'

export interface Account {
  readonly email?: string
  readonly email_verified?: boolean
  readonly name?: string
  readonly groups?: readonly string[]
}

export interface RealProvider {
  readonly issuer: string
  /** Claims by login; may be changed between two visits. */
  readonly accounts: Record<string, Account>
  /** Walks from the provider's address as a browser would, signs in there as `login`, and returns where it is sent back to. */
  walk(url: string, login: string): Promise<string>
  close(): Promise<void>
}

interface Options {
  readonly secret: string
  readonly redirectUris: readonly string[]
  readonly tls?: { readonly key: string; readonly cert: string }
}

/** node-oidc-provider, certified and nobody's mock, with its own development screens for sign-in and consent. */
export async function startRealProvider({ secret, redirectUris, tls }: Options): Promise<RealProvider> {
  // It has no types of its own.
  const { default: Provider } = (await import('oidc-provider' as string)) as {
    default: new (issuer: string, settings: object) => { callback(): (request: unknown, response: unknown) => void }
  }
  const accounts: Record<string, Account> = {}
  let answer: (request: unknown, response: unknown) => void = () => {}
  const server = tls ? createSecureServer(tls, (q, r) => answer(q, r)) : createServer((q, r) => answer(q, r))
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const issuer = `${tls ? 'https' : 'http'}://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'docket', client_secret: secret, redirect_uris: redirectUris, grant_types: ['authorization_code'] }],
    pkce: { required: () => true },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'groups'] },
    findAccount: (_context: unknown, sub: string) => ({ accountId: sub, claims: () => ({ sub, ...accounts[sub] }) }),
  })
  answer = provider.callback()
  return {
    issuer,
    accounts,
    walk: (url, login) => walk(issuer, url, login),
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function walk(issuer: string, from: string, login: string): Promise<string> {
  const cookies = new Map<string, string>()
  let url = from
  let form: URLSearchParams | null = null
  for (let steps = 0; steps < 12; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer: Response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie },
      ...(form && { method: 'POST', body: form }),
    })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s)
      if (value === '') cookies.delete(name)
      else cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    form = null
    if (location !== null) {
      url = new URL(location, url).href
      if (!url.startsWith(issuer)) return url
      continue
    }
    const page = await answer.text()
    if (answer.status !== 200) throw new Error(`The provider answered ${answer.status}: ${page.slice(0, 300)}`)
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? ''
    url = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', url).href
    form = new URLSearchParams({ prompt, ...(prompt === 'login' && { login, password: 'any' }) })
  }
  throw new Error('The sign-in does not come to an end')
}
