import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { GERMAN, invoiceWith } from '../schemas/invoice/export/sample-invoice.ts'
import { writeUbl } from '../schemas/invoice/export/ubl/write.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('an approved record as files', () => {
  let world: World
  let reviewer: SignedIn
  let recordId: string
  let documentId: string

  before(async () => {
    world = await createWorld()
    reviewer = await world.person()
    ;({ documentId, recordId } = await approved(GERMAN))
  })
  after(() => world.close())

  async function approved(values: Readonly<Record<string, string | boolean>>) {
    const body = new FormData()
    body.set('file', new File([writeUbl(invoiceWith(values))], 'invoice.xml'))
    const { id } = (await (await world.ask(reviewer, '/api/v1/documents', { method: 'POST', body })).json()) as { id: string }
    await world.work()
    const { version, status } = (await (await world.ask(reviewer, `/api/v1/documents/${id}`)).json()) as { version: number; status: string }
    if (status !== 'approved') {
      const result = (await (await world.ask(reviewer, `/api/v1/documents/${id}/result`)).json()) as {
        findings: { ruleId: string; severity: string }[]
      }
      const overrides = result.findings.filter((f) => f.severity === 'error').map(({ ruleId }) => ({ ruleId, reason: 'a test' }))
      const decided = await world.ask(reviewer, `/api/v1/documents/${id}/review`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
        body: JSON.stringify({ action: 'approve', overrides }),
      })
      assert.equal(decided.status, 200, await decided.text())
      await world.work()
    }
    const { items } = (await (await world.ask(reviewer, '/api/v1/records')).json()) as { items: { id: string; documentId: string }[] }
    const record = items.find((one) => one.documentId === id)
    assert.ok(record)
    return { documentId: id, recordId: record.id }
  }

  it('come as attachments with their own media type, never to be sniffed', async () => {
    const answer = await world.ask(reviewer, `/api/v1/records/${recordId}.ubl.xml`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'application/xml; charset=utf-8')
    assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(
      answer.headers.get('content-disposition'),
      `attachment; filename="${recordId}.ubl.xml"; filename*=UTF-8''${recordId}.ubl.xml`,
    )
    assert.match(await answer.text(), /<cbc:ID>RE-7<\/cbc:ID>/)
    const json = (await (await world.ask(reviewer, `/api/v1/records/${recordId}.json`)).json()) as { id: string; data: { number: string } }
    assert.deepEqual([json.id, json.data.number], [recordId, 'RE-7'])
  })

  it('can be a page drawn in a person’s language with the XML inside', async () => {
    const answer = await world.ask(reviewer, `/api/v1/records/${recordId}.factur-x.pdf?language=fr`)
    assert.equal(answer.status, 200)
    assert.equal(answer.headers.get('content-type'), 'application/pdf')
    const bytes = Buffer.from(await answer.arrayBuffer())
    const said = ['%PDF-1.7', '/AFRelationship /Alternative', '/Lang (fr)', '(factur-x.xml)']
    assert.deepEqual(
      said.filter((text) => !bytes.includes(text, 0, 'latin1')),
      [],
    )
    assert.equal((await world.ask(reviewer, `/api/v1/records/${recordId}.factur-x.pdf?language=xx`)).status, 422)
  })

  it('are listed with what each lacks and leaves out', async () => {
    const { items } = (await (await world.ask(reviewer, `/api/v1/records/${recordId}/formats`)).json()) as {
      items: { name: string; lacks: object[]; href: string }[]
    }
    const ubl = items.find(({ name }) => name === 'ubl.xml')
    assert.deepEqual([ubl?.lacks, ubl?.href], [[], `/api/v1/records/${recordId}.ubl.xml`])
  })

  it('are refused by field where the record lacks what the format demands', async () => {
    const { recordId: bare } = await approved({ ...GERMAN, number: 'RE-8', 'buyer.address.country': 'DE', 'seller.address.country': 'XX' })
    const answer = await world.ask(reviewer, `/api/v1/records/${bare}.cii.xml`)
    const problem = (await answer.json()) as { type: string; fields: string[]; lacks: { rule: string }[] }
    assert.equal(answer.status, 422)
    assert.equal(answer.headers.get('content-type'), 'application/problem+json')
    assert.deepEqual(
      [problem.type, problem.fields, problem.lacks[0]?.rule],
      ['/problems/export_refused', ['seller.address.country'], 'BR-CL-14'],
    )
  })

  it('are nobody else’s, and unknown formats, records and settings are told apart', async () => {
    const stranger = await world.person()
    const status = async (who: SignedIn, path: string) => (await world.ask(who, path)).status
    assert.equal(await status(stranger, `/api/v1/records/${recordId}.json`), 404)
    assert.equal(await status(stranger, `/api/v1/records/${recordId}/formats`), 404)
    assert.equal(await status(reviewer, `/api/v1/records/${recordId}.exe`), 404)
    assert.equal(await status(reviewer, '/api/v1/records/nothing.json'), 404)
    assert.equal(await status(reviewer, `/api/v1/records/${recordId}.json?companyCode=1`), 422)
    assert.equal((await fetch(`${world.url}/api/v1/records/${recordId}.json`)).status, 401)
  })

  it('stand on the document’s page', async () => {
    const page = await (await world.ask(reviewer, `/documents/${documentId}`)).text()
    assert.match(page, new RegExp(`href="/api/v1/records/${recordId}\\.xlsx"`))
  })

  it('have a published schema', async () => {
    const answer = await world.ask(reviewer, '/api/v1/types/invoice/schema.json')
    assert.equal(answer.headers.get('content-type'), 'application/schema+json')
    assert.equal(((await answer.json()) as { $schema: string }).$schema, 'https://json-schema.org/draft/2020-12/schema')
  })
})
