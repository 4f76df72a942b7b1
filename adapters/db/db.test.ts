import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { z } from 'zod'
import type { PipelineError } from '../../core/errors.ts'
import type { JournalEvent } from '../../core/stages.ts'
import { startTestPostgres, type TestPostgres } from '../../tests/postgres.ts'
import { createFolderBlobs } from '../blobs/folder-blobs.ts'
import { createLog } from '../log.ts'
import {
  createAccounts,
  createDocumentStore,
  createDocuments,
  createRecords,
  createStartOutbox,
  type Database,
  migrate,
  newId,
  openDatabase,
  verifyChain,
} from './index.ts'
import { sql } from './sql.ts'
import { withClient } from './with-client.ts'

const silent = createLog('error', () => {})
let server: TestPostgres
before(async () => {
  server = await startTestPostgres()
})
after(() => server.stop())

async function world(test: (at: { db: Database; url: string; organisationId: string }) => Promise<void>): Promise<void> {
  const url = await server.database()
  const db = openDatabase(url, silent)
  try {
    await test({ db, url, organisationId: await createAccounts(db).createOrganisation('Specimen GmbH') })
  } finally {
    await db.close()
  }
}

const upload = (organisationId: string, content: string, extra: { idempotencyKey?: string; fileName?: string } = {}) => ({
  documentId: newId(),
  organisationId,
  userId: 'someone',
  fileName: extra.fileName ?? 'invoice.pdf',
  file: { sha256: createHash('sha256').update(content).digest('hex'), bytes: content.length, mediaType: 'application/pdf' },
  type: 'auto',
  idempotencyKey: extra.idempotencyKey ?? null,
})

const event = (documentId: string, organisationId: string, key: string, status: JournalEvent['status']): JournalEvent => ({
  documentId,
  organisationId,
  key,
  kind: 'processing_started',
  status,
  actor: 'system',
  reason: null,
  result: null,
  reviewId: null,
  corrections: null,
})

describe('row-level security', () => {
  it('binds every table, and the application role cannot pass it', () =>
    world(async ({ url }) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const open = await client.query(
        `select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)`,
      )
      const role = await client.query(`select rolsuper, rolbypassrls from pg_roles where rolname = 'docket_app'`)
      await client.end()
      assert.deepEqual(open.rows, [{ relname: 'schema_migrations' }])
      assert.deepEqual(role.rows, [{ rolsuper: false, rolbypassrls: false }])
    }))

  it('lets everything that belongs to a document go with it, but for what has to outlive it', () =>
    world(async ({ url }) => {
      const client = new pg.Client({ connectionString: url })
      await client.connect()
      const stays = await client.query<{ relname: string }>(
        `with recursive going as (
           select 'documents'::regclass::oid as id
           union select f.conrelid from pg_constraint f join going on f.confrelid = going.id
             join pg_attribute a on a.attrelid = f.conrelid and a.attname = 'document_id' and a.attnum = any(f.conkey)
           where f.contype = 'f' and f.confdeltype = 'c')
         select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'document_id' and not a.attisdropped
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.oid not in (select id from going) order by c.relname`,
      )
      await client.end()
      // Drafts, claims, notices, what it taught and the golden set are not among these: the journals and the records are, with what leads to them.
      assert.deepEqual(
        stays.rows.map(({ relname }) => relname),
        ['events', 'idempotency_keys', 'intake_items', 'outbox', 'records', 'reviews'],
      )
    }))

  it('shows nothing of another organisation, and nothing at all without one', () =>
    world(async ({ db, organisationId }) => {
      const other = await createAccounts(db).createOrganisation('Other')
      const documents = createDocuments(db)
      const { id } = await documents.accept(upload(organisationId, 'a'))
      assert.equal(await documents.get(other, id), null)
      assert.equal((await documents.get(organisationId, id))?.id, id)
      const count = z.object({ n: z.coerce.number() })
      assert.deepEqual(await db.system((tx) => tx.row(count, sql`select count(*) as n from documents`)), { n: 0 })
    }))
})

describe('accepting an upload', () => {
  it('makes one document of 64 parallel requests with one key, and refuses the key for other bytes', () =>
    world(async ({ db, organisationId }) => {
      const { accept } = createDocuments(db)
      const all = await Promise.all(Array.from({ length: 64 }, () => accept(upload(organisationId, 'same', { idempotencyKey: 'k1' }))))
      assert.equal(new Set(all.map((a) => a.id)).size, 1)
      assert.equal(all.filter((a) => !a.replayed).length, 1)
      await assert.rejects(
        accept(upload(organisationId, 'other', { idempotencyKey: 'k1' })),
        (e: PipelineError) => e.code === 'invalid_input',
      )
    }))

  it('answers the same bytes with the earlier document, but not across organisations', () =>
    world(async ({ db, organisationId }) => {
      const { accept } = createDocuments(db)
      const first = await accept(upload(organisationId, 'x'))
      const second = await accept(upload(organisationId, 'x'))
      const elsewhere = await accept(upload(await createAccounts(db).createOrganisation('Other'), 'x'))
      assert.equal(second.duplicateOf, first.id)
      assert.equal(elsewhere.duplicateOf, null)
    }))

  it('takes names with NUL, control characters and lone surrogates', () =>
    world(async ({ db, organisationId }) => {
      const documents = createDocuments(db)
      const { id } = await documents.accept(upload(organisationId, 'n', { fileName: 'a\u0000b\ud800\r\nc.pdf' }))
      assert.equal((await documents.get(organisationId, id))?.fileName, 'ab\ufffdc.pdf')
    }))

  it('puts the start into the outbox once, whoever sweeps', () =>
    world(async ({ db, organisationId }) => {
      const { id } = await createDocuments(db).accept(upload(organisationId, 'o'))
      const [a, b] = [createStartOutbox(db), createStartOutbox(db)]
      const taken = (await Promise.all([a.take(10), b.take(10)])).flat()
      assert.deepEqual(
        taken.map((t) => t.document.documentId),
        [id],
      )
      await a.markStarted(taken.map((t) => t.id))
      assert.deepEqual(await b.take(10), [])
    }))
})

describe('the review queue', () => {
  it('goes on in order of arrival, then from the oldest again, and ends with the last', () =>
    world(async ({ db, organisationId }) => {
      const documents = createDocuments(db)
      const store = createDocumentStore(db, createFolderBlobs('/nowhere'))
      const ids = [3, 2, 1].map((seconds) => newId(Date.now() - seconds * 1_000)) as [string, string, string]
      for (const documentId of ids) {
        await documents.accept({ ...upload(organisationId, documentId), documentId })
        await store.journal(event(documentId, organisationId, 'run1:started', 'processing'))
        await store.journal(event(documentId, organisationId, 'run1:review', 'review'))
      }
      const next = (id: string) => documents.nextInReview(organisationId, id, 'u')
      assert.deepEqual(await Promise.all(['', ...ids].map(next)), [ids[0], ids[1], ids[2], ids[0]])
      const places = await Promise.all(ids.map((id) => documents.placeInReview(organisationId, id, 'u')))
      assert.deepEqual(
        places,
        [1, 2, 3].map((at) => ({ at, of: 3 })),
      )
      for (const id of ids.slice(0, 2)) await store.journal(event(id, organisationId, 'run1:approved', 'approved'))
      assert.equal(await next(ids[0]), ids[2])
      assert.equal(await next(ids[2]), null)
      assert.deepEqual(await documents.placeInReview(organisationId, ids[2], 'u'), { at: 1, of: 1 })
    }))
})

describe('the journal', () => {
  it('writes an event once, moves the version once, and refuses illegal moves', () =>
    world(async ({ db, organisationId }) => {
      const documents = createDocuments(db)
      const store = createDocumentStore(db, createFolderBlobs('/nowhere'))
      const { id } = await documents.accept(upload(organisationId, 'j'))
      const versions = await Promise.all(
        Array.from({ length: 8 }, () => store.journal(event(id, organisationId, 'run1:started', 'processing'))),
      )
      assert.deepEqual(new Set(versions.map((v) => v.version)), new Set([2]))
      await store.journal(event(id, organisationId, 'run1:approved', 'approved'))
      await assert.rejects(
        store.journal(event(id, organisationId, 'run1:again', 'processing')),
        (e: PipelineError) => e.code === 'conflict',
      )
      assert.equal((await documents.events(organisationId, id)).length, 3)
    }))

  it('is a chain: 32 writers leave no gap, and a change by the owner of the tables shows', () =>
    world(async ({ db, url, organisationId }) => {
      const { accept } = createDocuments(db)
      await Promise.all(Array.from({ length: 32 }, (_, i) => accept(upload(organisationId, `c${i}`))))
      assert.deepEqual(await verifyChain(db, organisationId), { events: 32, brokenAt: null })
      const owner = new pg.Client({ connectionString: url })
      await owner.connect()
      await owner.query('alter table events disable trigger all')
      await owner.query(`update events set actor = 'else' where sequence = 17`)
      await owner.end()
      assert.deepEqual(await verifyChain(db, organisationId), { events: 32, brokenAt: 17 })
    }))

  it('cannot be changed by the application', () =>
    world(async ({ db, organisationId }) => {
      await createDocuments(db).accept(upload(organisationId, 'p'))
      await assert.rejects(db.transaction(organisationId, (tx) => tx.run(sql`delete from events`)))
    }))
})

describe('records', () => {
  it('reach three pullers of 50 a page completely and in order while 1,000 are being written (row 31)', () =>
    world(async ({ db, organisationId }) => {
      const blobs = createFolderBlobs(server.dir)
      const store = createDocumentStore(db, blobs)
      const { accept } = createDocuments(db)
      const records = createRecords(db)
      const total = 1_000
      const lanes = 8
      const publishOne = async (i: number) => {
        const input = upload(organisationId, `r${i}`)
        const { id } = await accept(input)
        const result = await blobs.put(id, Buffer.from(JSON.stringify(resultOf(id))), 'application/json')
        const document = {
          documentId: id,
          organisationId,
          file: input.file,
          fileName: 'x',
          type: 'auto',
          useLlm: false,
          duplicateOf: null,
          receivedAt: '',
          run: 1,
          render: 'always' as const,
        }
        const [one, two] = await Promise.all([
          store.publish(document, result, { n: `${i}` }, 'system'),
          store.publish(document, result, { n: `${i}` }, 'system'),
        ])
        assert.equal(one.recordId, two.recordId)
      }
      const lane = async (first: number) => {
        for (let i = first; i < total; i += lanes) await publishOne(i)
      }
      const publishAll = Promise.all(Array.from({ length: lanes }, (_, i) => lane(i)))
      const pull = async () => {
        const seen: string[] = []
        for (let cursor: string | null = null; seen.length < total; ) {
          const page: Awaited<ReturnType<typeof records.after>> = await records.after(organisationId, cursor, 50)
          seen.push(...page.records.map((r) => r.documentId))
          cursor = page.next
        }
        return seen
      }
      const [a, b, c] = await Promise.all([pull(), pull(), pull(), publishAll])
      assert.equal(new Set(a).size, total)
      assert.deepEqual(a, b)
      assert.deepEqual(b, c)
      const first = (await records.after(organisationId, null, 1)).records[0]!
      assert.equal(await records.acknowledge(organisationId, first.id, 'erp', { status: 'posted' }), true)
      assert.equal(await records.acknowledge(organisationId, 'unknown', 'erp', { status: 'posted' }), false)
      assert.equal((await records.after(organisationId, null, 1)).records[0]?.acknowledgement?.status, 'posted')
    }))
})

describe('history', () => {
  it('finds earlier documents of the organisation by key, not later ones', () =>
    world(async ({ db, organisationId }) => {
      const store = createDocumentStore(db, createFolderBlobs('/nowhere'))
      const { accept } = createDocuments(db)
      const keys = [{ kind: 'duplicate', key: 'de1|a-7|2026-01-01|10.00' }]
      const inputs = [{ ...upload(organisationId, 'h1'), documentId: newId(Date.now() - 5_000) }, upload(organisationId, 'h2')]
      for (const input of inputs) {
        await accept(input)
        await store.journal(event(input.documentId, organisationId, 'run1:started', 'processing'))
        const document = { ...input, useLlm: false, duplicateOf: null, receivedAt: '', run: 1, render: 'always' as const }
        await store.remember(document, keys, { number: input.documentId })
      }
      const [first, second] = inputs.map((i) => i.documentId) as [string, string]
      assert.deepEqual(
        (await store.history(organisationId, second, keys)).map((h) => h.documentId),
        [first],
      )
      assert.deepEqual(await store.history(organisationId, first, keys), [])
    }))
})

describe('accounts', () => {
  it('open a session with a link once, and end it', () =>
    world(async ({ db, organisationId }) => {
      const accounts = createAccounts(db)
      const userId = await accounts.createUser(organisationId, { email: 'Clerk@specimen.example', name: 'Clerk', role: 'reviewer' })
      const link = await accounts.createLink(userId)
      const opened = await accounts.redeem(link)
      assert.ok(opened)
      assert.equal(await accounts.redeem(link), null)
      const { permissions, ...session } = (await accounts.session(opened.token))!
      assert.ok(permissions.has('documents:review') && !permissions.has('people:write'))
      assert.deepEqual(session, {
        kind: 'person',
        userId,
        person: 'Clerk',
        organisationId,
        organisation: 'Specimen GmbH',
        role: 'reviewer',
      })
      await accounts.end(opened.token)
      assert.equal(await accounts.session(opened.token), null)
    }))
})

describe('the server', () => {
  it('may cut a connection in the middle of a transaction: that transaction fails, the process does not', () =>
    world(async ({ db, url }) => {
      const cut = db.system(async (tx) => {
        const pid = (await tx.row(z.object({ pid: z.number() }), sql`select pg_backend_pid() as pid`))?.pid
        await withClient(url, (owner) => owner.query('select pg_terminate_backend($1, 5000)', [pid]))
        await delay(100) // between two queries: nobody waits for an answer that could carry the news
        return tx.run(sql`select 1`)
      })
      await assert.rejects(cut, { code: 'dependency_unavailable', retryable: true })
      assert.equal(await db.healthy(), true)
    }))

  it('comes back after it was killed as soon as its last session has ended', { skip: process.platform === 'win32' }, async () => {
    const own = await startTestPostgres()
    try {
      await withClient(await own.database(), async (client) => {
        const session = (await client.query<{ pid: number }>('select pg_backend_pid() as pid')).rows[0]!.pid
        process.kill(session, 'SIGSTOP') // it holds the shared memory
        process.kill(own.server.pid, 'SIGKILL')
        await own.server.ended
        const { startPostgresServer } = await import('./index.ts')
        setTimeout(() => process.kill(session, 'SIGCONT'), 1_500)
        const again = await startPostgresServer({ dir: `${own.dir}/postgres`, port: own.server.port })
        await again.stop()
      })
    } finally {
      await own.stop()
    }
  })

  it('keeps what was accepted when it is killed', async () => {
    const own = await startTestPostgres()
    try {
      const url = await own.database()
      const db = openDatabase(url, silent)
      const organisationId = await createAccounts(db).createOrganisation('Kill')
      const documents = createDocuments(db)
      const { id } = await documents.accept(upload(organisationId, 'k'))
      process.kill(own.server.pid, 'SIGKILL')
      await own.server.ended
      await db.close()
      const { startPostgresServer } = await import('./index.ts')
      const again = await startPostgresServer({ dir: `${own.dir}/postgres`, port: own.server.port })
      const reopened = openDatabase(url, silent)
      assert.equal((await createDocuments(reopened).get(organisationId, id))?.status, 'received')
      assert.deepEqual(await migrate(url), [])
      await reopened.close()
      await again.stop()
    } finally {
      await own.stop()
    }
  })
})

function resultOf(id: string) {
  return {
    schemaVersion: '1.0',
    id,
    file: { name: 'x', sha256: '0'.repeat(64), bytes: 1, mediaType: 'application/pdf' },
    type: 'specimen',
    typeConfidence: 1,
    route: 'auto',
    status: 'approved',
    reasons: [],
    data: {},
    fields: {},
    findings: [],
    pages: [],
    parts: [],
    versions: { app: '0', schema: '1.0', rules: '1', prompt: null, model: null, ocr: null },
    timings: {},
  }
}
