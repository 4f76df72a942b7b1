import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { GERMAN, invoiceWith } from '../schemas/invoice/export/sample-invoice.ts'
import { writeUbl } from '../schemas/invoice/export/ubl/write.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

/** What `sap.json` asks for: no document holds it. */
const CODES = { companyCode: '1010', invoicingParty: '17300001' }
const DATEV = { consultant: '29098', client: '42', yearStart: '20260101', account: '4930', supplierAccount: '70001' }

describe('codes of the accounting systems', () => {
  let world: World
  let admin: SignedIn
  before(async () => {
    world = await createWorld()
    admin = await world.person('Admin', 'admin')
  })
  after(() => world.close())

  const put = (path: string, settings: object, who = admin) =>
    world.ask(who, `/api/v1/export-settings/${path}`, {
      method: 'PUT',
      body: JSON.stringify(settings),
      headers: { 'Content-Type': 'application/json' },
    })
  const knownOf = async (who = admin) => {
    const answer = await world.ask(who, '/api/v1/export-settings')
    return ((await answer.json()) as { items: { format: string; settings: object; known: { name: string; default: string | null }[] }[] })
      .items
  }

  it('are kept for each format, and for this organisation alone', async () => {
    const sap = (await knownOf()).find(({ format }) => format === 'sap.json')
    assert.ok(sap)
    for (const name of Object.keys(CODES))
      assert.ok(
        sap.known.some((one) => one.name === name),
        name,
      )
    assert.equal((await put('invoice/sap.json', CODES)).status, 200)
    assert.deepEqual((await knownOf()).find(({ format }) => format === 'sap.json')?.settings, CODES)
    const stranger = await world.person('Stranger', 'admin')
    assert.deepEqual((await knownOf(stranger)).find(({ format }) => format === 'sap.json')?.settings, {})
  })

  it('are refused where the format knows no such name or value, and to who may not set them', async () => {
    assert.equal((await put('invoice/sap.json', { nothing: '1' })).status, 422)
    assert.equal((await put('invoice/sap.json', { companyCode: 'far too long for it' })).status, 422)
    assert.equal((await put('invoice/ubl.xml', {})).status, 404)
    assert.equal((await put('invoice/sap.json', CODES, await world.colleague(admin, 'reviewer'))).status, 403)
  })

  it('stand on a screen that keeps what was typed when it is refused', async () => {
    const post = (companyCode: string) =>
      world.ask(admin, '/export-settings', {
        method: 'POST',
        body: new URLSearchParams({
          type: 'invoice',
          format: 'sap.json',
          'setting:companyCode': companyCode,
          'setting:invoicingParty': '17300001',
        }),
      })
    const refused = await post('far too long for it')
    assert.equal(refused.status, 422)
    assert.match(await refused.text(), /value="far too long for it"[^>]*aria-invalid="true"/)
    assert.equal((await post('1010')).headers.get('location'), '/export-settings?notice=saved')
    assert.match(await (await world.ask(admin, '/export-settings')).text(), /value="1010"/)
  })

  it('are used where a request for a file gives none, and give way where it does', async () => {
    const body = new FormData()
    body.set('file', new File([writeUbl(invoiceWith(GERMAN))], 'invoice.xml'))
    const { id } = (await (await world.ask(admin, '/api/v1/documents', { method: 'POST', body })).json()) as { id: string }
    await world.work()
    const row = await world.documents.get(admin.organisationId, id)
    if (row?.status === 'review') {
      const overrides = (
        (await (await world.ask(admin, `/api/v1/documents/${id}/result`)).json()) as { findings: { ruleId: string; severity: string }[] }
      ).findings
        .filter(({ severity }) => severity === 'error')
        .map(({ ruleId }) => ({ ruleId, reason: 'a test' }))
      await world.ask(admin, `/api/v1/documents/${id}/review`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'If-Match': `"${row.version}"` },
        body: JSON.stringify({ action: 'approve', overrides }),
      })
      await world.work()
    }
    const { items } = (await (await world.ask(admin, '/api/v1/records')).json()) as { items: { id: string }[] }
    const path = `/api/v1/records/${items[0]?.id}.datev.csv`
    const asked = (await knownOf()).find(({ format }) => format === 'datev.csv')?.known.filter((one) => one.default === null) ?? []
    assert.ok(asked.length > 0, 'DATEV asks for codes of the firm')
    assert.equal((await world.ask(admin, path)).status, 422)
    assert.equal((await put('invoice/datev.csv', DATEV)).status, 200)
    const written = await world.ask(admin, path)
    assert.equal(written.status, 200, await written.clone().text())
    assert.match(await written.text(), /29098/)
    assert.match(await (await world.ask(admin, `${path}?consultant=29099`)).text(), /29099/)
  })
})
