import assert from 'node:assert/strict'
import { cp, readdir, readFile, rm } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { verifyChain } from '../adapters/db/index.ts'
import { sql } from '../adapters/db/sql.ts'
import { Role } from '../core/permissions.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

/** Erasure (RELIABILITY row 40): nothing of the document is left but the fact, and a backup of yesterday stays unreadable. */
describe('erasing a document', () => {
  let world: World
  let admin: SignedIn
  let hook = 0
  before(async () => {
    world = await createWorld({ DOCKET_WEBHOOK_ALLOW: '127.0.0.1' })
    admin = await world.person('Admin', 'admin')
    const webhook = { url: 'http://127.0.0.1:9/', kinds: ['record.approved', 'document.review'] }
    hook = (await world.ask(admin, '/api/v1/webhooks', { method: 'POST', body: JSON.stringify(webhook) })).status
  })
  after(() => world.close())

  const upload = async (number: string) => {
    const pdf = new Uint8Array(invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
    const headers = { 'X-File-Name': `paper-${number}.pdf`, 'Idempotency-Key': number }
    const { id } = (await (await world.ask(admin, '/api/v1/documents', { method: 'POST', body: pdf, headers })).json()) as { id: string }
    await world.work()
    await world.index()
    return id
  }
  const versionOf = async (id: string) => (await world.documents.get(admin.organisationId, id))?.version
  const approve = async (id: string) => {
    const answer = await world.ask(admin, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${await versionOf(id)}"` },
      body: JSON.stringify({ action: 'approve', fields: {} }),
    })
    assert.equal(answer.status, 200, await answer.text())
    await world.work()
  }
  const erase = async (id: string, query = '', version?: number) => {
    const headers = { 'If-Match': `"${version ?? (await versionOf(id)) ?? 1}"` }
    const answer = await world.ask(admin, `/api/v1/documents/${id}${query}`, { method: 'DELETE', headers })
    return { status: answer.status, text: await answer.text() }
  }
  /** A message with the document in it, as the mailbox would have written it down. */
  const arrivedBy = (id: string, name: string, sender: string) =>
    world.db.transaction(admin.organisationId, async (tx) => {
      const line = async (own: string, parent: string | null, document: string | null) =>
        tx.run(sql`
          insert into intake_items (id, organisation_id, source, channel, key, parent_id, name, sender, state, document_id)
          values (${own}, ${admin.organisationId}, 'mail', 'mailbox', ${own}, ${parent}, ${name}, ${sender}, 'accepted', ${document})`)
      await line('message', null, null)
      await line('attachment', 'message', id)
    })
  const intakeLines = () =>
    world.db.transaction(admin.organisationId, (tx) => tx.run(sql`select from intake_items where source = 'mail' and name = ''`))
  /** Tables of the organisation, as it sees them, in which the text occurs anywhere. */
  const tablesWith = (text: string) =>
    world.db.transaction(admin.organisationId, async (tx) => {
      const tables = await tx.rows(
        z.object({ name: z.string() }),
        sql`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
            where n.nspname = 'public' and c.relkind = 'r' and has_table_privilege(c.oid, 'select') order by 1`,
      )
      assert.ok(tables.length > 40, 'the tables are looked at')
      const found: string[] = []
      for (const { name } of tables) {
        const held = { strings: [`select count(*) as count from "${name}" t where strpos(t::text, `, ') > 0'], values: [text] }
        const row = await tx.row(z.object({ count: z.coerce.number() }), held)
        if (row && row.count > 0) found.push(name)
      }
      return found
    })

  it('leaves nothing of an approved one but the fact that it was there', async () => {
    assert.equal(hook, 201)
    const id = await upload('ERASE-4711')
    await approve(id)
    await world.index()
    await world.storage.messages.spread()
    await arrivedBy(id, 'ERASE-4711.eml', 'ERASE-4711@example.com')
    const before = await tablesWith('ERASE-4711')
    for (const table of ['documents', 'document_keys', 'records', 'search_documents', 'search_passages', 'intake_items'])
      assert.ok(before.includes(table), `${table} held it before: ${before.join(', ')}`)
    assert.ok((await tablesWith(id)).includes('messages'), 'webhooks were to be told of it')
    assert.ok((await readdir(world.blobDir)).includes(id))

    const refused = await erase(id)
    assert.equal(refused.status, 409)
    assert.match(refused.text, /has been approved/)
    assert.equal((await erase(id, '?force=true')).status, 409, 'force alone is not a reason')
    assert.equal((await erase(id, '?force=true&reason=Asked%20by%20the%20person', 99)).status, 412)
    const erased = await erase(id, '?force=true&reason=Asked%20by%20the%20person')
    assert.equal(erased.status, 204, erased.text)

    assert.deepEqual(await tablesWith('ERASE-4711'), [])
    assert.deepEqual(await tablesWith(id), ['events'])
    assert.equal(await intakeLines(), 2, 'that something came stays, so that it does not come again')
    assert.equal((await world.ask(admin, `/api/v1/documents/${id}`)).status, 404)
    assert.equal((await erase(id)).status, 404)
    assert.deepEqual(((await (await world.ask(admin, '/api/v1/search?text=ERASE-4711')).json()) as { items: unknown[] }).items, [])
    assert.ok(!(await readdir(world.blobDir)).includes(id))
    const last = await world.db.transaction(admin.organisationId, (tx) =>
      tx.row(
        z.object({ kind: z.string(), actor: z.string(), reason: z.unknown() }),
        sql`select kind, actor, reason from events where document_id = ${id} order by sequence desc limit 1`,
      ),
    )
    assert.deepEqual(last, { kind: 'erased', actor: admin.userId, reason: { code: 'erased', message: 'Asked by the person' } })
    assert.equal((await verifyChain(world.db, admin.organisationId)).brokenAt, null)
  })

  it('takes with it the stored answers to changes under an Idempotency-Key, and leaves those about others', async () => {
    const [id, other] = [await upload('ERASE-REPLY'), await upload('ERASE-OTHER')]
    const approveOnce = async (document: string, version: number | undefined) =>
      world.ask(admin, `/api/v1/documents/${document}/review`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"`, 'Idempotency-Key': `approve-${document}` },
        body: JSON.stringify({ action: 'approve', fields: {} }),
      })
    const versions = [await versionOf(id), await versionOf(other)]
    for (const [i, document] of [id, other].entries()) assert.equal((await approveOnce(document, versions[i])).status, 200)
    await world.work()
    const { items } = (await (await world.ask(admin, '/api/v1/records')).json()) as { items: { id: string; documentId: string }[] }
    const record = items.find(({ documentId }) => documentId === id)
    const acknowledged = await world.ask(admin, `/api/v1/records/${record?.id}/ack`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Idempotency-Key': 'ack-reply' },
      body: JSON.stringify({ status: 'posted' }),
    })
    assert.ok(acknowledged.ok, await acknowledged.text())
    const again = await approveOnce(id, versions[0])
    assert.deepEqual([again.status, again.headers.get('Idempotency-Replayed')], [200, 'true'])
    assert.equal((await erase(id, '?force=true&reason=Asked')).status, 204)
    const kept = await world.db.transaction(admin.organisationId, (tx) =>
      tx.rows(z.object({ key: z.string() }), sql`select key from kept_replies order by key`),
    )
    assert.deepEqual(kept, [{ key: `approve-${other}` }])
    assert.equal((await approveOnce(id, versions[0])).status, 404, 'the answer of then is not given again')
    assert.equal((await approveOnce(other, versions[1])).headers.get('Idempotency-Replayed'), 'true')
  })

  it('makes the backup of yesterday unreadable: its key is gone', async () => {
    const id = await upload('ERASE-BACKUP')
    const { file } = (await world.documents.get(admin.organisationId, id))!
    const backup = `${world.blobDir}-backup`
    await cp(world.blobDir, backup, { recursive: true })
    assert.equal((await world.blobs.get(id, file)).subarray(0, 4).toString('latin1'), '%PDF')
    assert.equal((await erase(id)).status, 204)
    await cp(backup, world.blobDir, { recursive: true })
    await assert.rejects(world.blobs.get(id, file), { code: 'not_found' })
    for (const name of await readdir(`${world.blobDir}/${id}`))
      assert.ok(!(await readFile(`${world.blobDir}/${id}/${name}`)).includes('%PDF'), 'no plain bytes in the backup')
    await rm(backup, { recursive: true })
  })

  it('refuses while a legal hold lies on it, with the reason, force or not', async () => {
    const id = await upload('ERASE-HELD')
    const send = (path: string, method: string, reason: string) =>
      world.ask(admin, `/api/v1/documents/${id}${path}`, { method, body: JSON.stringify({ reason }) })
    assert.equal((await send('/hold', 'PUT', 'Tax audit 2026')).status, 204)
    assert.equal((await send('/hold', 'PUT', 'Another')).status, 409)
    const held = await erase(id, '?force=true&reason=x')
    assert.equal(held.status, 409)
    assert.match(held.text, /Tax audit 2026/)
    assert.equal((await send('/hold/lift', 'POST', 'The audit is over')).status, 204)
    assert.equal((await send('/hold/lift', 'POST', 'again')).status, 409)
    assert.equal((await erase(id)).status, 204)
  })

  it('is held back by no table: what points to a document, its records or reviews falls with them, or the function removes it', async () => {
    const keys = await world.db.transaction(admin.organisationId, (tx) =>
      tx.rows(
        z.object({ key: z.string() }),
        sql`select conrelid::regclass || ' to ' || confrelid::regclass as key from pg_constraint
            where contype = 'f' and confdeltype = 'a' and confrelid in ('documents'::regclass, 'records'::regclass, 'reviews'::regclass) order by 1`,
      ),
    )
    const removed = ['documents', 'idempotency_keys', 'outbox', 'records', 'reviews'].map((table) => `${table} to documents`)
    assert.deepEqual(
      keys.map(({ key }) => key),
      [...removed, 'record_acks to records'].toSorted(),
    )
  })

  it('is refused to everybody but administrators', async () => {
    const id = await upload('ERASE-ROLES')
    for (const role of Role.options.filter((one) => one !== 'admin')) {
      const who = await world.colleague(admin, role)
      const answer = await world.ask(who, `/api/v1/documents/${id}`, { method: 'DELETE', headers: { 'If-Match': '"1"' } })
      assert.equal(answer.status, 403, role)
    }
    const stranger = await world.person('Stranger', 'admin')
    const foreign = await world.ask(stranger, `/api/v1/documents/${id}`, { method: 'DELETE', headers: { 'If-Match': '"1"' } })
    assert.equal(foreign.status, 404)
    assert.ok(await world.documents.get(admin.organisationId, id))
  })

  it('cannot be done by the web side’s own login in any other way: records are append-only', async () => {
    const id = await upload('ERASE-DIRECT')
    await approve(id)
    const direct = world.db.transaction(admin.organisationId, async (tx) => {
      await tx.rows(z.object({}), sql`select set_config('docket.erasing', ${id}, true)`)
      await tx.run(sql`delete from records where document_id = ${id}`)
    })
    await assert.rejects(direct, /permission denied/)
    const stranger = await world.person('Other', 'admin')
    await world.db.transaction(stranger.organisationId, (tx) => tx.rows(z.object({}), sql`select erase_document(${id})`))
    assert.ok(await world.documents.get(admin.organisationId, id), 'another organisation erases nothing')
  })
})
