import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { gunzipSync } from 'node:zlib'
import pg from 'pg'
import { checkStorage, makeBackup, restoreBackup } from '../adapters/backup/index.ts'
import { resumeDocuments } from '../adapters/db/index.ts'
import type { PipelineError } from '../core/errors.ts'
import { startTestPostgres, type TestPostgres } from './postgres.ts'
import { bundlePdf } from './ui/bundle-pdf.ts'
import { sendInvoice } from './ui/send-invoice.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

/** Backup and restore (RELIABILITY rows 6, 39, 40): every row and file comes back, work goes on where it stood, what was erased stays erased. */
describe('a backup', () => {
  let world: World
  let admin: SignedIn
  let postgres: TestPostgres
  let home: string
  const waiting: string[] = []
  let approved = ''
  let bundle = ''

  before(async () => {
    ;[world, postgres, home] = await Promise.all([createWorld(), startTestPostgres(), mkdtemp(join(tmpdir(), 'docket-backups-'))])
    admin = await world.person('Admin', 'admin')
    for (const number of ['BK-1', 'BK-2', 'BK-3']) waiting.push(await sendInvoice(world, admin, { number, seller: 'Canary Trading Ltd' }))
    approved = waiting.shift() ?? ''
    assert.equal((await review(world, approved, { action: 'approve', fields: {} })).status, 200)
    await world.work()
    const two = await bundlePdf(
      { ...PRINTED, number: 'BN-1', more: 1 },
      { ...PRINTED, number: 'QX-2', more: 1, seller: 'Harbour Cranes Limited' },
    )
    bundle = await upload(two)
    await world.work()
    await world.work()
  })
  after(async () => {
    await world.close()
    await postgres.stop()
    await rm(home, { recursive: true, force: true })
  })

  const upload = async (bytes: Uint8Array) =>
    ((await (await world.ask(admin, '/api/v1/documents', { method: 'POST', body: new Uint8Array(bytes) })).json()) as { id: string }).id
  const review = async (where: World, id: string, body: unknown) => {
    const version = (await where.documents.get(admin.organisationId, id))?.version
    return where.ask(admin, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
      body: JSON.stringify(body),
    })
  }
  const installation = () => ({
    ownerUrl: world.databaseUrl,
    blobsDir: world.blobDir,
    keysDir: `${world.blobDir}-keys`,
    masterKey: world.storage.masterKey,
  })
  const backUp = (name: string, now = new Date(), keep: number | null = null) =>
    makeBackup(installation(), { dir: join(home, name), keysTo: join(home, `${name}-keys`), keep, appVersion: 'test', now })
  /** An installation with nothing in it, under the same master key. */
  const empty = async (masterKey: Uint8Array = world.storage.masterKey) => {
    const dir = await mkdtemp(join(home, 'restored-'))
    await cp(join(dirname(world.blobDir), 'master.key'), join(dir, 'master.key'))
    const client = new pg.Client({ connectionString: postgres.server.url })
    await client.connect()
    const name = `restored_${randomBytes(6).toString('hex')}`
    await client.query(`create database ${name}`)
    await client.end()
    const url = new URL(postgres.server.url)
    url.pathname = `/${name}`
    const blobsDir = join(dir, 'blobs')
    return { dir, at: { ownerUrl: url.href, blobsDir, keysDir: `${blobsDir}-keys`, masterKey } }
  }
  const reportOf = (where: World) =>
    checkStorage({ db: where.db, blobs: where.blobs, blobsDir: where.blobDir, keysDir: `${where.blobDir}-keys` }, [admin.organisationId])
  const allowed = (code: string, text: RegExp) => (error: PipelineError) => error.code === code && text.test(error.message)

  it('brings every row and every file back, under work that goes on', async () => {
    const before = await contents(world.databaseUrl)
    const [made] = await Promise.all([backUp('whole'), sendInvoice(world, admin, { number: 'MEANWHILE' })])
    const target = await empty()
    await restoreBackup(made.dir, join(home, 'whole-keys'), target.at)
    const restored = await contents(target.at.ownerUrl)
    assert.deepEqual(Object.keys(restored), Object.keys(before))
    for (const [table, rows] of Object.entries(before))
      if (rows.length > 0 && !BUSY.has(table)) for (const row of rows) assert.ok(restored[table]?.includes(row), `a row of ${table}`)
    assert.ok((before.documents?.length ?? 0) >= 5 && (before.records?.length ?? 0) === 1)
    const copy = await createWorld({}, { databaseUrl: target.at.ownerUrl, dir: target.dir })
    try {
      const report = await reportOf(copy)
      assert.deepEqual([report.missing, report.damaged, report.strangers, report.brokenJournals], [[], [], [], []])
      assert.ok(report.blobs > 20 && report.documents >= 5)
    } finally {
      await copy.close()
    }
  })

  it('lets everybody go on where they stood: corrections kept, approved, unread and parts', async () => {
    const [corrected = '', other = ''] = waiting
    const saved = await review(world, corrected, { action: 'save', fields: { note: 'Kept by the backup' } })
    assert.equal(saved.status, 200, await saved.text())
    const unread = await upload(await bundlePdf({ ...PRINTED, number: 'BK-9' }))
    const made = await backUp('going-on')
    const target = await empty()
    const { erased } = await restoreBackup(made.dir, join(home, 'going-on-keys'), target.at)
    const copy = await createWorld({}, { databaseUrl: target.at.ownerUrl, dir: target.dir })
    try {
      const resumed = await resumeDocuments(copy.db, admin.organisationId, erased)
      assert.ok(resumed.takenUp >= 4 && resumed.startedAgain >= 1 && resumed.erased === 0, JSON.stringify(resumed))
      await copy.work()
      await copy.work()
      const json = async (path: string) => (await (await copy.ask(admin, path)).json()) as Shown
      for (const id of [corrected, other, unread, bundle]) assert.equal((await json(`/api/v1/documents/${id}`)).status, 'review', id)
      assert.equal((await json(`/api/v1/documents/${approved}`)).status, 'approved')
      const result = await json(`/api/v1/documents/${corrected}/result`)
      assert.equal(result.fields?.note?.value, 'Kept by the backup')
      assert.equal((await review(copy, corrected, { action: 'approve', fields: {} })).status, 200)
      assert.equal((await json(`/api/v1/documents/${corrected}`)).status, 'approved')
      const { missing, damaged, brokenJournals } = await reportOf(copy)
      assert.deepEqual([missing, damaged, brokenJournals], [[], [], []])
    } finally {
      await copy.close()
    }
  })

  it('holds nothing readable, and a changed byte is noticed before a row is in', async () => {
    const made = await backUp('sealed')
    const files = (await readdir(join(home, 'sealed'), { recursive: true, withFileTypes: true })).filter((file) => file.isFile())
    for (const file of files) {
      const bytes = await readFile(join(file.parentPath, file.name))
      assert.ok(!bytes.includes('Canary'), file.name)
      // Packed is not sealed: none of it may be a beginning of gzip that opens.
      for (let at = bytes.indexOf(GZIP); at >= 0 && at < 64; at = bytes.indexOf(GZIP, at + 1))
        assert.throws(() => gunzipSync(bytes.subarray(at)))
    }
    const table = join(made.dir, 'documents.sealed')
    const good = await readFile(table)
    const changed = Buffer.from(good)
    changed[Math.floor(good.length / 2)]! ^= 1
    await writeFile(table, changed)
    const target = await empty()
    await assert.rejects(restoreBackup(made.dir, join(home, 'sealed-keys'), target.at), allowed('blob_corrupt', /changed or damaged/))
    assert.deepEqual((await contents(target.at.ownerUrl)).organisations, [])
    await cp(join(made.dir, 'records.sealed'), table)
    await assert.rejects(restoreBackup(made.dir, null, target.at), allowed('blob_corrupt', /changed or damaged/), 'another table’s file')
    await writeFile(table, good)
    await restoreBackup(made.dir, null, target.at)
    await assert.rejects(restoreBackup(made.dir, null, target.at), allowed('configuration', /empty one/))
  })

  it('says what is missing: the master key, the keys, the backup itself', async () => {
    const made = await backUp('needs')
    const other = await empty(randomBytes(32))
    await assert.rejects(restoreBackup(made.dir, join(home, 'needs-keys'), other.at), allowed('configuration', /another master key/))
    const keyless = await empty()
    await assert.rejects(restoreBackup(made.dir, null, keyless.at), allowed('configuration', /keys of \d+ of \d+ documents are missing/))
    await assert.rejects(restoreBackup(join(home, 'needs'), null, keyless.at), allowed('configuration', /no backup in/))
    assert.equal(await organisationsIn(keyless.at.ownerUrl), 0)
  })

  it('of yesterday does not bring back what was erased today, and older backups lose its files', async () => {
    const id = await sendInvoice(world, admin, { number: 'ERASED-1' })
    const yesterday = await backUp('erasing', new Date('2026-03-01T10:00:00Z'))
    assert.ok((await readdir(join(home, 'erasing', 'blobs'))).includes(id))
    const version = (await world.documents.get(admin.organisationId, id))?.version
    assert.equal(
      (await world.ask(admin, `/api/v1/documents/${id}`, { method: 'DELETE', headers: { 'If-Match': `"${version}"` } })).status,
      204,
    )
    await assert.rejects(world.blobs.put(id, Buffer.from('late'), 'text/plain'), (error: PipelineError) => error.code === 'not_found')
    await backUp('erasing', new Date('2026-03-02T10:00:00Z'))
    assert.ok(!(await readdir(join(home, 'erasing', 'blobs'))).includes(id))
    assert.ok(!(await readdir(join(home, 'erasing-keys'))).includes(id))

    const target = await empty()
    const { erased } = await restoreBackup(yesterday.dir, join(home, 'erasing-keys'), target.at)
    assert.deepEqual([...erased], [id])
    const copy = await createWorld({}, { databaseUrl: target.at.ownerUrl, dir: target.dir })
    try {
      assert.equal((await resumeDocuments(copy.db, admin.organisationId, erased)).erased, 1)
      assert.equal(await copy.documents.get(admin.organisationId, id), null)
      const events = await copy.documents.events(admin.organisationId, id)
      assert.equal(events.at(-1)?.kind, 'erased')
      const { missing, brokenJournals } = await reportOf(copy)
      assert.deepEqual([missing, brokenJournals], [[], []])
    } finally {
      await copy.close()
    }
  })

  it('is copied once per file, and as many stay as are wanted', async () => {
    const first = await backUp('kept', new Date('2026-03-01T10:00:00Z'), 2)
    const second = await backUp('kept', new Date('2026-03-02T10:00:00Z'), 2)
    assert.ok(first.blobs.files > 0)
    assert.equal(second.blobs.files, 0)
    const third = await backUp('kept', new Date('2026-03-03T10:00:00Z'), 2)
    assert.deepEqual(third.removed, ['2026-03-01T10-00-00-000Z'])
    assert.deepEqual((await readdir(join(home, 'kept'))).toSorted(), ['2026-03-02T10-00-00-000Z', '2026-03-03T10-00-00-000Z', 'blobs'])
  })

  it('is told from a loss: verify names what is gone, what was changed and what belongs to nobody', async () => {
    const made = await backUp('lossy')
    const target = await empty()
    await restoreBackup(made.dir, join(home, 'lossy-keys'), target.at)
    const copy = await createWorld({}, { databaseUrl: target.at.ownerUrl, dir: target.dir })
    try {
      const id = waiting[1] ?? ''
      const file = (await copy.documents.get(admin.organisationId, id))?.file.sha256 ?? ''
      await rm(join(copy.blobDir, id, file))
      const part = join(copy.blobDir, approved, (await copy.documents.get(admin.organisationId, approved))?.result?.sha256 ?? '')
      const bytes = await readFile(part)
      bytes[bytes.length - 1]! ^= 1
      await writeFile(part, bytes)
      await copy.blobs.put('nobody', Buffer.from('x'), 'text/plain')
      const report = await reportOf(copy)
      assert.deepEqual(report.missing, [`${id}/${file}`])
      assert.deepEqual(report.damaged, [part.slice(copy.blobDir.length + 1)])
      assert.deepEqual(report.strangers, ['nobody'])
    } finally {
      await copy.close()
    }
  })
})

const GZIP = Buffer.from([0x1f, 0x8b])
const PRINTED = { date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }

interface Shown {
  readonly status: string
  readonly fields?: Readonly<Record<string, { readonly value: string | null }>>
}

/** Tables whose rows change by themselves while others are copied. */
const BUSY = new Set(['outbox', 'sessions', 'search_due', 'schema_migrations'])

/** Every row of every table that survives a crash, as text. */
async function contents(url: string): Promise<Readonly<Record<string, readonly string[]>>> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows: tables } = await client.query<{ name: string }>(
      "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relpersistence = 'p' order by 1",
    )
    const found: Record<string, readonly string[]> = {}
    for (const { name } of tables)
      found[name] = (await client.query<{ row: string }>(`select t::text as row from "${name}" t`)).rows.map(({ row }) => row)
    return found
  } finally {
    await client.end()
  }
}

async function organisationsIn(url: string): Promise<number> {
  return (await contents(url)).organisations?.length ?? -1
}
