import assert from 'node:assert/strict'
import { createHmac, randomBytes } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, afterEach, before, beforeEach, describe, it } from 'node:test'
import { SMTPServer } from 'smtp-server'
import { alert } from '../adapters/db/alerts.ts'
import { appendEvent } from '../adapters/db/events.ts'
import { createAccounts, createNoticeOutbox, createNotices, type Database, openDatabase } from '../adapters/db/index.ts'
import { sql } from '../adapters/db/sql.ts'
import { withClient } from '../adapters/db/with-client.ts'
import { createLog } from '../adapters/log.ts'
import { createMailer } from '../adapters/mail/index.ts'
import { createReach, senderOf } from '../adapters/webhooks/index.ts'
import { NOTICE_KINDS } from '../core/notices/index.ts'
import type { Role } from '../core/permissions.ts'
import { startSender } from '../workers/start-sender.ts'
import { tellerOf } from '../workers/tell.ts'
import { createFigureRows } from './figure-rows.ts'
import { startTestPostgres, type TestPostgres } from './postgres.ts'
import { eventually } from './workflow/wait.ts'

interface Letter {
  readonly to: string
  readonly id: string
  readonly subject: string
  readonly raw: string
}

/** A real SMTP server; `answer` says what it does with the n-th message: null takes it. */
async function mailbox(answer: (n: number) => number | null = () => null) {
  const letters: Letter[] = []
  let attempts = 0
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, session, done) {
      let raw = ''
      for await (const chunk of stream) raw += chunk
      const code = answer(attempts++)
      if (code !== null) return done(Object.assign(new Error('not now'), { responseCode: code }))
      letters.push({
        to: session.envelope.rcptTo.map(({ address }) => address).join(),
        id: /^Message-ID: (.*)$/im.exec(raw)?.[1] ?? '',
        subject: subjectOf(raw),
        raw,
      })
      done()
    },
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', () => ready()))
  const url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return { url, letters, attempts: () => attempts, close: () => new Promise<void>((closed) => server.close(() => closed())) }
}

function subjectOf(raw: string): string {
  const folded = /^Subject: ((?:.*\r?\n[ \t])*.*)$/im.exec(raw)?.[1] ?? ''
  return folded
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_, text: string) => Buffer.from(text, 'base64').toString())
    .replace(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_, text: string) => decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')))
    .replace(/\r?\n\s+/g, ' ')
}

async function chat() {
  const calls: { readonly headers: IncomingHttpHeaders; readonly body: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    calls.push({ headers: request.headers, body })
    response.end('ok')
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const close = () =>
    new Promise<void>((closed) => {
      server.close(() => closed())
      server.closeAllConnections()
    })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/secret-path`, calls, close }
}

describe('notifications', () => {
  let server: TestPostgres
  let db: Database
  let databaseUrl: string
  const masterKey = randomBytes(32)
  const logged: string[] = []
  const open: { close(): unknown }[] = []
  const started: { stop(): Promise<void> }[] = []
  before(async () => {
    server = await startTestPostgres()
  })
  // A sender works for the whole installation: each test has one of its own.
  beforeEach(async () => {
    databaseUrl = await server.database()
    db = openDatabase(
      databaseUrl,
      createLog('error', () => {}),
    )
  })
  afterEach(async () => {
    await Promise.all(started.splice(0).map((sender) => sender.stop()))
    await Promise.all(open.splice(0).map((one) => one.close()))
    await db.close()
  })
  after(() => server.stop())

  const opened = <T extends { close(): unknown }>(one: T): T => {
    open.push(one)
    return one
  }
  const send = (smtp: string | null, scheduleS: readonly number[] = [0.1, 0.1, 0.1]) => {
    const mailer = smtp === null ? null : opened(createMailer(smtp, 'Docket <docket@books.example>'))
    const sender = startSender({
      outbox: createNoticeOutbox(db, masterKey, mailer !== null),
      send: tellerOf({ mailer, post: senderOf(createReach(['127.0.0.1']), 2_000), baseUrl: 'https://docket.example' }),
      log: createLog('info', (line) => logged.push(line)),
      what: 'notice',
      scheduleS,
      pollMs: 50,
    })
    started.push(sender)
    return sender
  }
  async function world() {
    const accounts = createAccounts(db)
    const organisationId = await accounts.createOrganisation('Specimen GmbH')
    let n = 0
    const person = async (role: Role) => {
      const email = `${role}${++n}.${organisationId.slice(-6)}@people.example`
      return { email, id: await accounts.createUser(organisationId, { email, name: `Name ${n}`, role }) }
    }
    const rows = createFigureRows(db, organisationId)
    const documentId = await rows.document({ at: new Date().toISOString(), seller: 'Secret Seller' })
    const tx = (statement: ReturnType<typeof sql>) => db.transaction(organisationId, (one) => one.run(statement))
    await tx(sql`insert into queue_entries (document_id, organisation_id, run) values (${documentId}, ${organisationId}, 1)`)
    const happen = (kind: string, actor: string, key = kind) =>
      db.transaction(organisationId, (one) =>
        appendEvent(one, {
          organisation_id: organisationId,
          document_id: documentId,
          key,
          kind,
          status: 'review',
          actor,
          reason: { code: kind, message: 'Secret note' },
          result: null,
          version: 1,
        }),
      )
    const open = (column: 'pending' | 'delivered' | 'failed') =>
      db.transaction(organisationId, async (one) => one.run(sql`update notice_sends set last_at = last_at where state = ${column}`))
    return { organisationId, documentId, person, tx, happen, count: open, notices: createNotices(db, masterKey) }
  }

  it('tell the assignee of an assignment, everybody responsible of a reminder, and never the one who did it', async () => {
    const { person, tx, happen, documentId } = await world()
    const [anna, boris, admin] = [await person('reviewer'), await person('reviewer'), await person('admin')]
    const box = opened(await mailbox())
    await happen('review_reminded', 'system')
    await tx(sql`update queue_entries set assignee = ${anna.id} where document_id = ${documentId}`)
    send(box.url)
    await eventually('the assignee has it', () => box.letters.length >= 1)
    await happen('assigned', admin.id, 'assigned:1')
    await eventually('two letters', () => box.letters.length === 2)
    await tx(sql`update queue_entries set assignee = null where document_id = ${documentId}`)
    await happen('escalated', boris.id, 'aside:1')
    await eventually('three letters', () => box.letters.length === 3)
    await happen('review_escalated', 'system')
    await eventually('four letters', () => box.letters.length === 4)
    assert.deepEqual(
      box.letters.map(({ to, subject }) => [to, subject]),
      [
        [anna.email, 'Docket: Документ всё ещё ждёт решения'],
        [anna.email, 'Docket: Вам назначен документ'],
        [anna.email, 'Docket: Документ просрочен или передан'],
        [admin.email, 'Docket: Документ просрочен или передан'],
      ],
    )
    for (const { raw } of box.letters) assert.doesNotMatch(raw, /Secret/)
    // Quoted-printable breaks long lines with a sign of equality.
    assert.ok(box.letters[0]?.raw.replace(/=\r?\n/g, '').includes(`https://docket.example/documents/${documentId}`))
  })

  it('tell other approvers of a document on hold', async () => {
    const { person, happen } = await world()
    const [first, second] = [await person('approver'), await person('approver')]
    const box = opened(await mailbox())
    await happen('first_approved', first.id)
    send(box.url)
    await eventually('a letter', () => box.letters.length === 1)
    assert.equal(box.letters[0]?.to, second.email)
  })

  it('take a new kind of event with one row', async () => {
    const { person, happen } = await world()
    const admin = await person('admin')
    await withClient(databaseUrl, (client) => client.query("insert into notice_sources values ('bank_changed', 'escalation', 'superiors')"))
    const box = opened(await mailbox())
    await happen('bank_changed', 'system')
    await happen('review_saved', 'system')
    send(box.url)
    await eventually('a letter', () => box.letters.length === 1)
    assert.equal(box.letters[0]?.to, admin.email)
  })

  it('come once each, under one id, from a server that fails, through two senders and the same event twice', async () => {
    const { person, happen } = await world()
    const people = await Promise.all(Array.from({ length: 3 }, () => person('reviewer')))
    // Every third attempt is put off.
    const box = opened(await mailbox((n) => (n % 3 === 2 ? 451 : null)))
    for (let i = 0; i < 8; i++) await happen('review_reminded', 'system', `reminded:${i}`)
    await assert.rejects(happen('review_reminded', 'system', 'reminded:0'))
    const often: readonly number[] = Array(9).fill(0.05)
    const senders = [send(box.url, often), send(box.url, often)]
    await eventually('all letters', () => box.letters.length === 24, 60_000)
    await Promise.all(senders.map((one) => one.stop()))
    assert.equal(box.letters.length, 24)
    assert.equal(new Set(box.letters.map(({ to, id }) => `${to} ${id}`)).size, 24)
    for (const { email } of people) assert.equal(box.letters.filter(({ to }) => to === email).length, 8)
    assert.ok(box.attempts() > 24)
  })

  it('are given up where the server says never, and wait where it is not there', async () => {
    const { person, happen, count } = await world()
    await person('reviewer')
    const never = opened(await mailbox(() => 550))
    await happen('review_reminded', 'system')
    const first = send(never.url)
    await eventually('it failed', async () => (await count('failed')) === 1)
    assert.equal(never.attempts(), 1)
    await first.stop()
    const gone = send('smtp://127.0.0.1:9')
    await happen('review_reminded', 'system', 'again')
    await eventually('it was tried in vain', async () => logged.some((line) => line.includes('ECONNREFUSED') || line.includes('ESOCKET')))
    await gone.stop()
    assert.ok((await count('pending')) + (await count('failed')) === 2)
  })

  it('follow each person’s own choice', async () => {
    const { person, happen, notices, organisationId } = await world()
    const [silent, loud] = [await person('reviewer'), await person('reviewer')]
    await notices.saveSettings(organisationId, silent.id, { emailKinds: ['hold'], digestHour: null })
    const box = opened(await mailbox())
    await happen('review_reminded', 'system')
    send(box.url)
    await eventually('a letter', () => box.letters.length === 1)
    assert.equal(box.letters[0]?.to, loud.email)
  })

  it('tell administrators once that a language model reads worse, where their organisation asks its provider', async () => {
    const { person, tx, organisationId } = await world()
    const [admin] = [await person('admin'), await person('reviewer')]
    const other = await world()
    await other.person('admin')
    await tx(
      sql`insert into llm_permissions (organisation_id, type, provider, allowed_by) values (${organisationId}, 't', 'far', ${admin.id})`,
    )
    await db.system((one) => alert(one, 'llm_reads_worse', 'check-1', { provider: 'far', model: 'm-2', type: 't', fields: ['number'] }))
    const box = opened(await mailbox())
    const outbox = createNoticeOutbox(db, masterKey, true)
    for (let i = 0; i < 3; i++) await outbox.spread()
    send(box.url)
    await eventually('a letter', () => box.letters.length >= 1)
    await outbox.spread()
    assert.deepEqual(
      box.letters.map(({ to, subject }) => [to, subject]),
      [[admin.email, 'Docket: Языковая модель читает известные документы хуже, чем раньше']],
    )
    const [, body = ''] = box.letters[0]?.raw.split('\r\n\r\n') ?? []
    assert.match(Buffer.from(body, 'base64').toString(), /docket\.example\/language-models/)
  })

  it('bring a digest once a day, and none where nothing waits', async () => {
    const { person, notices, organisationId } = await world()
    const reader = await person('reviewer')
    await notices.saveSettings(organisationId, reader.id, { emailKinds: [], digestHour: 0 })
    const empty = await createAccounts(db).createOrganisation('Nothing waits')
    const idle = await createAccounts(db).createUser(empty, {
      email: `idle.${empty.slice(-6)}@people.example`,
      name: 'Idle',
      role: 'reviewer',
    })
    await notices.saveSettings(empty, idle, { emailKinds: [], digestHour: 0 })
    const box = opened(await mailbox())
    const outbox = createNoticeOutbox(db, masterKey, true)
    for (let i = 0; i < 3; i++) await outbox.spread()
    send(box.url)
    await eventually('a letter', () => box.letters.length >= 1)
    await outbox.spread()
    assert.deepEqual(
      box.letters.map(({ to, subject }) => [to, subject]),
      [[reader.email, 'Docket: Документы, которые ждут сегодня']],
    )
  })

  it('reach a chat signed, without e-mail set up; the log names nobody', async () => {
    const { person, happen, notices, organisationId, documentId } = await world()
    const [anna] = [await person('reviewer')]
    const [own, shared, other] = [opened(await chat()), opened(await chat()), opened(await chat())]
    const secret = await notices.addRoom(organisationId, { url: own.url, kinds: [...NOTICE_KINDS], userId: anna.id })
    await notices.addRoom(organisationId, { url: shared.url, kinds: ['reminder'], userId: null })
    await notices.addRoom(organisationId, { url: other.url, kinds: ['hold'], userId: null })
    await happen('review_reminded', 'system')
    send(null)
    await eventually('both rooms', () => own.calls.length === 1 && shared.calls.length === 1)
    assert.equal(other.calls.length, 0)
    const { headers, body } = own.calls[0]!
    const told = JSON.parse(body) as Record<string, string>
    assert.deepEqual([told.kind, told.link], ['reminder', `https://docket.example/documents/${documentId}`])
    assert.doesNotMatch(body, /Secret/)
    // Standard Webhooks: HMAC over id.timestamp.body.
    const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
    const signature = createHmac('sha256', key).update(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`).digest('base64')
    assert.equal(headers['webhook-signature'], `v1,${signature}`)
    assert.ok(logged.some((line) => line.includes('notice_sent')))
    for (const line of logged) assert.doesNotMatch(line, /people\.example|Name \d|Secret|hooks\/secret-path/)
    // A removed room hears nothing more; somebody else's cannot be removed.
    const [mine] = (await notices.rooms(organisationId, anna.id)).filter(({ isOwn }) => isOwn)
    await notices.removeRoom(organisationId, mine?.id ?? '', 'somebody', true)
    assert.equal((await notices.rooms(organisationId, anna.id)).length, 3)
    await notices.removeRoom(organisationId, mine?.id ?? '', anna.id, false)
    assert.equal((await notices.rooms(organisationId, anna.id)).length, 2)
  })
})
