import { zip } from '../hostile/zip.ts'
import { invoicePdf } from '../kill/text-pdf.ts'
import type { SignedIn, World } from './world.ts'

/** Somebody whose screen of intake has all there is to show: a good source and one that does not answer, a message, an archive, refusals. */
export async function fillIntake({ person, storage }: World): Promise<SignedIn> {
  const who = await person('Olga', 'admin')
  const { organisationId } = who
  const { intake, intakeJournal: journal, intakeSources: sources } = storage
  const scans = { organisationId, source: 'scans', channel: 'folder', holder: 'a' } as const
  const inbox = { organisationId, source: 'invoices', channel: 'mailbox', holder: 'a' } as const
  for (const lease of [scans, inbox]) await sources.lease(lease, 60, 0)
  await sources.release(scans, null)
  await sources.release(inbox, 'unauthenticated')
  const origin = { organisationId, by: 'intake:scans', type: 'auto', idempotencyKey: null }
  const file = (name: string, bytes: Buffer) => ({ name, bytes: once(bytes) })
  const arrival = (...place: string[]) => ({ source: 'scans', channel: 'folder', place }) as const
  await intake.take(file('Счёт 17.pdf', invoicePdf('I-1')), { ...origin, arrival: arrival('a') })
  await intake.take(file('page.html', Buffer.from('<html>')), { ...origin, arrival: arrival('b') })
  const message = { source: 'invoices', channel: 'mailbox', sender: 'supplier@example.com' } as const
  const parentId = await journal.settle(organisationId, { ...message, identity: ['m'], name: 'Документы за ноябрь' }, { state: 'unpacked' })
  const archive = zip([
    { name: 'акт.pdf', content: invoicePdf('I-2') },
    { name: 'счёт.pdf', content: invoicePdf('I-1') },
    { name: 'внутри.zip', content: zip([{ name: 'x.pdf', content: 'x' }]) },
  ])
  await intake.take(file('ноябрь.zip', archive), { ...origin, arrival: { ...message, parentId, place: ['m', '2'] } })
  const logo = { ...message, parentId, identity: ['m', '3'], name: 'logo.png' }
  await journal.settle(organisationId, logo, { state: 'left_out', code: 'picture_of_text', detail: 'picture_of_text' })
  return who
}

async function* once(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes
}
