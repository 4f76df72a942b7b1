import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { createProviderSignIn, readSignInProviders } from '../adapters/auth/index.ts'
import { startLyingProvider } from './oidc/lying-provider.ts'
import { type RealProvider, startRealProvider } from './oidc/real-provider.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const SECRET = 'a secret of its own for this one provider'
const BASE = 'http://127.0.0.1:39871'

describe('signing in through the organisation’s own provider', () => {
  const dir = mkdtempSync(join(tmpdir(), 'docket-oidc-'))
  const file = (name: string, text: string) => {
    writeFileSync(join(dir, name), text)
    return join(dir, name)
  }
  let world: World
  let admin: SignedIn
  let real: RealProvider
  let lying: Awaited<ReturnType<typeof startLyingProvider>>
  before(async () => {
    real = await startRealProvider({ secret: SECRET, redirectUris: ['known', 'groups'].map((id) => `${BASE}/sign-in/from/${id}`) })
    lying = await startLyingProvider()
    const common = { caption: 'Office sign-in', organisation: 'Organisation of Admin', clientId: 'docket' }
    const honest = { ...common, issuer: real.issuer, secretFile: file('secret', `${SECRET}\n`) }
    const roles = [
      { value: 'docket-admins', role: 'admin' },
      { value: 'accounting', role: 'reviewer' },
    ]
    const providers = [
      { ...honest, id: 'known' },
      { ...honest, id: 'groups', rolesClaim: 'groups', roles, unknownPeople: 'add' },
      { ...common, id: 'lying', issuer: lying.issuer, unknownPeople: 'add' },
      { ...common, id: 'gone', issuer: 'http://127.0.0.1:9' },
      { ...common, id: 'nowhere', issuer: lying.issuer, organisation: 'Nobody', unknownPeople: 'add' },
    ]
    world = await createWorld({ DOCKET_BASE_URL: BASE, DOCKET_OIDC_CONFIG: file('providers.json', JSON.stringify({ providers })) })
    admin = await world.person('Admin', 'admin')
  })
  after(async () => {
    await world.close()
    await Promise.all([real.close(), lying.close()])
    rmSync(dir, { recursive: true })
  })

  const get = (path: string, cookie = '') => fetch(`${world.url}${path}`, { redirect: 'manual', headers: { Cookie: cookie } })
  const begin = async (provider: string) => {
    const answer = await get(`/sign-in/with/${provider}`)
    return {
      status: answer.status,
      url: answer.headers.get('location') ?? '',
      cookie: answer.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    }
  }
  const comeBack = (address: string, cookie: string) => get(address.replace(BASE, ''), cookie)
  const sessionOf = (answer: Response) =>
    answer.headers
      .getSetCookie()
      .map((line) => line.split(';')[0]!)
      .find((line) => line.startsWith('docket=')) ?? ''
  const signIn = async (provider: string, login: string) => {
    const { url, cookie } = await begin(provider)
    return comeBack(await real.walk(url, login), cookie)
  }
  const opens = async (cookie: string) => (await get('/api/v1/documents', cookie)).status === 200
  const people = () => world.accounts.users(admin.organisationId)
  const add = async (email: string, role: 'reviewer' | 'admin' = 'reviewer') =>
    world.accounts.createUser(admin.organisationId, { email, name: email, role })

  it('lets in a person whom Docket knows by a verified address, and knows the subject from then on', async () => {
    await add('anna@example.com')
    real.accounts.anna = { email: 'Anna@Example.com', email_verified: true }
    const { url } = await begin('known')
    const asked = new URL(url).searchParams
    assert.deepEqual([asked.get('response_type'), asked.get('code_challenge_method')], ['code', 'S256'])
    assert.ok(['state', 'nonce', 'code_challenge'].every((name) => (asked.get(name) ?? '').length >= 43))
    const first = await signIn('known', 'anna')
    assert.equal(first.status, 303)
    assert.ok(await opens(sessionOf(first)))
    real.accounts.anna = { email: 'married@example.com', email_verified: true }
    assert.ok(await opens(sessionOf(await signIn('known', 'anna'))))
    assert.equal((await people()).filter(({ email }) => /anna|married/.test(email)).length, 1)
  })

  it('turns away whom Docket does not know, whose address is not verified, and who is disabled', async () => {
    real.accounts.bob = { email: 'bob@example.com', email_verified: true }
    assert.equal((await signIn('known', 'bob')).status, 401)
    const bob = await add('bob@example.com')
    real.accounts.bob = { email: 'bob@example.com', email_verified: false }
    assert.equal((await signIn('known', 'bob')).status, 401, 'anybody can claim an address')
    real.accounts.bob = { email: 'bob@example.com', email_verified: true }
    assert.equal((await signIn('known', 'bob')).status, 303)
    await world.accounts.changeUser(admin.organisationId, bob, { disabled: true })
    assert.equal((await signIn('known', 'bob')).status, 401)
    real.accounts.impostor = { email: 'bob@example.com', email_verified: true }
    await world.accounts.changeUser(admin.organisationId, bob, { disabled: false })
    assert.equal((await signIn('known', 'impostor')).status, 401, 'the address is another subject’s')
  })

  it('adds people by rule with the role of their first group, and takes the provider’s word at every visit', async () => {
    const role = async () => (await people()).find(({ email }) => email === 'carol@example.com')?.role
    const carol = { email: 'carol@example.com', email_verified: true, name: 'Carol' }
    real.accounts.carol = { ...carol, groups: ['canteen'] }
    const stranger = await signIn('groups', 'carol')
    assert.equal(stranger.status, 401)
    assert.match(await stranger.text(), /None of your groups/)
    assert.equal(await role(), undefined)
    real.accounts.carol = { ...carol, groups: ['accounting', 'docket-admins'] }
    const cookie = sessionOf(await signIn('groups', 'carol'))
    assert.ok(await opens(cookie))
    assert.equal(await role(), 'admin')
    assert.equal((await get('/people', cookie)).status, 200)
    real.accounts.carol = { ...carol, groups: ['accounting'] }
    assert.equal((await signIn('groups', 'carol')).status, 303)
    assert.equal(await role(), 'reviewer')
    real.accounts.carol = { ...carol, groups: [] }
    assert.equal((await signIn('groups', 'carol')).status, 401)
    assert.equal((await people()).filter(({ name }) => name === 'Carol').length, 1)
  })

  it('takes an answer only from the browser that began, once, unchanged', async () => {
    real.accounts.dora = { email: 'dora@example.com', email_verified: true }
    await add('dora@example.com')
    const mine = await begin('known')
    const theirs = await begin('known')
    const back = await real.walk(mine.url, 'dora')
    assert.equal((await comeBack(back, '')).status, 401, 'without a cookie')
    assert.equal((await comeBack(back, theirs.cookie)).status, 401, 'another browser’s')
    assert.equal((await comeBack(back, `${mine.cookie}x`)).status, 401)
    assert.equal((await comeBack(back.replace('/known', '/groups'), mine.cookie)).status, 401, 'another provider’s address')
    assert.equal((await comeBack(back.replace(/state=[^&]*/, 'state=x'), mine.cookie)).status, 401)
    assert.equal((await comeBack(back.replace(/iss=[^&]*/, 'iss=https%3A%2F%2Fevil.example'), mine.cookie)).status, 401, 'RFC 9207')
    assert.equal((await comeBack(back, mine.cookie)).status, 303)
    assert.equal((await comeBack(back, mine.cookie)).status, 401, 'a code is good once')
    const declined = await begin('known')
    const state = new URL(declined.url).searchParams.get('state')
    const iss = encodeURIComponent(real.issuer)
    const refused = await comeBack(`/sign-in/from/known?error=access_denied&state=${state}&iss=${iss}`, declined.cookie)
    assert.equal(refused.status, 401)
    assert.match(await refused.text(), /refused or stopped/)
  })

  it('believes no ID token that is wrong in any way', async () => {
    const now = Math.floor(Date.now() / 1000)
    const lies = {
      'another nonce': { claims: { nonce: 'x' } },
      'no nonce': { without: 'nonce' },
      'another audience': { claims: { aud: 'other' } },
      'another issuer': { claims: { iss: 'https://evil.example' } },
      'for several, not meant for us': { claims: { aud: ['docket', 'other'], azp: 'other' } },
      past: { claims: { exp: now - 120 } },
      'without end': { without: 'exp' },
      'no subject': { without: 'sub' },
      'a key of nobody': { otherKey: true },
      'no signature': { alg: 'none' },
    } as const
    for (const [name, lie] of Object.entries(lies)) {
      const { url, cookie } = await begin('lying')
      assert.equal((await comeBack(lying.answerTo(url, lie), cookie)).status, 401, name)
    }
    const { url, cookie } = await begin('lying')
    assert.equal((await comeBack(lying.answerTo(url, {}), cookie)).status, 303, 'without a lie it is believed')
  })

  it('says so when the provider does not answer, is not set up, or belongs to no organisation here', async () => {
    const gone = await get('/sign-in/with/gone')
    assert.equal(gone.status, 503)
    assert.match(await gone.text(), /does not answer/)
    assert.equal((await get('/sign-in/with/other')).status, 404)
    const { url, cookie } = await begin('nowhere')
    assert.equal((await comeBack(lying.answerTo(url, {}), cookie)).status, 401)
    assert.match(await (await get('/sign-in')).text(), /href="\/sign-in\/with\/known"[^>]*>\s*Office sign-in/)
  })

  it('trusts the certificate authority that is given for this provider, and no other', async (t) => {
    try {
      const args = [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:P-256',
        '-nodes',
        '-days',
        '1',
        '-subj',
        '/CN=127.0.0.1',
      ]
      const out = ['-addext', 'subjectAltName=IP:127.0.0.1', '-keyout', join(dir, 'key.pem'), '-out', join(dir, 'ca.pem')]
      execFileSync('openssl', [...args, ...out], { stdio: 'ignore' })
    } catch {
      return t.skip('openssl makes the certificate, and is not here')
    }
    const tls = { key: readFileSync(join(dir, 'key.pem'), 'utf8'), cert: readFileSync(join(dir, 'ca.pem'), 'utf8') }
    const secure = await startRealProvider({ secret: SECRET, redirectUris: [`${BASE}/sign-in/from/tls`], tls })
    const one = { id: 'tls', caption: 'x', organisation: 'x', issuer: secure.issuer, clientId: 'docket' }
    const start = (more: object) => {
      const providers = readSignInProviders(file('tls.json', JSON.stringify({ providers: [{ ...one, ...more }] })))
      return createProviderSignIn(providers, new Uint8Array(32)).start(providers[0]!, `${BASE}/sign-in/from/tls`)
    }
    assert.match((await start({ ca: join(dir, 'ca.pem') })).url, /^https:\/\/127\.0\.0\.1/)
    await assert.rejects(start({}))
    await secure.close()
  })

  it('is refused at start with settings that cannot be meant', () => {
    const good = { id: 'a', caption: 'A', organisation: 'o', issuer: 'https://idp.example', clientId: 'c' }
    const read = (...providers: readonly object[]) => readSignInProviders(file('bad.json', JSON.stringify({ providers })))
    assert.equal(read(good).length, 1)
    for (const bad of [
      { issuer: 'http://idp.example' },
      { scopes: ['email'] },
      { rolesClaim: 'groups' },
      { roles: [{ value: 'x', role: 'admin' }] },
      { roles: [{ value: 'x', role: 'king' }], rolesClaim: 'groups' },
      { secret: 'in the file' },
    ])
      assert.throws(() => read({ ...good, ...bad }), { code: 'configuration' }, JSON.stringify(bad))
    assert.throws(() => read(good, good), { code: 'configuration' })
  })
})
