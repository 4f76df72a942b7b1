import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { OPERATIONS } from '../client/docket-api.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('the log of who came in, and the reference of the API', () => {
  let world: World
  let admin: SignedIn
  before(async () => {
    world = await createWorld({ DOCKET_TRUSTED_PROXIES: '127.0.0.1' })
    admin = await world.person('Admin', 'admin')
  })
  after(() => world.close())

  it('show the auditor who came from where, as the trusted proxy tells it, and nobody else’s', async () => {
    const auditor = await world.colleague(admin, 'auditor', 'Auditor')
    const send = (form: Readonly<Record<string, string>>, path: string, cookie = '') =>
      fetch(`${world.url}${path}`, {
        method: 'POST',
        body: new URLSearchParams(form),
        redirect: 'manual',
        headers: { Origin: world.origin, Cookie: cookie, 'X-Forwarded-For': '192.0.2.77, 198.51.100.23' },
      })
    const token = await world.accounts.createLink(admin.userId)
    assert.equal((await send({ token }, '/sign-in')).status, 303)
    assert.equal((await send({ name: 'ERP', scope: 'records:read' }, '/clients', admin.cookie)).status, 200)
    const shown = await (await world.ask(auditor, '/access')).text()
    assert.match(shown, /Signed in/)
    assert.match(shown, /Program added/)
    assert.match(shown, /198\.51\.100\.23/)
    assert.ok(!shown.includes('192.0.2.77'), 'what the caller wrote itself')
    assert.equal((await world.ask(await world.colleague(admin, 'reviewer'), '/access')).status, 403)
    const stranger = await (await world.ask(await world.person('Stranger', 'auditor'), '/access')).text()
    assert.ok(!stranger.includes('198.51.100.23'))
  })

  it('show wrong passwords with the account and when it was closed to the guesser, to its own organisation only', async () => {
    const owner = await world.person('Owner of the account', 'admin')
    const victim = await world.colleague(owner, 'reviewer', 'Vera Sidorova')
    const { email } = (await world.accounts.users(owner.organisationId)).find(({ id }) => id === victim.userId)!
    const guess = (who: string) =>
      fetch(`${world.url}/sign-in`, {
        method: 'POST',
        body: new URLSearchParams({ email: who, password: 'Guess-of-a-stranger-1' }),
        redirect: 'manual',
        headers: { Origin: world.origin, 'X-Forwarded-For': '203.0.113.9' },
      })
    // Ten guesses at one account from one address are free, and one more each minute: a slow machine gets some more in.
    let refused = 0
    while ((await guess(email)).status === 401 && refused < 100) refused++
    assert.ok(refused >= 10 && refused < 100, `${refused} guesses`)
    const shown = await (await world.ask(owner, '/access?of=guesses')).text()
    assert.equal(shown.match(/>Wrong password</g)?.length, refused)
    assert.match(shown, /Closed to this address/)
    assert.match(shown, /Vera Sidorova/)
    assert.match(shown, /203\.0\.113\.9/)
    assert.ok(!shown.includes('Guess-of-a-stranger'), 'what was typed is kept nowhere')
    assert.doesNotMatch(shown, /Signed in</)
    assert.ok(!(await (await world.ask(admin, '/access?of=guesses')).text()).includes('Vera'))
    assert.equal((await guess('nobody@nowhere.example')).status, 401)
  })

  it('names every operation and leads to the real answer', async () => {
    const shown = await (await world.ask(admin, '/reference')).text()
    for (const id of Object.keys(OPERATIONS)) assert.ok(shown.includes(`id="${id}"`), id)
    assert.doesNotMatch(shown, /(?:src|href)="(?:https?:)?\/\//, 'nothing is loaded from elsewhere')
    const at = async (path: string) => (await world.ask(admin, path)).headers.get('location')
    assert.equal(await at('/reference/try/getDocuments?limit=1&text=a%26b&status='), '/api/v1/documents?text=a%26b&limit=1')
    assert.equal(await at('/reference/try/getDocumentsId?id=..%2F..%2Fpeople'), '/api/v1/documents/..%2F..%2Fpeople')
    assert.equal((await world.ask(admin, '/reference/try/postWebhooks')).status, 404, 'changes are not made by a link')
    assert.equal((await world.ask(admin, '/reference/try/toString')).status, 404)
  })
})
