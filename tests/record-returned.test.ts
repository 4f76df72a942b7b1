import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { invoicePdf } from './ui/invoice-pdf.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

interface Listed {
  readonly id: string
  readonly documentId: string
  readonly version: number
  readonly data: { readonly note: string | null; readonly number: string }
  readonly acknowledgement: { readonly status: string; readonly reason: string | null } | null
}

describe('what the accounting system answers', () => {
  let world: World
  let admin: SignedIn
  before(async () => {
    world = await createWorld()
    admin = await world.person('Admin', 'admin')
  })
  after(() => world.close())

  const json = async <T>(path: string) => (await (await world.ask(admin, path)).json()) as T
  const post = (path: string, body: object, headers = {}) =>
    world.ask(admin, path, { method: 'POST', body: JSON.stringify(body), headers: { 'Content-Type': 'application/json', ...headers } })
  const document = (id: string) => json<{ status: string; version: number; run: number }>(`/api/v1/documents/${id}`)
  const records = async (id: string) =>
    (await json<{ items: Listed[] }>('/api/v1/records?limit=200')).items.filter(({ documentId }) => documentId === id)
  const events = async (id: string) => (await json<{ items: { kind: string }[] }>(`/api/v1/documents/${id}/events`)).items
  const ack = async (recordId: string, body: object) => (await post(`/api/v1/records/${recordId}/ack`, body)).status

  /** Uploaded, read, and approved by a person who wrote a note. */
  const approved = async (number: string): Promise<{ id: string; recordId: string }> => {
    const pdf = new Uint8Array(invoicePdf({ number, date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
    const { id } = (await (await world.ask(admin, '/api/v1/documents', { method: 'POST', body: pdf })).json()) as { id: string }
    await world.work()
    await approve(id, { note: 'From a person' })
    return { id, recordId: (await records(id))[0]!.id }
  }
  const approve = async (id: string, fields: object) => {
    const { version } = await document(id)
    const { findings } = await json<{ findings: { ruleId: string; severity: string }[] }>(`/api/v1/documents/${id}/result`)
    const overrides = findings.filter(({ severity }) => severity === 'error').map(({ ruleId }) => ({ ruleId, reason: 'Specimen' }))
    const answer = await post(`/api/v1/documents/${id}/review`, { action: 'approve', fields, overrides }, { 'If-Match': `"${version}"` })
    assert.equal(((await answer.json()) as { status: string }).status, 'approved')
  }

  it('brings a rejected record back to a person with the reason and with what was corrected, and lets a second record follow', async () => {
    const { id, recordId } = await approved('ACK-1')
    const before = await document(id)
    assert.equal(await ack(recordId, { status: 'rejected', reason: 'The period is closed' }), 200)
    await world.work()
    const back = await document(id)
    assert.deepEqual([back.status, back.run], ['review', before.run + 1])
    const result = await json<{ reasons: { code: string; message: { en: string } }[]; fields: Record<string, { source: string }> }>(
      `/api/v1/documents/${id}/result`,
    )
    assert.deepEqual(result.reasons[0], {
      code: 'record_returned',
      message: {
        en: 'The accounting system did not accept the record: The period is closed',
        ru: 'Учётная система не приняла запись: The period is closed',
      },
    })
    assert.equal(result.fields.note?.source, 'human', 'what the person wrote before is still there')
    assert.match(await (await world.ask(admin, `/documents/${id}`)).text(), /The period is closed/)

    await approve(id, { note: 'Booked in April' })
    const [first, second] = await records(id)
    assert.deepEqual([first?.data.note, first?.version, first?.acknowledgement?.status], ['From a person', 1, 'rejected'])
    assert.deepEqual([second?.data.note, second?.version, second?.acknowledgement], ['Booked in April', 2, null])
    const kinds = (await events(id)).map(({ kind }) => kind)
    assert.deepEqual(kinds.slice(kinds.indexOf('approved')), ['approved', 'returned', 'processing_started', 'review_requested', 'approved'])
  })

  it('takes the same word once, and not the opposite one afterwards', async () => {
    const { id, recordId } = await approved('ACK-2')
    const answers = await Promise.all(Array.from({ length: 8 }, () => ack(recordId, { status: 'rejected', reason: 'No such supplier' })))
    assert.deepEqual(new Set(answers), new Set([200]))
    await world.work()
    assert.equal((await events(id)).filter(({ kind }) => kind === 'returned').length, 1)
    assert.equal((await document(id)).run, 2)
    assert.equal(await ack(recordId, { status: 'posted' }), 409)
  })

  it('closes the document of a posted record', async () => {
    const { id, recordId } = await approved('ACK-3')
    assert.equal(await ack(recordId, {}), 200)
    assert.equal(await ack(recordId, { status: 'posted' }), 200)
    assert.equal(await ack(recordId, { status: 'rejected', reason: 'Too late' }), 409)
    assert.equal((await document(id)).status, 'approved')
    assert.equal((await events(id)).filter(({ kind }) => kind === 'posted').length, 1)
    assert.match(await (await world.ask(admin, `/documents/${id}`)).text(), /has posted the record/)
  })

  it('wants a reason for a rejection, and knows only records of its own organisation', async () => {
    const { recordId } = await approved('ACK-4')
    for (const body of [{ status: 'rejected' }, { status: 'rejected', reason: '' }, { status: 'booked' }])
      assert.equal(await ack(recordId, body), 422, JSON.stringify(body))
    const stranger = await world.person('Stranger', 'admin')
    const answer = await world.ask(stranger, `/api/v1/records/${recordId}/ack`, { method: 'POST', body: '{"status":"posted"}' })
    assert.equal(answer.status, 404)
  })
})
