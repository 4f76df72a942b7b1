import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import fc from 'fast-check'
import pg from 'pg'
import { startTestPostgres, type TestPostgres } from '../../tests/postgres.ts'
import { createLog } from '../log.ts'
import { newId } from './ids.ts'
import {
  createAccessLog,
  createAccounts,
  createDocuments,
  createKeptReplies,
  createRateLimits,
  createRunOut,
  type Database,
  openDatabase,
} from './index.ts'

const KEPT = { accessLogDays: 365, intakeJournalDays: 365 }
const MASTER_KEY = new Uint8Array(32).fill(7)
let server: TestPostgres
let url = ''
let db: Database
let organisationId = ''
before(async () => {
  server = await startTestPostgres()
  url = await server.database()
  db = openDatabase(url, createLog('error'))
  organisationId = await createAccounts(db).createOrganisation('Specimen GmbH')
})
after(async () => {
  await db.close()
  await server.stop()
})

const asOwner = async (statement: string) => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query(statement)).rows as Record<string, unknown>[]
  } finally {
    await client.end()
  }
}
const upload = (content: number, idempotencyKey: string | null, userId = 'someone') => ({
  documentId: newId(),
  organisationId,
  userId,
  fileName: 'invoice.pdf',
  file: { sha256: content.toString(16).padStart(64, '0'), bytes: 1, mediaType: 'application/pdf' },
  type: 'auto',
  idempotencyKey,
})

describe('what has run out', () => {
  it('is removed a day after its key was sent, and the key is free for another request', async () => {
    const documents = createDocuments(db)
    const replies = createKeptReplies(db, MASTER_KEY)
    const request = { organisationId, caller: 'someone', key: 'k', sha256: 'a', about: [] }
    await documents.accept(upload(1, 'k'))
    await replies.claim(request)
    await replies.keep(request, { status: 201, headers: {}, body: 'secret' }, [])
    const { sweep } = createRunOut(db, KEPT)
    assert.deepEqual(await sweep(), {})
    assert.deepEqual(await replies.claim(request), { kind: 'answered', reply: { status: 201, headers: {}, body: 'secret' } })
    assert.deepEqual(await replies.claim({ ...request, sha256: 'b' }), { kind: 'another request' })
    assert.deepEqual(await replies.claim({ ...request, caller: 'other', sha256: 'b' }), { kind: 'mine' })
    await assert.rejects(documents.accept(upload(2, 'k')))
    const [row] = await asOwner('select reply from kept_replies where reply is not null')
    assert.ok(!(row!.reply as Buffer).includes('secret'), 'answers are sealed at rest')
    for (const table of ['idempotency_keys', 'kept_replies']) await asOwner(`update ${table} set created_at = now() - interval '25 hours'`)
    assert.deepEqual(await sweep(), { idempotency_keys: 1, kept_replies: 2 })
    assert.equal((await documents.accept(upload(2, 'k'))).duplicateOf, null)
  })

  it('leaves a key with whoever works under it, until that process must be dead', async () => {
    const replies = createKeptReplies(db, MASTER_KEY)
    const request = { organisationId, caller: 'someone', key: 'lease', sha256: 'a', about: [] }
    assert.equal((await replies.claim(request)).kind, 'mine')
    assert.equal((await replies.claim(request)).kind, 'in work')
    await asOwner(`update kept_replies set taken_until = now() - interval '1 second' where key = 'lease'`)
    assert.equal((await replies.claim({ ...request, sha256: 'b' })).kind, 'another request')
    assert.equal((await replies.claim(request)).kind, 'mine')
    await replies.giveBack(request)
    assert.equal((await replies.claim({ ...request, sha256: 'b' })).kind, 'mine')
  })

  it('clears shares that are whole again, sessions that are over and the oldest of the access log, and nothing younger', async () => {
    const limits = createRateLimits(db)
    await limits.take('whole', { perMinute: 1, burst: 10 })
    await limits.take('used', { perMinute: 1, burst: 10 })
    await asOwner(`update rate_limits set used_until = now() - interval '1 second' where key = 'whole'`)
    const accounts = createAccounts(db)
    const userId = await accounts.createUser(organisationId, { email: 'a@example.com', name: 'A', role: 'admin' })
    const old = await accounts.redeem(await accounts.createLink(userId))
    const live = await accounts.redeem(await accounts.createLink(userId))
    await accounts.end(old!.token)
    await asOwner(`update sessions set revoked_at = now() - interval '31 days' where revoked_at is not null`)
    const access = createAccessLog(db)
    for (const kind of ['old', 'young'])
      await access.write({ organisationId: kind === 'old' ? null : organisationId, kind, actor: null, address: '' })
    // The trigger binds the owner too; only a superuser can make a row older than it is.
    const aged = `insert into access_events (id, organisation_id, kind, address, created_at) values ('1', '${organisationId}', 'aged', '', now() - interval '400 days')`
    await asOwner(aged)
    assert.deepEqual(await createRunOut(db, KEPT).sweep(), { rate_limits: 1, sessions: 1, access_events: 1 })
    assert.ok(await accounts.session(live!.token))
    assert.deepEqual(await createRunOut(db, KEPT).sweep(), {})
    await assert.rejects(asOwner(`delete from access_events where kind = 'young'`), /append-only/)
    await assert.rejects(asOwner(`update access_events set kind = 'x' where kind = 'young'`), /append-only/)
  })

  it('keeps lines of the intake journal for their days, and those of objects that stay in a bucket without their names', async () => {
    const line = (id: string, channel: string, days: number, parent: string | null = null, state = 'accepted') =>
      asOwner(`insert into intake_items (id, organisation_id, source, channel, key, parent_id, name, sender, state, created_at)
               values ('${id}', '${organisationId}', 's', '${channel}', '${id}', ${parent === null ? 'null' : `'${parent}'`}, 'name', 'sender', '${state}',
                       now() - interval '${days} days')`)
    await line('old mail', 'mailbox', 400)
    await line('its file', 'mailbox', 400, 'old mail')
    await line('young mail', 'mailbox', 300)
    await line('unsettled', 'folder', 400, null, 'open')
    await line('object', 'bucket', 400)
    assert.deepEqual(await createRunOut(db, KEPT).sweep(), { intake_items: 1, intake_names: 1 })
    const left = await asOwner(`select id, name, sender from intake_items where source = 's' order by id`)
    assert.deepEqual(left, [
      { id: 'object', name: '', sender: null },
      { id: 'unsettled', name: 'name', sender: 'sender' },
      { id: 'young mail', name: 'name', sender: 'sender' },
    ])
    assert.deepEqual(await createRunOut(db, KEPT).sweep(), {})
  })
})

describe('random schedules of retries', () => {
  it('make one document of each content, and one answer of each key', async () => {
    const documents = createDocuments(db)
    let base = 1_000
    const attempt = fc.record({ content: fc.nat(1), key: fc.constantFrom('a', 'b', null), caller: fc.constantFrom('x', 'y') })
    const waves = fc.array(fc.array(attempt, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 2 })
    await fc.assert(
      fc.asyncProperty(waves, async (schedule) => {
        const run = base
        base += 10
        const first = new Map<string, string>()
        const made = new Set<string>()
        for (const wave of schedule) {
          const answers = await Promise.all(
            wave.map(async (one) => {
              const key = one.key === null ? null : `${run}${one.key}`
              const answer = await documents.accept(upload(run + one.content, key, one.caller)).catch((error) => String(error.code))
              return { ...one, answer }
            }),
          )
          for (const { content, key, caller, answer } of answers) {
            if (typeof answer === 'string') {
              assert.equal(answer, 'invalid_input')
              continue
            }
            if (!answer.replayed && answer.duplicateOf === null) {
              assert.ok(!made.has(String(content)), 'one content became two documents')
              made.add(String(content))
            }
            if (key === null) continue
            const told = `${answer.id} ${answer.status} ${answer.duplicateOf}`
            assert.equal(first.get(`${caller} ${key}`) ?? told, told)
            first.set(`${caller} ${key}`, told)
          }
        }
      }),
      { numRuns: 200 },
    )
  })
})
