import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import pg from 'pg'
import { z } from 'zod'
import { startTestPostgres, type TestPostgres } from '../../tests/postgres.ts'
import { createLog } from '../log.ts'
import { createAccounts, createDocuments, ensureAppLogin, isTooStrong, newId, openDatabase } from './index.ts'
import { sql } from './sql.ts'

const upload = (organisationId: string) => ({
  documentId: newId(),
  organisationId,
  userId: 'someone',
  fileName: 'invoice.pdf',
  file: { sha256: randomBytes(32).toString('hex'), bytes: 1, mediaType: 'application/pdf' },
  type: 'auto',
  idempotencyKey: null,
})

describe('the login of the application', () => {
  let server: TestPostgres
  let owner: string
  let app: string
  before(async () => {
    server = await startTestPostgres()
    owner = await server.database()
    app = await ensureAppLogin(owner, randomBytes(32))
  })
  after(() => server.stop())

  it('cannot pass row-level security by any statement (row 25)', async () => {
    const db = openDatabase(app, createLog('error'))
    const organisationId = await createAccounts(db).createOrganisation('Specimen GmbH')
    await createDocuments(db).accept(upload(organisationId))
    await db.close()
    assert.equal(await isTooStrong(app), false)
    assert.equal(await isTooStrong(owner), true)
    const client = new pg.Client({ connectionString: app })
    await client.connect()
    const rows = async (statement: string) => (await client.query(statement)).rowCount
    assert.equal(await rows('select * from documents'), 0)
    await client.query('set role none')
    assert.equal(await rows('select * from documents'), 0)
    for (const statement of [
      'set role docket',
      'set session authorization docket',
      'alter table documents disable row level security',
      'alter table documents no force row level security',
      'drop policy own_organisation on documents',
      'create view leak as select * from documents',
      `create function leak() returns setof documents language sql security definer as 'select * from documents'`,
      'update records set type = type',
      'delete from events',
      'truncate access_events',
      'alter role current_user bypassrls',
      `copy documents to program 'cat'`,
      "select pg_read_file('/etc/passwd')",
    ])
      await assert.rejects(client.query(statement), /denied|permission|must be|owner/i, statement)
    await client.query('set row_security = off')
    await assert.rejects(client.query('select * from documents'), /row-level security/)
    await client.end()
  })

  it('has nothing behind it that would: no views, no functions that run as their owner but those bound to the organisation', async () => {
    const client = new pg.Client({ connectionString: owner })
    await client.connect()
    const open = await client.query(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm')
         and not coalesce('security_invoker=true' = any (reloptions), false)
       union all select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
         and not ('search_path=public, pg_temp' = any (proconfig) and (
           prosrc like '%organisation_id = app_organisation()%'
           and proname in ('search_matching_documents', 'search_matching_passages', 'search_words_near') -- tests/search.test.ts asks them as a stranger
           or prosrc like '%organisation text := app_organisation();%' and proname = 'erase_document')) -- and tests/erasure.test.ts this one
       union all select relname from pg_class where relnamespace = 'public'::regnamespace and pg_get_userbyid(relowner) like 'docket\\_%'`,
    )
    await client.end()
    assert.deepEqual(open.rows, [])
  })

  it('keeps two organisations apart over 10,000 interleaved requests on two connections (row 25)', async () => {
    const db = openDatabase(app, createLog('error'), { connections: 2 })
    const accounts = createAccounts(db)
    const documents = createDocuments(db)
    const both = await Promise.all(['One', 'Two'].map((name) => accounts.createOrganisation(name)))
    for (const organisationId of both) for (let i = 0; i < 20; i++) await documents.accept(upload(organisationId))
    const Seen = z.object({ organisation_id: z.string() })
    let foreign = 0
    const client = async (first: number) => {
      for (let i = first; i < 10_000; i += 20) {
        const mine = both[Math.floor(i / 20) % 2]!
        if (i % 7 === 0) await db.transaction(mine, () => Promise.reject(new Error('a request that breaks'))).catch(() => {})
        const rows = await db.transaction(mine, (tx) => tx.rows(Seen, sql`select organisation_id from documents`))
        if (rows.length !== 20 || rows.some(({ organisation_id }) => organisation_id !== mine)) foreign++
      }
    }
    await Promise.all(Array.from({ length: 20 }, (_, at) => client(at)))
    assert.equal(foreign, 0)
    await db.close()
  })
})
