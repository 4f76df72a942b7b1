import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

/** Repeated requests (RELIABILITY row 5): one effect, and the answer of the first time. */
describe('an Idempotency-Key', () => {
  let world: World
  let admin: SignedIn
  let recordId = ''
  const pdf = (number: string) =>
    new Uint8Array(invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
  before(async () => {
    world = await createWorld({ DOCKET_WEBHOOK_ALLOW: '127.0.0.1' })
    admin = await world.person('Admin', 'admin')
  })
  after(() => world.close())

  const post = (path: string, key: string | null, body: BodyInit | null, who = admin, headers: Record<string, string> = {}) =>
    world.ask(who, path, { method: 'POST', body, headers: { ...(key !== null && { 'Idempotency-Key': key }), ...headers } })
  const told = async (answer: Response) => ({
    status: answer.status,
    body: await answer.text(),
    type: answer.headers.get('content-type'),
    location: answer.headers.get('location'),
  })
  const webhook = (url = 'http://127.0.0.1:9/') => JSON.stringify({ url, kinds: ['record.approved'] })
  const webhooks = async () => ((await (await world.ask(admin, '/api/v1/webhooks')).json()) as { items: unknown[] }).items.length

  it('gives an upload the same answer after the document has moved on', async () => {
    const first = await told(await post('/api/v1/documents', 'upload-1', pdf('ID-1')))
    assert.equal(first.status, 202)
    await world.work()
    const { id } = JSON.parse(first.body) as { id: string }
    const now = (await (await world.ask(admin, `/api/v1/documents/${id}`)).json()) as { status: string; version: number }
    assert.notEqual(now.status, 'received')
    assert.deepEqual(await told(await post('/api/v1/documents', 'upload-1', pdf('ID-1'))), first)
    const other = await post('/api/v1/documents', 'upload-1', pdf('ID-2'))
    assert.deepEqual([other.status, ((await other.json()) as { code: string }).code], [422, 'idempotency_mismatch'])
    const approve = JSON.stringify({ action: 'approve', fields: {} })
    const json = { 'Content-Type': 'application/json', 'If-Match': `"${now.version}"` }
    if (now.status === 'review') assert.equal((await post(`/api/v1/documents/${id}/review`, null, approve, admin, json)).status, 200)
    const { items } = (await (await world.ask(admin, '/api/v1/records')).json()) as { items: { id: string }[] }
    recordId = items[0]!.id
  })

  it('of a colleague is another key', async () => {
    const colleague = await world.colleague(admin, 'admin')
    const mine = await told(await post('/api/v1/documents', 'shared', pdf('ID-3')))
    const theirs = await told(await post('/api/v1/documents', 'shared', pdf('ID-4'), colleague))
    assert.deepEqual([mine.status, theirs.status], [202, 202])
    assert.notEqual(JSON.parse(mine.body).id, JSON.parse(theirs.body).id)
  })

  it('makes one webhook of 64 requests at once, and shows its secret again to whoever repeats', async () => {
    const before = await webhooks()
    const answers = await Promise.all(Array.from({ length: 64 }, () => post('/api/v1/webhooks', 'hook-1', webhook())))
    assert.ok(
      answers.every(({ status }) => status === 201 || status === 409),
      answers.map(({ status }) => status).join(),
    )
    assert.equal(await webhooks(), before + 1)
    const first = await told(answers.find(({ status }) => status === 201)!)
    assert.deepEqual(await told(await post('/api/v1/webhooks', 'hook-1', webhook())), first)
    assert.match(first.body, /whsec_/)
    const second = await world.another()
    const elsewhere = await fetch(`${second.url}/api/v1/webhooks`, {
      method: 'POST',
      body: webhook(),
      headers: { Cookie: admin.cookie, Origin: second.url, 'Idempotency-Key': 'hook-1' },
    })
    assert.equal(elsewhere.headers.get('idempotency-replayed'), 'true')
    assert.deepEqual(await told(elsewhere), first, 'whichever process answers')
    await second.close()
    assert.equal((await post('/api/v1/webhooks', 'hook-1', webhook('http://127.0.0.1:10/'))).status, 422)
    assert.equal(await webhooks(), before + 1)
  })

  it('acknowledges a record once', async () => {
    const body = '{"status":"posted"}'
    const first = await told(await post(`/api/v1/records/${recordId}/ack`, 'ack-1', body))
    assert.equal(first.status, 200)
    const again = await post(`/api/v1/records/${recordId}/ack`, 'ack-1', body)
    assert.equal(again.headers.get('idempotency-replayed'), 'true')
    assert.deepEqual(await told(again), first)
  })

  it('is free again after a refusal, which changed nothing', async () => {
    const before = await webhooks()
    assert.equal((await post('/api/v1/webhooks', 'refused', webhook('http://10.0.0.1/'))).status, 422)
    assert.equal((await post('/api/v1/webhooks', 'refused', webhook('http://127.0.0.1:11/'))).status, 201)
    assert.equal(await webhooks(), before + 1)
    for (const bad of ['', 'two words', 'x'.repeat(201)]) assert.equal((await post('/api/v1/webhooks', bad, webhook())).status, 400, bad)
  })
})
