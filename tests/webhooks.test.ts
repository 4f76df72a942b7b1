import assert from 'node:assert/strict'
import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import { after, before, describe, it } from 'node:test'
import {
  createAccounts,
  createDocuments,
  createMessageOutbox,
  createWebhooks,
  type Database,
  newId,
  openDatabase,
} from '../adapters/db/index.ts'
import { addMessage } from '../adapters/db/message-outbox.ts'
import { createLog } from '../adapters/log.ts'
import { checkTarget, createReach, post, senderOf, signedHeaders } from '../adapters/webhooks/index.ts'
import { startSender } from '../workers/start-sender.ts'
import { startTestPostgres, type TestPostgres } from './postgres.ts'
import { eventually } from './workflow/wait.ts'

const silent = createLog('error', () => {})

interface Receiver {
  readonly url: string
  readonly seen: { readonly id: string; readonly headers: IncomingMessage['headers']; readonly body: string }[]
  close(): Promise<void>
}

const receivers: Receiver[] = []

/** Answers what `statusOf` says for the n-th call; null = never. */
async function receiver(statusOf: (call: number, id: string) => number | null): Promise<Receiver> {
  const seen: Receiver['seen'] = []
  const server: Server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const id = String(request.headers['webhook-id'])
    seen.push({ id, headers: request.headers, body })
    const status = statusOf(seen.length - 1, id)
    if (status !== null) response.writeHead(status, status === 302 ? { Location: 'http://127.0.0.1:1/' } : {}).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const made: Receiver = {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}/hook`,
    seen,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
  receivers.push(made)
  return made
}

describe('webhooks', () => {
  let server: TestPostgres
  let db: Database
  let organisationId: string
  let documentId: string
  const masterKey = randomBytes(32)
  const own = createReach(['127.0.0.1'])
  const started: { stop(): Promise<void> }[] = []
  const sent = (scheduleS: readonly number[], timeoutMs = 1_000) => {
    const sender = startSender({
      outbox: createMessageOutbox(db, masterKey),
      send: senderOf(own, timeoutMs),
      log: silent,
      scheduleS,
      pollMs: 50,
    })
    started.push(sender)
    return sender
  }
  const happen = (count: number, name: string) =>
    db.transaction(organisationId, async (tx) => {
      for (let i = 0; i < count; i++)
        await addMessage(tx, { organisationId, documentId, key: `${name}${i}` }, 'record.approved', { recordId: `${name}${i}` })
    })
  const webhooks = () => createWebhooks(db, masterKey)
  const listen = (url: string) => webhooks().create(organisationId, { url, kinds: ['record.approved'], createdBy: 'x' })

  before(async () => {
    server = await startTestPostgres()
    db = openDatabase(await server.database(), silent)
    organisationId = await createAccounts(db).createOrganisation('Specimen GmbH')
    documentId = newId()
    const file = { sha256: randomBytes(32).toString('hex'), bytes: 1, mediaType: 'application/pdf' }
    await createDocuments(db).accept({
      documentId,
      organisationId,
      userId: 'x',
      fileName: 'a.pdf',
      file,
      type: 'auto',
      idempotencyKey: null,
    })
  })
  after(async () => {
    // A test that failed half-way left its own running.
    await Promise.all(started.map((sender) => sender.stop()))
    await Promise.all(receivers.map((one) => one.close()))
    await db.close()
    await server.stop()
  })

  it('are signed as the published vector of Standard Webhooks says', () => {
    const headers = signedHeaders('msg_p5jXN8AQM9LWM0D4loKWxJek', 1_614_265_330_000, '{"test": 2432232314}', [
      'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
    ])
    assert.equal(headers['webhook-signature'], 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
    assert.equal(headers['webhook-timestamp'], '1614265330')
  })

  it('reach a receiver that fails three times in ten with every one of 1,000 events, under one id each, while another never answers (row 29)', async () => {
    let state = 7
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state / 2_147_483_648
    }
    const accepted = new Set<string>()
    const moody = await receiver((_, id) => {
      if (random() < 0.3) return [500, 503, 302, 404][Math.floor(random() * 4)]!
      accepted.add(id)
      return 204
    })
    const dead = await receiver(() => null)
    const [first, second] = [await listen(moody.url), await listen(dead.url)]
    await happen(1000, 'event')
    const senders = [sent(Array(9).fill(0.05)), sent(Array(9).fill(0.05))]
    await eventually('all of them', () => accepted.size === 1000, 120_000)
    await Promise.all(senders.map((one) => one.stop()))
    const bodies = new Map(moody.seen.map(({ id, body }) => [id, body]))
    assert.equal(bodies.size, 1000)
    for (const { id, body } of moody.seen) assert.equal(body, bodies.get(id), 'the same bytes at every attempt')
    const told = JSON.parse(moody.seen[0]!.body) as Record<string, unknown>
    assert.deepEqual(
      [told.specversion, told.id, told.type, typeof told.source, typeof told.time, typeof told.timestamp],
      ['1.0', moody.seen[0]!.id, 'record.approved', 'string', 'string', 'string'],
    )
    for (const { id } of [first, second]) await webhooks().remove(organisationId, id)
    await Promise.all([moody.close(), dead.close()])
  })

  it('carry the old and the new signature for a while after the secret was changed', async () => {
    const hook = await receiver(() => 200)
    const { id, secret } = await listen(hook.url)
    const changed = (await webhooks().rotate(organisationId, id))!
    await happen(1, 'rotation')
    const sender = sent([])
    await eventually('the call', () => hook.seen.length === 1, 20_000)
    await sender.stop()
    const { headers, body } = hook.seen[0]!
    const signatures = String(headers['webhook-signature']).split(' ')
    for (const one of [changed, secret]) {
      const key = Buffer.from(one.slice('whsec_'.length), 'base64')
      const signature = createHmac('sha256', key)
        .update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`)
        .digest('base64')
      assert.ok(signatures.includes(`v1,${signature}`))
    }
    await webhooks().remove(organisationId, id)
    await hook.close()
  })

  it('stop at 410, keep what waits, and send a span of time again under the same ids', async () => {
    let gone = true
    const hook = await receiver(() => (gone ? 410 : 200))
    const { id } = await listen(hook.url)
    const since = new Date().toISOString()
    await happen(1, 'gone')
    const sender = sent([0.05])
    const state = async () => (await webhooks().get(organisationId, id))?.disabled
    await eventually('to be off', async () => (await state()) === 'gone', 20_000)
    await happen(2, 'while-gone')
    await eventually('two to wait', async () => (await webhooks().get(organisationId, id))?.pending === 2, 20_000)
    assert.equal(hook.seen.length, 1)
    gone = false
    await webhooks().enable(organisationId, id)
    await eventually('those that waited', () => hook.seen.length === 3, 20_000)
    assert.equal(await webhooks().replay(organisationId, id, since, new Date(Date.now() + 1000).toISOString()), 3)
    await eventually('all three again', () => hook.seen.length === 6, 20_000)
    await sender.stop()
    assert.equal(new Set(hook.seen.map((one) => one.id)).size, 3)
    const { items } = await webhooks().deliveries(organisationId, id, null, 10)
    assert.deepEqual(
      items.map((one) => [one.state, one.attempts, one.lastStatus]),
      Array(3).fill(['delivered', 1, 200]),
    )
    await webhooks().remove(organisationId, id)
    await hook.close()
  })

  it('give up after the last attempt and switch a receiver off that has failed all along', async () => {
    const hook = await receiver(() => 500)
    const { id } = await listen(hook.url)
    await happen(1, 'hopeless')
    const sender = sent([0.02, 0.02])
    await eventually('the end', async () => (await webhooks().get(organisationId, id))?.disabled === 'failing', 20_000)
    await sender.stop()
    assert.equal(hook.seen.length, 3)
    await webhooks().remove(organisationId, id)
    await hook.close()
  })

  it('go nowhere inside, however it is spelled, neither when registered nor when called (row 30)', async () => {
    const inside = await receiver(() => 200)
    const { port } = new URL(inside.url)
    const closed = createReach([])
    const hosts = [
      ...[
        '127.0.0.1',
        'localhost',
        'localhost.',
        'LOCALHOST',
        '127.1',
        '127.0.1',
        '2130706433',
        '0x7f000001',
        '0x7f.1',
        '017700000001',
        '0177.0.0.1',
      ],
      ...[
        '0',
        '0.0.0.0',
        '10.0.0.1',
        '172.16.0.1',
        '172.31.255.254',
        '192.168.1.1',
        '169.254.169.254',
        '100.64.0.1',
        '192.0.0.8',
        '198.18.0.1',
      ],
      ...[
        '192.0.2.1',
        '198.51.100.1',
        '203.0.113.1',
        '224.0.0.1',
        '255.255.255.255',
        '[::1]',
        '[::]',
        '[::ffff:127.0.0.1]',
        '[::ffff:7f00:1]',
      ],
      ...[
        '[0:0:0:0:0:ffff:10.0.0.1]',
        '[64:ff9b::7f00:1]',
        '[fc00::1]',
        '[fd12:3456::1]',
        '[fe80::1]',
        '[2001:db8::1]',
        '[2002:7f00:1::]',
        '[ff02::1]',
      ],
      ...['[2001::1]', '[::127.0.0.1]', 'ⓛocalhost', '127。0。0。1'],
    ]
    assert.ok(hosts.length >= 40)
    for (const host of hosts) {
      for (const scheme of ['http', 'https']) {
        const url = `${scheme}://${host}:${port}/`
        const target = await checkTarget(url, closed)
        assert.equal(target.kind, 'refused', url)
        const posted = await post({ url, headers: {}, body: '{}', timeoutMs: 2_000 }, closed)
        assert.ok(
          posted.status === null && ['refused_address', 'ENOTFOUND', 'EAI_AGAIN'].includes(posted.error),
          `${url} ${JSON.stringify(posted)}`,
        )
      }
    }
    const others = [
      'file:///etc/passwd',
      'ftp://example.com/',
      'gopher://example.com/',
      'https://user:secret@1.1.1.1/',
      'https://1.1.1.1:5432/',
    ]
    for (const url of [
      ...others,
      'http://1.1.1.1/',
      'https://',
      'javascript:alert(1)',
      `https://1.1.1.1/${'x'.repeat(10_000)}`,
      'https://nowhere.invalid/',
    ])
      assert.equal((await checkTarget(url, closed)).kind, 'refused', url.slice(0, 60))
    assert.equal((await checkTarget('https://1.1.1.1/hook', closed)).kind, 'good')
    assert.equal((await checkTarget(inside.url, createReach(['127.0.0.0/8']))).kind, 'good')
    assert.equal((await checkTarget(`http://localhost:${port}/`, createReach(['localhost']))).kind, 'good')
    assert.equal(inside.seen.length, 0, 'nobody was called')
    await inside.close()
  })
})
