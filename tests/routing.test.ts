import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { sendInvoice } from './ui/send-invoice.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

interface Rule {
  readonly id: string
  readonly name: string
  readonly version: number
  readonly broken: readonly { readonly field: string }[]
}

describe('routing rules', () => {
  let world: World
  let anna: SignedIn
  let boris: SignedIn
  let vera: SignedIn

  before(async () => {
    world = await createWorld()
    anna = await world.person('Anna', 'admin')
    boris = await world.colleague(anna, 'reviewer', 'Boris')
    vera = await world.colleague(anna, 'approver', 'Vera')
  })
  after(() => world.close())

  const call = async (who: SignedIn, method: string, path: string, body?: unknown, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await world.ask(who, `/api/v1/routing-rules${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: { 'Content-Type': 'application/json', ...headers },
    })
    const text = await answer.text()
    return { status: answer.status, tag: answer.headers.get('ETag') ?? '', json: text === '' ? null : JSON.parse(text) }
  }
  const add = async (who: SignedIn, name: string, when: object, to: object): Promise<Rule> => {
    const { status, json } = await call(who, 'POST', '', { name, when, to })
    assert.equal(status, 201, JSON.stringify(json))
    return json
  }
  const rules = async (who: SignedIn): Promise<readonly Rule[]> => (await call(who, 'GET', '')).json.items
  const place = (who: SignedIn, id: string) => world.queues.place(who.organisationId, id)
  const events = (who: SignedIn, id: string) => world.documents.events(who.organisationId, id)
  const decide = async (who: SignedIn, id: string, decision: object) => {
    const version = (await world.documents.get(who.organisationId, id))?.version
    const answer = await world.ask(who, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      body: JSON.stringify(decision),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    })
    return { ...((await answer.json()) as { code?: string; secondPerson?: boolean }), status: answer.status }
  }

  it('send a document to the first rule that fits, with its deadline, and say so on its page and in its history', async () => {
    await add(anna, 'Large in pounds', { currency: 'GBP', least: '1000' }, { person: anna.userId })
    await add(anna, 'Bills in pounds', { type: 'invoice', currency: 'GBP', most: '120' }, { person: boris.userId, dueHours: 6 })
    await add(anna, 'All others', {}, { person: anna.userId })
    const id = await sendInvoice(world, anna, { number: 'R-1' })
    const at = await place(anna, id)
    assert.deepEqual([at?.rule, at?.assignee?.id], ['Bills in pounds', boris.userId])
    assert.equal(Date.parse(at?.dueAt ?? '') - Date.parse(at?.since ?? ''), 6 * 3_600_000)
    const page = await (await world.ask(boris, `/documents/${id}`)).text()
    assert.match(page, /sent here by the rule “Bills in pounds”/)
    const line = (await events(anna, id)).find(({ kind }) => kind === 'routed')
    assert.deepEqual(line?.reason, { code: 'routed', message: 'Bills in pounds' })
  })

  it('keep what waits where it is when they change, until somebody applies them after a look', async () => {
    const owner = await world.person('Clara', 'admin')
    const [one, other] = [await world.colleague(owner, 'reviewer', 'One'), await world.colleague(owner, 'reviewer', 'Other')]
    const rule = await add(owner, 'To One', { type: 'invoice' }, { person: one.userId })
    const id = await sendInvoice(world, owner, { number: 'W-1' })
    const changed = { name: 'To Other', when: { type: 'invoice' }, to: { person: other.userId, dueHours: 2 } }
    assert.equal((await call(owner, 'PUT', `/${rule.id}`, changed)).status, 428)
    assert.equal((await call(owner, 'PUT', `/${rule.id}`, changed, { 'If-Match': '"9"' })).status, 412)
    const before = (await call(owner, 'GET', '')).tag
    assert.equal((await call(owner, 'PUT', `/${rule.id}`, changed, { 'If-Match': '"1"' })).tag, '"2"')
    await decide(owner, id, { action: 'save', fields: { note: 'Seen' } })
    assert.deepEqual([(await place(owner, id))?.rule, (await place(owner, id))?.assignee?.id], ['To One', one.userId])

    const preview = await call(owner, 'GET', '/moves')
    assert.deepEqual(
      preview.json.items.map(({ documentId, assignee, rule: met }: { documentId: string; assignee: string; rule: Rule }) => [
        documentId,
        assignee,
        met.name,
      ]),
      [[id, other.userId, 'To Other']],
    )
    assert.equal((await call(owner, 'POST', '/moves', undefined, { 'If-Match': before })).status, 412, 'the rules are others by now')
    assert.deepEqual((await call(owner, 'POST', '/moves', undefined, { 'If-Match': preview.tag })).json, { moved: 1 })
    const at = await place(owner, id)
    assert.deepEqual([at?.rule, at?.assignee?.id], ['To Other', other.userId])
    assert.equal(Date.parse(at?.dueAt ?? '') - Date.parse(at?.since ?? ''), 2 * 3_600_000)
    assert.equal((await events(owner, id)).at(-1)?.actor, 'Clara')
    assert.deepEqual((await call(owner, 'GET', '/moves')).json.items, [])
  })

  it('ask for the approver that they name: another pair of people is not enough', async () => {
    const owner = await world.person('Dora', 'admin')
    const [chief, third] = [await world.colleague(owner, 'approver', 'Chief'), await world.colleague(owner, 'approver', 'Third')]
    await add(owner, 'Chief confirms', { type: 'invoice' }, { approver: chief.userId })
    const id = await sendInvoice(world, owner, { number: 'C-1' })
    assert.equal((await decide(owner, id, { action: 'approve' })).secondPerson, true)
    assert.equal((await place(owner, id))?.assignee?.id, chief.userId, 'it goes to the one who confirms')
    const refused = await decide(third, id, { action: 'approve' })
    assert.deepEqual([refused.status, refused.code], [403, 'second_person_required'])
    assert.equal((await decide(chief, id, { action: 'approve' })).secondPerson, undefined)
    assert.equal((await world.documents.get(owner.organisationId, id))?.status, 'approved')
  })

  it('let anybody else confirm once the approver that they name has left', async () => {
    const owner = await world.person('Emma', 'admin')
    const [chief, third] = [await world.colleague(owner, 'approver', 'Chief'), await world.colleague(owner, 'approver', 'Third')]
    await add(owner, 'Chief confirms', {}, { approver: chief.userId })
    const id = await sendInvoice(world, owner, { number: 'L-1' })
    await decide(owner, id, { action: 'approve' })
    await world.accounts.changeUser(owner.organisationId, chief.userId, { disabled: true })
    assert.equal((await decide(owner, id, { action: 'approve' })).code, 'second_person_required', 'one person is still not two')
    await decide(third, id, { action: 'approve' })
    assert.equal((await world.documents.get(owner.organisationId, id))?.status, 'approved')
  })

  it('are passed over while they name somebody who may not, and show that', async () => {
    const owner = await world.person('Fred', 'admin')
    const gone = await world.colleague(owner, 'reviewer', 'Gone')
    await add(owner, 'To Gone', {}, { person: gone.userId })
    await add(owner, 'To Fred', {}, { person: owner.userId })
    await world.accounts.changeUser(owner.organisationId, gone.userId, { role: 'uploader' })
    assert.deepEqual(
      (await rules(owner)).map(({ broken }) => broken.map(({ field }) => field)),
      [['to.person'], []],
    )
    const id = await sendInvoice(world, owner, { number: 'G-1' })
    assert.equal((await place(owner, id))?.rule, 'To Fred')
    assert.deepEqual(
      (await call(owner, 'GET', '/forecast')).json.items.map(({ documentId, rule }: { documentId: string; rule: Rule }) => [
        documentId,
        rule.name,
      ]),
      [[id, 'To Fred']],
    )
  })

  it('go by the tax id of the supplier, and fill queues that take nothing by themselves', async () => {
    const owner = await world.person('Gina', 'admin')
    const made = await world.ask(owner, '/queues', {
      method: 'POST',
      body: new URLSearchParams({ name: 'Northwind only', byRule: 'yes', dueHours: '3' }),
    })
    assert.equal(made.headers.get('Location'), '/queues?notice=saved#rules')
    const [queue] = await world.queues.list(owner.organisationId)
    const before = await sendInvoice(world, owner, { number: 'T-1' })
    await add(owner, 'Another one', { taxId: 'DE136695976' }, { person: owner.userId })
    await add(owner, 'Northwind', { taxId: 'GB 980 7806 84' }, { queue: queue?.id })
    const id = await sendInvoice(world, owner, { number: 'T-2' })
    assert.deepEqual([(await place(owner, before))?.queue, (await place(owner, id))?.queue], [null, 'Northwind only'])
  })

  it('are kept, put in order and applied on their screen by plain forms', async () => {
    const owner = await world.person('Iris', 'admin')
    const form = (path: string, fields: Readonly<Record<string, string>>) =>
      world.ask(owner, path, { method: 'POST', body: new URLSearchParams(fields) })
    const id = await sendInvoice(world, owner, { number: 'S-1' })
    const refused = await form('/routing', { name: 'Large', 'when.least': '1,000.50' })
    assert.equal(refused.status, 422)
    const said = await refused.text()
    assert.match(said, /A total needs its currency/)
    assert.match(said, /Name a queue, a person, an approver or a deadline/)
    const large = { name: 'Large', 'when.currency': 'gbp', 'when.least': '1,000.50', 'to.person': owner.userId }
    assert.equal((await form('/routing', large)).headers.get('Location'), '/routing?notice=saved')
    await form('/routing', { name: 'Pounds', 'when.currency': 'GBP', 'to.person': owner.userId, 'to.dueHours': '4' })
    const [first, second] = await rules(owner)
    assert.deepEqual(
      [first?.name, second?.name, (first as unknown as { when: object }).when],
      ['Large', 'Pounds', { type: null, taxId: null, supplier: null, source: null, currency: 'GBP', least: '1000.50', most: null }],
    )
    const version = (await call(owner, 'GET', '')).tag.replaceAll('"', '')
    const step = { id: second?.id ?? '', step: 'up', version }
    assert.equal((await form('/routing/order', step)).headers.get('Location'), '/routing?notice=saved')
    assert.equal(
      (await form('/routing/order', { ...step, step: 'down' })).headers.get('Location'),
      '/routing?notice=changed',
      'an old page',
    )
    const list = await (await world.ask(owner, '/routing')).text()
    assert.match(list, /1 waiting document would go somewhere else/)
    const moved = await form('/routing/moves', { version: (await call(owner, 'GET', '')).tag.replaceAll('"', '') })
    assert.equal(moved.headers.get('Location'), '/routing?notice=moved&count=1')
    assert.equal((await place(owner, id))?.rule, 'Pounds')
    const removed = await form('/routing', { id: first?.id ?? '', version: '1', action: 'remove' })
    assert.equal(removed.headers.get('Location'), '/routing?notice=removed')
  })

  it('are put in order, removed, and refused where they cannot be', async () => {
    const owner = await world.person('Hana', 'admin')
    const [a, b] = [await add(owner, 'A', {}, { person: owner.userId }), await add(owner, 'B', {}, { dueHours: 5 })]
    const { tag } = await call(owner, 'GET', '')
    assert.equal((await call(owner, 'PUT', '/order', { ids: [b.id] }, { 'If-Match': tag })).status, 412)
    const ordered = await call(owner, 'PUT', '/order', { ids: [b.id, a.id] }, { 'If-Match': tag })
    assert.deepEqual(
      ordered.json.items.map(({ name }: Rule) => name),
      ['B', 'A'],
    )
    assert.notEqual(ordered.tag, tag)
    assert.equal((await call(owner, 'DELETE', `/${b.id}`, undefined, { 'If-Match': '"1"' })).status, 204)
    assert.deepEqual(
      (await rules(owner)).map(({ name }) => name),
      ['A'],
    )
    const refused = await call(owner, 'POST', '', { name: 'X', when: { supplier: 'no such code' }, to: { dueHours: 1 } })
    assert.deepEqual([refused.status, refused.json.field], [422, 'when.supplier'])
    assert.equal((await call(boris, 'POST', '', { name: 'X', when: {}, to: { dueHours: 1 } })).status, 403)
    const twice = { 'Idempotency-Key': 'rule-0001' }
    const body = { name: 'Once', when: {}, to: { dueHours: 1 } }
    const first = await call(owner, 'POST', '', body, twice)
    assert.equal((await call(owner, 'POST', '', body, twice)).json.id, first.json.id)
    assert.equal((await rules(owner)).length, 2)
    assert.deepEqual((await rules(vera)).length, 3, 'others of the house see their own rules only')
  })
})
