import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { createGoldenDocuments } from '../adapters/db/index.ts'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('golden documents', () => {
  let world: World
  let admin: SignedIn
  before(async () => {
    world = await createWorld()
    admin = await world.person('Anna', 'admin')
  })
  after(() => world.close())

  const upload = async (number: string, month: string, gross = '120.00') => {
    const pdf = invoicePdf({ number, date: `12 ${month} 2026`, net: '100.00', tax: '20.00', gross })
    const accepted = await world.ask(admin, '/api/v1/documents', { method: 'POST', body: new Uint8Array(pdf) })
    await world.work()
    return ((await accepted.json()) as { id: string }).id
  }
  const decide = async (id: string, decision: object) => {
    const { version } = (await (await world.ask(admin, `/api/v1/documents/${id}`)).json()) as { version: number }
    const answer = await world.ask(admin, `/api/v1/documents/${id}/review`, {
      method: 'POST',
      body: JSON.stringify(decision),
      headers: { 'Content-Type': 'application/json', 'If-Match': `"${version}"` },
    })
    assert.equal(answer.status, 200, await answer.clone().text())
  }
  const page = async (who: SignedIn, language = 'en') =>
    (await world.ask(who, '/acceptance/golden', { headers: { 'Accept-Language': language } })).text()
  const corrected = async () => Object.fromEntries(await createGoldenDocuments(world.db).corrected(admin.organisationId))

  it('are those in which a person corrected something, from the approval on', async () => {
    assert.match(await page(admin), /Nothing yet/)
    const changed = await upload('NW-771', 'March')
    const confirmed = await upload('KP-902', 'May')
    await decide(changed, { action: 'save', fields: { number: 'NW-777' } })
    assert.deepEqual(await corrected(), {}, 'a saved correction is not approved yet')
    await decide(changed, { action: 'approve', fields: { 'totals.due': '120.00' } })
    await decide(confirmed, { action: 'approve', fields: { number: 'KP-902' } })
    assert.deepEqual(Object.keys(await corrected()), [changed])
    assert.ok((await corrected())[changed]?.includes('number'))
    assert.match(await page(admin), new RegExp(`href="/documents/${changed}"`))
    assert.match(await page(admin, 'ru'), /Эталонные документы/)
    assert.ok(!(await page(admin)).includes(confirmed))
  })

  it('add what is corrected when a record comes back, and are out until it is approved again', async () => {
    const id = await upload('ZY-40417', 'July')
    await decide(id, { action: 'approve', fields: { number: 'ZY-40418' } })
    const { items } = (await (await world.ask(admin, '/api/v1/records')).json()) as { items: { id: string; documentId: string }[] }
    const record = items.find(({ documentId }) => documentId === id)
    await world.ask(admin, `/api/v1/records/${record?.id}/ack`, {
      method: 'POST',
      body: JSON.stringify({ status: 'rejected', reason: 'Another period' }),
      headers: { 'Content-Type': 'application/json' },
    })
    await world.work()
    assert.equal((await corrected())[id], undefined)
    await decide(id, { action: 'approve', fields: { note: 'Booked in August' } })
    assert.deepEqual(
      (await corrected())[id]?.filter((path) => ['note', 'number'].includes(path)),
      ['note', 'number'],
    )
  })

  it('are shown to their organisation only, and to those who may see settings', async () => {
    const stranger = await world.person('Stranger', 'admin')
    assert.match(await page(stranger), /Nothing yet/)
    const uploader = await world.colleague(admin, 'uploader')
    assert.equal((await world.ask(uploader, '/acceptance/golden')).status, 403)
  })
})
