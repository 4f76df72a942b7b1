import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sendInvoice } from './ui/send-invoice.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const HOUR_MS = 3_600_000
const dayFrom = (days: number) => new Date(Date.now() + days * 24 * HOUR_MS).toISOString().slice(0, 10)
/** Whenever the test runs, it is a holiday, and work goes on at midnight UTC at the end of the fourth day from today. */
const HOLIDAYS = [-1, 0, 1, 2, 3].map(dayFrom)
const REOPENS = Date.parse(`${dayFrom(4)}T00:00:00Z`)
const TIME = { timeZone: 'UTC', weekdays: [1, 2, 3, 4, 5, 6, 7], from: 0, to: 24, free: HOLIDAYS, worked: [], short: [] }

describe('working time', () => {
  let world: World
  let anna: SignedIn
  let waiting = ''
  before(async () => {
    world = await createWorld()
    anna = await world.person('Anna', 'admin')
  })
  after(() => world.close())

  const api = (method: string, path: string, body?: object, headers: Record<string, string> = {}, who = anna) =>
    world.ask(who, `/api/v1${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
  const dueOf = async (id: string) => Date.parse((await world.queues.place(anna.organisationId, id))?.dueAt ?? '')

  it('is absent at first: deadlines run round the clock', async () => {
    assert.equal((await api('GET', '/working-time')).status, 404)
    await api('POST', '/routing-rules', { name: 'Within three', when: { type: 'invoice' }, to: { dueHours: 3 } })
    waiting = await sendInvoice(world, anna, { number: 'WT-1' })
    const place = await world.queues.place(anna.organisationId, waiting)
    assert.equal((await dueOf(waiting)) - Date.parse(place?.since ?? ''), 3 * HOUR_MS)
  })

  it('is kept against its version, and by whoever may change settings', async () => {
    const reviewer = await world.colleague(anna, 'reviewer', 'Boris')
    assert.equal((await api('PUT', '/working-time', TIME, {}, reviewer)).status, 403)
    assert.equal((await api('PUT', '/working-time', { ...TIME, to: 0 })).status, 422)
    assert.equal((await api('PUT', '/working-time', { ...TIME, timeZone: 'Moscow/Kremlin' })).status, 422)
    const kept = await api('PUT', '/working-time', TIME)
    assert.deepEqual([kept.status, kept.headers.get('ETag')], [200, '"1"'])
    assert.equal((await api('PUT', '/working-time', TIME)).status, 412, 'kept already')
    assert.deepEqual(await (await api('GET', '/working-time')).json(), TIME)
  })

  it('counts for what comes now, and is foreseen', async () => {
    const id = await sendInvoice(world, anna, { number: 'WT-2' })
    assert.equal(await dueOf(id), REOPENS + 3 * HOUR_MS)
    const { items } = (await (await api('GET', '/routing-rules/forecast')).json()) as { items: { dueAt: string }[] }
    assert.deepEqual(
      items.map(({ dueAt }) => Date.parse(dueAt)),
      [REOPENS + 3 * HOUR_MS, REOPENS + 3 * HOUR_MS],
    )
    const page = await (await world.ask(anna, '/routing')).text()
    assert.match(page, /deadlines count working hours/)
    assert.match(page, /If it came now, decide by/)
  })

  it('leaves the deadline of what waits as it was, until somebody moves it', async () => {
    assert.ok((await dueOf(waiting)) < Date.now() + 3 * HOUR_MS)
    const moves = await api('GET', '/routing-rules/moves')
    assert.deepEqual(
      ((await moves.json()) as { items: { documentId: string }[] }).items.map(({ documentId }) => documentId),
      [waiting],
    )
    await api('POST', '/routing-rules/moves', undefined, { 'If-Match': moves.headers.get('ETag') ?? '' })
    assert.equal(await dueOf(waiting), REOPENS + 3 * HOUR_MS)
  })

  it('is typed as a production calendar has it, on a plain form', async () => {
    const form = (fields: readonly (readonly [string, string])[]) =>
      world.ask(anna, '/routing/working-time', { method: 'POST', body: new URLSearchParams(fields.map(([name, value]) => [name, value])) })
    const days = ['1', '2', '3', '4', '5'].map((day) => ['weekday', day] as const)
    const fields = [...days, ['from', '9'], ['to', '18'], ['timeZone', 'Europe/Moscow'], ['version', '1']] as const
    const refused = await form([...fields, ['free', '1 января']])
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /1 января[\s\S]*This is not understood/)
    const saved = await form([...fields, ['free', '30.12.2026–02.01.2027\n07.01.2027'], ['worked', '2027-02-20'], ['short', '']])
    assert.equal(saved.headers.get('Location'), '/routing?notice=saved')
    const time = (await (await api('GET', '/working-time')).json()) as typeof TIME
    assert.deepEqual(time.free, ['2026-12-30', '2026-12-31', '2027-01-01', '2027-01-02', '2027-01-07'])
    assert.deepEqual([time.worked, time.weekdays, time.from, time.to], [['2027-02-20'], [1, 2, 3, 4, 5], 9, 18])
    assert.match(await (await world.ask(anna, '/routing')).text(), /30\.12\.2026–02\.01\.2027\n07\.01\.2027/)
    assert.equal((await form([...fields, ['action', 'remove']])).headers.get('Location'), '/routing?notice=changed', 'an old page')
    assert.equal(
      (
        await form([
          ['version', '2'],
          ['action', 'remove'],
        ])
      ).headers.get('Location'),
      '/routing?notice=saved',
    )
    assert.equal((await api('GET', '/working-time')).status, 404)
  })

  it('does not belong to strangers', async () => {
    await api('PUT', '/working-time', TIME)
    const stranger = await world.person('Stranger', 'admin')
    assert.equal((await api('GET', '/working-time', undefined, {}, stranger)).status, 404)
  })
})

describe('the queue of a role', () => {
  let world: World
  before(async () => {
    world = await createWorld()
  })
  after(() => world.close())

  it('gives its documents to people of that role alone, unless somebody is named', async () => {
    const owner = await world.person('Anna', 'admin')
    const reviewer = await world.colleague(owner, 'reviewer', 'Boris')
    const approver = await world.colleague(owner, 'approver', 'Vera')
    const made = await world.ask(owner, '/queues', {
      method: 'POST',
      body: new URLSearchParams({ name: 'Chiefs', role: 'approver', byRule: 'yes' }),
    })
    assert.equal(made.headers.get('Location'), '/queues?notice=saved#rules')
    const [queue] = await world.queues.list(owner.organisationId)
    assert.equal(queue?.role, 'approver')
    const rule = { name: 'To the chiefs', when: { type: 'invoice' }, to: { queue: queue?.id } }
    await world.ask(owner, '/api/v1/routing-rules', {
      method: 'POST',
      body: JSON.stringify(rule),
      headers: { 'Content-Type': 'application/json' },
    })
    const id = await sendInvoice(world, owner, { number: 'RL-1' })
    const next = async (who: SignedIn) => (await world.ask(who, '/documents/next')).headers.get('Location')
    assert.equal(await next(reviewer), '/documents/done')
    assert.equal(await next(approver), `/documents/${id}`)
    await world.queues.assign(owner.organisationId, id, reviewer.userId, owner.userId)
    assert.equal(await next(reviewer), `/documents/${id}`)
    assert.equal(await next(approver), '/documents/done')
    assert.match(await (await world.ask(owner, '/queues')).text(), /<td>Approvers<\/td>/)
  })

  it('is refused for a role that does not review', async () => {
    const owner = await world.person('Clara', 'admin')
    const made = await world.ask(owner, '/queues', { method: 'POST', body: new URLSearchParams({ name: 'Any', role: 'auditor' }) })
    assert.equal(made.headers.get('Location'), '/queues?notice=invalid#rules')
  })
})
