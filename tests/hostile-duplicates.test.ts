import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

describe('row 57: the same invoice in other bytes', () => {
  let world: World
  before(async () => {
    world = await createWorld()
  })
  after(() => world.close())

  async function settled(xml: string, who: SignedIn) {
    const answer = await world.ask(who, '/api/v1/documents', {
      method: 'POST',
      body: xml,
      headers: { 'Content-Type': 'application/xml', 'X-File-Name': 'invoice.xml' },
    })
    assert.equal(answer.status, 202)
    const { id } = (await answer.json()) as { id: string }
    await world.work()
    const row = await world.documents.get(who.organisationId, id)
    const { reasons } = (await (await world.ask(who, `/api/v1/documents/${id}/result`)).json()) as { reasons: { code: string }[] }
    return { status: row?.status, reasons: reasons.map(({ code }) => code) }
  }

  it('goes to a person; in another organisation it is new', async () => {
    const ubl = await readFile('samples/invoice/e-invoice-ubl/document.xml', 'utf8')
    const owner = await world.person('Books')
    const stranger = await world.person('Other books')
    assert.deepEqual(await settled(ubl, owner), { status: 'approved', reasons: [] })
    assert.deepEqual(await settled(`${ubl}<!-- again -->`, owner), { status: 'review', reasons: ['duplicate'] })
    assert.deepEqual(await settled(`${ubl}<!-- again -->`, stranger), { status: 'approved', reasons: [] })
  })
})
