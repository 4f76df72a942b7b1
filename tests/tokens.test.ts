import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { base64url, CompactEncrypt, generateKeyPair, SignJWT } from 'jose'
import type { Permission } from '../core/permissions.ts'
import { POLICIES } from '../ui/auth/policies.ts'
import { rawRequest } from './ui/raw-http.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const ISSUER = 'http://localhost'
const AUDIENCE = `${ISSUER}/api/v1`
const ALL: readonly Permission[] = ['documents:read', 'documents:write', 'records:read', 'records:acknowledge']

describe('programs', () => {
  let world: World
  let admin: SignedIn
  let client: { id: string; secret: string }
  let token = ''
  before(async () => {
    world = await createWorld()
    admin = await world.person('Admin', 'admin')
    client = await world.clients.create(admin.organisationId, { name: 'ERP', scopes: ALL, createdBy: admin.userId })
    token = await tokenOf(client)
  })
  after(() => world.close())

  const ask = (path: string, authorization: string, init: RequestInit = {}) =>
    fetch(`${world.url}${path}`, { ...init, headers: { ...init.headers, Authorization: authorization }, redirect: 'manual' })
  const askToken = (form: Readonly<Record<string, string>>, headers: Record<string, string> = {}) =>
    fetch(`${world.url}/oauth/token`, { method: 'POST', body: new URLSearchParams(form), headers })
  const tokenOf = async ({ id, secret }: { id: string; secret: string }, more: Readonly<Record<string, string>> = {}) => {
    const answer = await askToken({ grant_type: 'client_credentials', client_id: id, client_secret: secret, ...more })
    assert.equal(answer.status, 200)
    return ((await answer.json()) as { access_token: string }).access_token
  }
  const status = async (authorization: string, path = '/api/v1/documents') => (await ask(path, authorization)).status

  it('exchange their secret for a token of ten minutes, by form and by Basic', async () => {
    const answer = await askToken(
      { grant_type: 'client_credentials', scope: 'documents:read' },
      { Authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}` },
    )
    const body = (await answer.json()) as Record<string, unknown>
    assert.deepEqual(
      { type: body.token_type, seconds: body.expires_in, scope: body.scope },
      { type: 'Bearer', seconds: 600, scope: 'documents:read' },
    )
    assert.equal(answer.headers.get('cache-control'), 'no-store')
    assert.equal(await status(`Bearer ${body.access_token}`), 200)
    assert.equal(await status(`Bearer ${body.access_token}`, '/api/v1/records'), 403, 'a scope that was not asked for')
    const [head] = String(body.access_token).split('.')
    const header = JSON.parse(Buffer.from(head!, 'base64url').toString()) as { typ: string; alg: string; kid: string }
    assert.deepEqual([header.typ, header.alg], ['at+jwt', 'ES256'])
    const { keys } = (await (await fetch(`${world.url}/.well-known/jwks.json`)).json()) as { keys: Record<string, unknown>[] }
    assert.ok(keys.some(({ kid }) => kid === header.kid))
    assert.ok(
      keys.every((key) => !('d' in key)),
      'the private part stays here',
    )
    const described = (await (await fetch(`${world.url}/.well-known/oauth-authorization-server`)).json()) as Record<string, unknown>
    assert.equal(described.token_endpoint, `${world.url}/oauth/token`)
  })

  it('are told in the words of RFC 6749 what is wrong', async () => {
    const good = { grant_type: 'client_credentials', client_id: client.id, client_secret: client.secret }
    const cases: readonly (readonly [Readonly<Record<string, string>>, number, string])[] = [
      [{ ...good, grant_type: 'password' }, 400, 'unsupported_grant_type'],
      [{ ...good, client_secret: `${client.secret}x` }, 401, 'invalid_client'],
      [{ ...good, client_id: 'x' }, 401, 'invalid_client'],
      [{ ...good, scope: 'people:write' }, 400, 'invalid_scope'],
    ]
    for (const [form, wanted, error] of cases) {
      const answer = await askToken(form)
      assert.equal(answer.status, wanted)
      assert.equal(((await answer.json()) as { error: string }).error, error)
    }
  })

  it('may use the secret itself, two at a time, and none after it is revoked', async () => {
    const { id, secret } = await world.clients.create(admin.organisationId, { name: 'Script', scopes: ALL, createdBy: admin.userId })
    assert.equal(await status(`Bearer ${secret}`), 200)
    const second = (await world.clients.rotate(admin.organisationId, id))!
    assert.deepEqual([await status(`Bearer ${secret}`), await status(`Bearer ${second}`)], [200, 200])
    const third = (await world.clients.rotate(admin.organisationId, id))!
    assert.deepEqual([await status(`Bearer ${secret}`), await status(`Bearer ${second}`), await status(`Bearer ${third}`)], [401, 200, 200])
    const live = await tokenOf({ id, secret: third })
    assert.equal(await status(`Bearer ${live}`), 200)
    await world.clients.revoke(admin.organisationId, id)
    assert.deepEqual([await status(`Bearer ${third}`), await status(`Bearer ${live}`)], [401, 401])
  })

  it('upload without an Origin, see their own organisation only, and reach no screens', async () => {
    const answer = await ask('/api/v1/documents', `Bearer ${token}`, { method: 'POST', body: '%PDF-1.4 program' })
    assert.equal(answer.status, 202)
    const { id } = (await answer.json()) as { id: string }
    const events = (await (await ask(`/api/v1/documents/${id}/events`, `Bearer ${token}`)).json()) as { items: { actor: string }[] }
    assert.equal(events.items[0]?.actor, 'ERP')
    const stranger = await world.person('Stranger', 'admin')
    const theirs = await world.clients.create(stranger.organisationId, { name: 'Theirs', scopes: ALL, createdBy: 'x' })
    assert.equal(await status(`Bearer ${await tokenOf(theirs)}`, `/api/v1/documents/${id}`), 404)
    for (const page of ['/documents', '/people', '/clients', '/account', `/documents/${id}`])
      assert.equal(await status(`Bearer ${token}`, page), 404, page)
    assert.equal(await world.clients.rotate(stranger.organisationId, client.id), null)
    await assert.rejects(world.clients.revoke(stranger.organisationId, client.id))
  })

  it('are refused with a token that is wrong in any of 26 ways, on every route, each written down (row 23)', async () => {
    const { id: kid, key } = await world.signingKeys.current()
    const { keys } = await world.signingKeys.published()
    const own = await generateKeyPair('ES256')
    const now = Math.floor(Date.now() / 1000)
    const claims = {
      client_id: client.id,
      scope: ALL.join(' '),
      organisation: admin.organisationId,
      jti: 'x',
      sub: client.id,
      iss: ISSUER,
      aud: AUDIENCE,
      iat: now,
      exp: now + 600,
    }
    const header = { alg: 'ES256', typ: 'at+jwt', kid }
    const encoded = (part: object) => base64url.encode(JSON.stringify(part))
    const signed = (payload: object, head: object = header, by = key) =>
      new SignJWT(payload as never).setProtectedHeader(head as never).sign(by as never)
    const without = (name: string) => Object.fromEntries(Object.entries(claims).filter(([key]) => key !== name))
    const hs = (body: string) => `${body}.${createHmac('sha256', JSON.stringify(keys[0])).update(body).digest('base64url')}`
    const gone = await world.clients.create(admin.organisationId, { name: 'Gone', scopes: ALL, createdBy: 'x' })
    await world.clients.revoke(admin.organisationId, gone.id)
    const stranger = await world.person('Stranger', 'admin')
    const [one, two, three] = token.split('.') as [string, string, string]
    const numeric = `${encoded(header)}.${encoded({ ...claims, exp: '9999999999' })}`
    const signNumeric = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, key as CryptoKey, new TextEncoder().encode(numeric))
    const wrong: Readonly<Record<string, string>> = {
      'alg none': `${encoded({ ...header, alg: 'none' })}.${two}.`,
      'alg None': `${encoded({ ...header, alg: 'None' })}.${two}.${three}`,
      'alg NONE': `${encoded({ ...header, alg: 'NONE' })}.${two}.`,
      'HS256 with the public key': hs(`${encoded({ ...header, alg: 'HS256' })}.${two}`),
      'empty signature': `${one}.${two}.`,
      'zero signature': `${one}.${two}.${base64url.encode(new Uint8Array(64))}`,
      'changed payload': `${one}.${encoded({ ...claims, scope: 'people:write' })}.${three}`,
      'kid traversal': await signed(claims, { ...header, kid: '../../../../dev/null' }),
      'kid SQL': await signed(claims, { ...header, kid: `' or '1'='1` }),
      'no kid': await signed(claims, { alg: 'ES256', typ: 'at+jwt' }),
      jku: await signed(claims, { ...header, kid: 'mine', jku: 'http://127.0.0.1/jwks.json' }, own.privateKey as never),
      x5u: await signed(claims, { ...header, kid: 'mine', x5u: 'http://127.0.0.1/cert' }, own.privateKey as never),
      'key of our id, other key': await signed(claims, header, own.privateKey as never),
      crit: `${encoded({ ...header, crit: ['strange'], strange: true })}.${two}.${three}`,
      'no exp': await signed(without('exp')),
      'exp as text': `${numeric}.${Buffer.from(signNumeric).toString('base64url')}`,
      past: await signed({ ...claims, exp: now - 61 }),
      'nbf ahead': await signed({ ...claims, nbf: now + 600 }),
      'wrong iss': await signed({ ...claims, iss: 'https://evil.example' }),
      'aud missing': await signed(without('aud')),
      'aud other': await signed({ ...claims, aud: 'https://other.example/api/v1' }),
      'aud list': await signed({ ...claims, aud: [AUDIENCE, 'https://other.example'] }),
      'ID token': await signed(claims, { ...header, typ: 'JWT' }),
      'other organisation': await signed({ ...claims, organisation: stranger.organisationId }),
      'revoked client': await signed({ ...claims, client_id: gone.id, sub: gone.id }),
      JWE: await new CompactEncrypt(new TextEncoder().encode(JSON.stringify(claims)))
        .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
        .encrypt(new Uint8Array(32)),
    }
    assert.equal(await status(`Bearer ${await signed(claims)}`), 200, 'the token that all of them are made from is good')
    const refusals = async () => (await world.access.refusals()).length
    const before = await refusals()
    let asked = 0
    for (const [name, bad] of Object.entries(wrong)) {
      assert.equal(await status(`Bearer ${bad}`), 401, name)
      asked++
    }
    const routes = Object.entries(POLICIES).filter(([route, need]) => route.includes(' /api/') && need !== 'public')
    for (const [route] of routes)
      for (const name of ['alg none', 'HS256 with the public key', 'past', 'revoked client']) {
        const [method = 'GET', path = '/'] = route
          .replace(/:file\{.*\}/, 'x.json')
          .replace(/:\w+/g, 'x')
          .split(' ')
        const answer = await ask(path, `Bearer ${wrong[name]}`, { method, ...(method === 'GET' ? {} : { body: '{}' }) })
        assert.equal(answer.status, 401, `${route} with ${name}`)
        assert.match(answer.headers.get('www-authenticate') ?? '', /invalid_token/)
        asked++
      }
    for (const other of [
      `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`,
      `Token ${token}`,
      token,
      'Bearer',
      'Bearer dk_guess',
    ]) {
      assert.equal(await status(other), 401, other.slice(0, 12))
      asked++
    }
    assert.equal((await refusals()) - before, asked)
  })

  it('are refused with two Authorization headers, and a cookie beside a wrong token does not help', async () => {
    const port = Number(new URL(world.url).port)
    const head = ['GET /api/v1/documents HTTP/1.1', 'Host: 127.0.0.1', 'Connection: close']
    const raw = (more: readonly string[]) => rawRequest({ port, head: [...head, ...more], send: async () => {}, after: 'wait' })
    assert.equal((await raw([`Authorization: Bearer ${token}`])).status, 200)
    assert.equal((await raw([`Authorization: Bearer ${token}`, 'Authorization: Bearer x'])).status, 401)
    assert.equal((await raw(['Authorization: Bearer x', `Cookie: ${admin.cookie}`])).status, 401)
    assert.ok([401, 431].includes((await raw([`Authorization: Bearer ${'x'.repeat(1_000_000)}`])).status))
  })

  it('are added, given a second secret and revoked on the screen; the secret is shown once', async () => {
    const send = (path: string, form: URLSearchParams) => world.ask(admin, path, { method: 'POST', body: form })
    const shown = await (
      await send(
        '/clients',
        new URLSearchParams([
          ['name', '1С'],
          ['scope', 'records:read'],
        ]),
      )
    ).text()
    const secret = /dk_[\w-]{43}/.exec(shown)?.[0] ?? ''
    const [id] = /[0-9a-f-]{36}/.exec(/client_id +([\w-]+)/.exec(shown)?.[1] ?? '') ?? ['']
    assert.equal(await status(`Bearer ${secret}`, '/api/v1/records'), 200)
    assert.equal(await status(`Bearer ${secret}`), 403)
    assert.ok(!(await (await world.ask(admin, '/clients')).text()).includes('dk_'))
    assert.equal((await send(`/clients/${id}`, new URLSearchParams({ action: 'revoke' }))).status, 303)
    assert.equal(await status(`Bearer ${secret}`, '/api/v1/records'), 401)
  })
})

describe('shares', () => {
  it('let about sixty a minute with twenty at once in, over two web processes (row 14)', async () => {
    const world = await createWorld({ DOCKET_REQUESTS_PER_MINUTE: '60', DOCKET_REQUESTS_BURST: '20' })
    try {
      const { organisationId, userId } = await world.person('Admin', 'admin')
      const { secret } = await world.clients.create(organisationId, { name: 'Flood', scopes: ALL, createdBy: userId })
      const second = await world.another()
      const startedMs = Date.now()
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, i) =>
          fetch(`${i % 2 ? world.url : second.url}/api/v1/documents`, { headers: { Authorization: `Bearer ${secret}` } }),
        ),
      )
      const welcome = answers.filter(({ status }) => status === 200).length
      const most = 21 + Math.ceil((Date.now() - startedMs) / 1000)
      assert.ok(welcome >= 20 && welcome <= most, `${welcome} of at most ${most} were welcome`)
      const refused = answers.find(({ status }) => status === 429)!
      assert.ok(Number(refused.headers.get('retry-after')) >= 1)
      await second.close()
    } finally {
      await world.close()
    }
  })
})
