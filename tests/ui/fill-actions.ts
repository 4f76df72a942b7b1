import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { sql } from '../../adapters/db/sql.ts'
import type { SignedIn, World } from './world.ts'

const SOON_DAYS = 20

/** An approved contract with days to come, a letter about a document that left and one that did not, and a payment order of an approved one. */
export async function fillActions(world: World, who: SignedIn, documentId: string, paidId: string): Promise<void> {
  const { organisationId, userId } = who
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const contract = randomUUID()
  const data = {
    number: 'Д-2026/17',
    parties: [{ name: 'ООО «Северная бумага и канцелярские принадлежности»' }],
    expiryDate: day(SOON_DAYS + 30),
    renewal: { auto: true, period: '1 year', noticeDays: '30' },
  }
  await world.db.transaction(organisationId, async (tx) => {
    await tx.run(sql`
      insert into documents (id, organisation_id, file_name, file, media_type, bytes, sha256, status, uploaded_by, type)
      values (${contract}, ${organisationId}, 'contract.pdf', ${JSON.stringify({ sha256: '0'.repeat(64), bytes: 1, mediaType: 'application/pdf' })},
              'application/pdf', 1, ${contract}, 'approved', ${userId}, 'contract')`)
    await tx.run(sql`
      insert into records (id, organisation_id, position, document_id, run, version, type, data, sha256, approved_by, approved_at)
      values (${randomUUID()}, ${organisationId}, 900000, ${contract}, 1, 1, 'contract', ${JSON.stringify(data)}, 'x', ${userId}, now())`)
  })
  const letter = {
    documentId,
    to: 'sales@example.com',
    subject: 'Please check NW-77',
    body: 'Line 1 says 125.00.',
    language: 'en' as const,
  }
  const failed = { ...letter, id: randomUUID(), replyTo: null }
  assert.ok(await world.storage.letters.send(organisationId, failed, userId))
  const [due] = await world.storage.letterOutbox.take(1, [])
  assert.ok(due)
  await world.storage.letterOutbox.record(due, { status: 410, error: 'smtp_550' }, null)
  assert.ok(await world.storage.letters.send(organisationId, { ...failed, id: randomUUID() }, userId))
  const order = {
    payerAccount: '40702810800000000002',
    payerBank: 'АО Другой банк',
    payerBik: '044525974',
    payerCorrAccount: '30101810145250000974',
    orderNumber: '7',
    orderDate: day(SOON_DAYS),
    orderAmount: '166328.48',
    orderPurpose: 'Оплата по счету № 21/02-9 от 20.02.2026. В том числе НДС 22% - 29993.66',
  }
  const answer = await world.ask(who, `/documents/${paidId}/payment`, {
    method: 'POST',
    body: new URLSearchParams({ ...order, id: randomUUID(), action: 'keep' }),
  })
  assert.equal(answer.status, 303, 'The payment order was not kept')
}
