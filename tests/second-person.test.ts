import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { z } from 'zod'
import { sql } from '../adapters/db/sql.ts'
import { sendInvoice } from './ui/send-invoice.ts'
import { createWorld, type SignedIn, type World } from './ui/world.ts'

const Notice = z.object({ kind: z.string(), audience: z.string() })

describe('two people', () => {
  let world: World
  let anna: SignedIn
  let boris: SignedIn

  before(async () => {
    world = await createWorld()
    anna = await world.person('Anna', 'admin')
    boris = await world.colleague(anna, 'reviewer', 'Boris')
    assert.equal((await limit(boris, '1')).status, 403)
  })
  after(() => world.close())

  const limit = (who: SignedIn, amount: string) =>
    world.ask(who, '/queues/second-person', { method: 'POST', body: new URLSearchParams({ action: 'set', currency: 'gbp', amount }) })
  /** Over GBP 120.00. */
  const sent = (number: string) => sendInvoice(world, anna, { number })
  const rowOf = (id: string) => world.documents.get(anna.organisationId, id)
  const decide = async (who: SignedIn, id: string, decision: object) => {
    const headers = { 'Content-Type': 'application/json', 'If-Match': `"${(await rowOf(id))?.version}"` }
    const answer = await world.ask(who, `/api/v1/documents/${id}/review`, { method: 'POST', body: JSON.stringify(decision), headers })
    return { status: answer.status, ...((await answer.json()) as { code?: string; secondPerson?: boolean }) }
  }
  const approve = { action: 'approve' }
  const html = async (who: SignedIn, id: string) => (await world.ask(who, `/documents/${id}`)).text()

  it('are not needed up to the limit', async () => {
    assert.equal((await limit(anna, '120,00')).headers.get('Location'), '/queues?notice=saved#second-person')
    const id = await sent('T-0')
    await decide(anna, id, approve)
    assert.equal((await rowOf(id))?.status, 'approved')
  })

  it('approve a document above the limit: the first cannot be the second, neither on the screen nor by the API', async () => {
    await limit(anna, '119.99')
    const id = await sent('T-1')
    assert.equal((await decide(anna, id, approve)).secondPerson, true)
    assert.equal((await rowOf(id))?.status, 'review')
    const again = await decide(anna, id, approve)
    assert.deepEqual([again.status, again.code], [403, 'second_person_required'])
    assert.doesNotMatch(await html(anna, id), /data-approve/)
    assert.match(await html(anna, id), /You have approved this document/)
    assert.match(await html(boris, id), /Anna has approved this document/)
    assert.equal((await world.ask(anna, '/documents/next')).headers.get('Location'), '/documents/done')
    assert.equal((await world.ask(boris, '/documents/next')).headers.get('Location'), `/documents/${id}`)
    assert.equal((await decide(boris, id, approve)).secondPerson, undefined)
    assert.equal((await rowOf(id))?.status, 'approved')
    const kinds = (await world.documents.events(anna.organisationId, id)).map(({ kind }) => kind)
    assert.deepEqual(kinds.slice(-2), ['first_approved', 'approved'])
  })

  it('have to approve the same values: who changes one becomes the first', async () => {
    const id = await sent('T-2')
    await decide(anna, id, approve)
    assert.equal((await decide(boris, id, { ...approve, fields: { note: 'Seen with the buyer' } })).secondPerson, true)
    assert.equal((await rowOf(id))?.status, 'review')
    assert.equal((await decide(boris, id, approve)).code, 'second_person_required')
    await decide(anna, id, approve)
    assert.equal((await rowOf(id))?.status, 'approved')
  })

  it('are needed whenever the bank details of a known supplier change', async () => {
    await limit(anna, '1 000')
    const id = await sent('T-4')
    const overrides = [{ ruleId: 'BANK-CHANGED', reason: 'Called them' }]
    const first = await decide(anna, id, { ...approve, fields: { 'payment.iban': 'GB82WEST12345698765432' }, overrides })
    assert.equal(first.secondPerson, true)
    assert.equal((await rowOf(id))?.status, 'review')
    assert.match(await html(boris, id), /bank details differ/)
  })

  it('are told of changed bank details as soon as they are there, before anybody has approved, and once', async () => {
    const told = (id: string) =>
      world.db.transaction(anna.organisationId, (tx) =>
        tx.rows(Notice, sql`select kind, audience from notices where document_id = ${id} order by created_at`),
      )
    const id = await sent('T-5')
    assert.deepEqual(
      (await told(id)).filter(({ kind }) => kind === 'bank'),
      [],
    )
    await decide(anna, id, { action: 'save', fields: { 'payment.iban': 'GB82WEST12345698765432' } })
    await decide(anna, id, { action: 'save', fields: { note: 'Seen' } })
    assert.deepEqual(await told(id).then((all) => all.filter(({ kind }) => kind !== 'assignment')), [
      { kind: 'bank', audience: 'approvers' },
    ])
  })
})
