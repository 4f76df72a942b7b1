import assert from 'node:assert/strict'
import { availableParallelism, loadavg } from 'node:os'
import { after, before, describe, it } from 'node:test'
import { verifyPassword } from '../adapters/db/password.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const PASSWORD = 'seven grey geese over Yaroslavl'

describe('signing in', () => {
  let world: World
  let admin: SignedIn
  before(async () => {
    world = await createWorld()
    admin = await world.person('Admin', 'admin')
  })
  after(() => world.close())

  const send = (who: SignedIn, path: string, form: Readonly<Record<string, string>>) =>
    world.ask(who, path, { method: 'POST', body: new URLSearchParams(form) })
  const signIn = (form: Readonly<Record<string, string>>, cookie = '') =>
    fetch(`${world.url}/sign-in`, {
      method: 'POST',
      body: new URLSearchParams(form),
      headers: { Origin: world.origin, Cookie: cookie },
      redirect: 'manual',
    })
  const cookieOf = (answer: Response) => (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  const emailOf = async ({ organisationId, userId }: SignedIn) =>
    (await world.accounts.users(organisationId)).find(({ id }) => id === userId)!.email
  const opens = async (cookie: string) => (await world.ask({ ...admin, cookie }, '/api/v1/documents')).status === 200

  it('verifies the vectors of RFC 7914 in the stored form', async () => {
    const key =
      'fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b3731622eaf30d92e22a3886ff109279d9830dac727afb94a83ee6d8360cbdfa2cc0640'
    const stored = [
      'scrypt',
      10,
      8,
      16,
      Buffer.from('NaCl').toString('base64url'),
      Buffer.from(key, 'hex').subarray(0, 32).toString('base64url'),
    ]
    assert.equal(await verifyPassword('password', stored.join('$')), true)
    assert.equal(await verifyPassword('passwore', stored.join('$')), false)
    assert.equal(await verifyPassword('password', null), false)
    assert.equal(await verifyPassword('password', 'plain$password'), false)
  })

  it('takes a password that the person has set, and a fresh token each time', async () => {
    const clerk = await world.colleague(admin, 'reviewer')
    const email = await emailOf(clerk)
    assert.equal((await signIn({ email, password: PASSWORD })).status, 401)
    const weak = await send(clerk, '/account/password', { wanted: 'short' })
    assert.match(weak.headers.get('location')!, /passwordWeak/)
    const set = await send(clerk, '/account/password', { wanted: PASSWORD })
    assert.match(set.headers.get('location')!, /passwordSet/)
    assert.equal(await opens(clerk.cookie), false, 'the session from before has ended')
    assert.equal(await opens(cookieOf(set)), true)
    const first = await signIn({ email: email.toUpperCase(), password: PASSWORD }, cookieOf(set))
    assert.equal(first.status, 303)
    assert.equal(await opens(cookieOf(first)), true)
    assert.equal(await opens(cookieOf(set)), false, 'the session that the browser came with has ended')
    assert.equal((await signIn({ email, password: `${PASSWORD}!` })).status, 401)
    const renamed = await send({ ...clerk, cookie: cookieOf(first) }, '/account/password', {
      current: 'wrong wrong wrong',
      wanted: 'another long password',
    })
    assert.match(renamed.headers.get('location')!, /passwordWrong/)
  })

  it('answers an unknown account as it answers a wrong password (row 28)', async () => {
    const bodies = []
    for (const email of ['nobody@example.com', await emailOf(admin)]) {
      const answer = await signIn({ email, password: 'whatever it may be' })
      assert.equal(answer.status, 401)
      bodies.push((await answer.text()).replaceAll(email, ''))
    }
    assert.equal(bodies[0], bodies[1])
  })

  it('slows guessing at one account down and does not lock its owner out elsewhere', async () => {
    const clerk = await world.colleague(admin, 'reviewer')
    const email = await emailOf(clerk)
    await send(clerk, '/account/password', { wanted: PASSWORD })
    const statuses: number[] = []
    for (let i = 0; i < 12; i++) statuses.push((await signIn({ email, password: `guess number ${i}` })).status)
    assert.deepEqual([...new Set(statuses)], [401, 429])
    assert.equal(statuses.indexOf(429), 10)
    const blocked = await signIn({ email, password: PASSWORD })
    assert.equal(blocked.status, 429)
    assert.ok(Number(blocked.headers.get('retry-after')) > 0)
    assert.ok(await world.accounts.signIn(email, PASSWORD), 'from another address the owner comes in')
  })

  it('puts a disabled person out at once and a changed role into force at once (row 26)', async () => {
    const clerk = await world.colleague(admin, 'reviewer')
    assert.equal((await world.ask(clerk, '/acceptance')).status, 200)
    await send(admin, `/people/${clerk.userId}`, { action: 'role', role: 'uploader' })
    assert.equal((await world.ask(clerk, '/acceptance')).status, 403)
    await send(admin, `/people/${clerk.userId}`, { action: 'disable' })
    assert.equal(await opens(clerk.cookie), false)
    await send(admin, `/people/${clerk.userId}`, { action: 'enable' })
    assert.equal(await opens(clerk.cookie), false, 'old sessions stay closed')
  })

  it('ends an open stream within a minute after its person was disabled (row 26)', async () => {
    const clerk = await world.colleague(admin, 'reviewer')
    const stream = (await world.ask(clerk, '/api/v1/stream')).body!.getReader()
    const opened = Date.now()
    await send(admin, `/people/${clerk.userId}`, { action: 'disable' })
    const over = async (): Promise<true> => ((await stream.read()).done ? true : over())
    assert.equal(await over(), true)
    assert.ok(Date.now() - opened < 60_000 || loadavg()[0]! > availableParallelism(), `${Date.now() - opened} ms`)
  })

  it('keeps one administrator, adds people once, and shows a link only in the answer', async () => {
    const last = await world.person('Alone', 'admin')
    assert.match((await send(last, `/people/${last.userId}`, { action: 'disable' })).headers.get('location')!, /lastAdmin/)
    assert.match((await send(last, `/people/${last.userId}`, { action: 'role', role: 'auditor' })).headers.get('location')!, /lastAdmin/)
    const person = { name: 'Анна', email: 'Anna@example.org', role: 'approver' }
    assert.match((await send(last, '/people', person)).headers.get('location')!, /saved/)
    assert.match((await send(last, '/people', person)).headers.get('location')!, /exists/)
    const anna = (await world.accounts.users(last.organisationId)).find(({ name }) => name === 'Анна')!
    assert.equal(anna.email, 'anna@example.org')
    const shown = await (await send(last, `/people/${anna.id}/link`, {})).text()
    const token = /sign-in\?token=([\w-]+)/.exec(shown)?.[1] ?? ''
    assert.equal((await signIn({ token })).status, 303)
    assert.ok(!(await (await world.ask(last, '/people')).text()).includes('token='))
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await send(stranger, `/people/${anna.id}`, { action: 'disable' })).status, 404)
    assert.equal((await send(stranger, `/people/${anna.id}/link`, {})).status, 404)
  })

  it('keeps one share for all processes', async () => {
    const share = { perMinute: 60, burst: 20 }
    const taken = await Promise.all(Array.from({ length: 200 }, () => world.limits.take('flood', share)))
    const welcome = taken.filter((wait) => wait === null).length
    assert.ok(welcome >= 20 && welcome <= 31, `${welcome} were welcome`)
    assert.equal(await world.limits.take('another', share), null)
  })
})
