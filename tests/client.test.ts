import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import type { Uploaded } from '../client/docket-api.ts'
import { clientCredentials, createDocket, type Docket, DocketProblem } from '../client/docket-client.ts'
import { type Described, typescriptOf } from '../client/typescript-of.ts'
import { SCOPES } from '../core/permissions.ts'
import { openApi } from '../ui/api/description/openapi.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

/** What an accounting system does with Docket, through the client that we publish for it. */
describe('the TypeScript client', () => {
  let world: World
  let admin: SignedIn
  let erp: Docket
  before(async () => {
    world = await createWorld({ DOCKET_WEBHOOK_ALLOW: '127.0.0.1' })
    admin = await world.person('Admin', 'admin')
    const { id, secret } = await world.clients.create(admin.organisationId, { name: 'ERP', scopes: SCOPES, createdBy: admin.userId })
    erp = createDocket({ url: world.url, authorization: clientCredentials({ url: world.url, id, secret }) })
  })
  after(() => world.close())

  const pdf = (number: string) =>
    new Uint8Array(invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
  const problem = async (asked: Promise<unknown>) => {
    const error = await asked.then(
      () => null,
      (thrown: unknown) => thrown,
    )
    assert.ok(error instanceof DocketProblem, String(error))
    return [error.problem.status, error.problem.code]
  }

  it('is what the description says today (`npm run client` writes it)', () => {
    const written = readFileSync(new URL('../client/docket-api.ts', import.meta.url), 'utf8')
    // The formatter breaks lines and drops brackets; words and question marks are the content.
    const words = (text: string) => text.match(/[\w-]+\??/g)?.join('\n')
    assert.equal(words(written), words(typescriptOf(openApi('') as never as Described)))
  })

  it('uploads, reads, and is refused in the words of the API', async () => {
    const headers = { 'X-File-Name': 'invoice.pdf', 'Idempotency-Key': 'client-1' }
    const uploaded = await erp.call('postDocuments', { body: pdf('CL-1'), headers })
    const taken = single(uploaded.data)
    assert.deepEqual([uploaded.status, taken.fileName, taken.duplicateOf], [202, 'invoice.pdf', null])
    assert.deepEqual((await erp.call('postDocuments', { body: pdf('CL-1'), headers })).data, uploaded.data)
    await world.work()
    const path = { id: taken.id }
    const document = await erp.call('getDocumentsId', { path })
    assert.equal(document.headers.get('ETag'), `"${document.data.version}"`)
    const { parts, ...row } = document.data
    assert.deepEqual(parts, [], 'a file that is one document')
    assert.deepEqual((await erp.call('getDocuments', { query: { text: 'invoice.pdf', limit: 1 } })).data.items, [row])
    const result = await erp.call('getDocumentsIdResult', { path })
    assert.equal(result.data.fields['totals.gross']?.value, '120.00')
    assert.deepEqual((await erp.call('getDocumentsIdFile', { path })).data, pdf('CL-1'))
    assert.ok((await erp.call('getDocumentsIdPagesPage', { path: { ...path, page: 1 } })).data.length > 1_000)
    assert.equal((await erp.call('getDocumentsIdEvents', { path })).data.items[0]?.kind, 'received')
    assert.deepEqual(await problem(erp.call('getDocumentsId', { path: { id: '../../people' } })), [404, 'not_found'])
    assert.deepEqual(await problem(erp.call('getDocuments', { query: { limit: 0 } })), [422, 'invalid_input'])
    const review = { path, body: { action: 'approve', fields: {} }, headers: { 'If-Match': `"${document.data.version}"` } } as const
    assert.deepEqual(await problem(erp.call('postDocumentsIdReview', review)), [403, 'forbidden'], 'programs do not approve')
    const people = createDocket({ url: world.url, authorization: 'Bearer dk_nobody' })
    assert.deepEqual(await problem(people.call('getTypes')), [401, 'unauthenticated'])
  })

  it('follows approved records page by page, takes them as files and acknowledges them', async () => {
    for (const number of ['CL-2', 'CL-3', 'CL-4']) {
      const { id } = single((await erp.call('postDocuments', { body: pdf(number) })).data)
      await world.work()
      const { version } = (await erp.call('getDocumentsId', { path: { id } })).data
      const headers = { 'If-Match': `"${version}"`, 'Content-Type': 'application/json' }
      const body = JSON.stringify({ action: 'approve', fields: {} })
      assert.equal((await world.ask(admin, `/api/v1/documents/${id}/review`, { method: 'POST', body, headers })).status, 200)
    }
    await world.work()
    const seen: string[] = []
    let after = ''
    for (;;) {
      const { data } = await erp.call('getRecords', { query: { after, limit: 1 } })
      seen.push(...data.items.map((record) => String(record.data.number)))
      if (data.next === null || data.items.length === 0) break
      after = data.next
    }
    assert.deepEqual(seen, ['CL-2', 'CL-3', 'CL-4'])
    const [record] = (await erp.call('getRecords')).data.items
    const { id } = record!
    assert.ok((await erp.call('getRecordsIdFormats', { path: { id } })).data.items.some(({ name }) => name === 'csv'))
    const json = (await erp.call('getRecordsFile', { path: { file: `${id}.json` } })).data
    assert.equal((JSON.parse(new TextDecoder().decode(json)) as { data: { number: string } }).data.number, 'CL-2')
    const said = await erp.call('postRecordsIdAck', { path: { id }, body: { status: 'posted' } })
    assert.deepEqual(said.data, { id, acknowledged: true, status: 'posted' })
    assert.equal((await erp.call('getRecords')).data.items[0]?.acknowledgement?.status, 'posted')
  })

  it('sets up webhooks', async () => {
    const made = await erp.call('postWebhooks', { body: { url: 'http://127.0.0.1:9/', kinds: ['record.approved'] } })
    assert.match(made.data.secret, /^whsec_/)
    const path = { id: made.data.id }
    assert.equal((await erp.call('getWebhooksId', { path })).data.url, 'http://127.0.0.1:9/')
    assert.deepEqual((await erp.call('getWebhooksIdDeliveries', { path })).data.items, [])
    assert.equal((await erp.call('deleteWebhooksId', { path })).data, null)
    assert.deepEqual(await problem(erp.call('getWebhooksId', { path })), [404, 'not_found'])
  })
})

/** The outcome of an upload that was one file. */
function single(data: Uploaded): Exclude<Uploaded, { items: unknown }> {
  if ('items' in data) throw new Error('The upload was an archive')
  return data
}
