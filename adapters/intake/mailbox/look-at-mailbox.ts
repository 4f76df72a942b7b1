import type { FetchMessageObject, ImapFlow } from 'imapflow'
import type { Arrival } from '../../db/index.ts'
import type { Channel, LookDeps } from '../channel.ts'
import type { FileOutcome } from '../file-outcome.ts'
import type { MailboxSource } from '../settings.ts'
import { type Attachment, attachmentsOf } from './attachments.ts'
import { withMailbox } from './connect.ts'
import { partBytes } from './part-bytes.ts'

/** Of one look; the rest waits for the next. */
const MOST_MESSAGES = 100
const MOST_ATTACHMENTS = 100

/**
 * A mailbox by IMAP. What is in the inbox has not been taken: a message is taken apart, its attachments become documents, and then it is moved. Cut off
 * in between, the next look takes it apart again, meets what is there, and moves it. Messages are neither changed nor deleted.
 */
export function createMailboxChannel(source: MailboxSource): Channel {
  return {
    look: (deps) =>
      withMailbox(source, async (client) => {
        const lock = await client.getMailboxLock(source.mailbox)
        try {
          const uids = (await client.search({ all: true }, { uid: true })) || []
          let settled = 0
          for (const uid of uids.slice(0, MOST_MESSAGES)) {
            if (!deps.goOn()) break
            const message = await client.fetchOne(String(uid), { envelope: true, bodyStructure: true, size: true }, { uid: true })
            if (!message) continue
            const outcomes = await takeMessage(client, deps, source, message)
            await putAway(client, uid, outcomes.some(({ kind }) => kind !== 'refused') ? source.done : source.refused)
            settled++
          }
          return { settled }
        } finally {
          lock.release()
        }
      }),
  }
}

async function takeMessage(
  client: ImapFlow,
  deps: LookDeps,
  source: MailboxSource,
  message: FetchMessageObject,
): Promise<readonly FileOutcome[]> {
  const { organisationId, intake, journal } = deps
  const arrival = arrivalOf(source, message)
  const attachments = message.bodyStructure ? attachmentsOf(message.bodyStructure) : []
  const refuse = async (code: string, detail: string) => {
    await journal.settle(organisationId, arrival, { state: 'refused', code, detail })
    return []
  }
  if (attachments.length === 0) return refuse('no_attachment', 'The message has no attachment.')
  if (attachments.length > MOST_ATTACHMENTS)
    return refuse('too_many_attachments', `The message has more than ${MOST_ATTACHMENTS} attachments.`)
  const parentId = await journal.settle(organisationId, arrival, { state: 'open' })
  const outcomes: FileOutcome[] = []
  for (const attachment of attachments) {
    const { source: id, channel, sender = null } = arrival
    const place = [...arrival.identity, attachment.part]
    if (attachment.leftOut)
      await leaveOut(deps, { source: id, channel, sender, parentId, identity: place, name: attachment.name }, attachment)
    else {
      const file = { name: attachment.name, bytes: partBytes(client, message.uid, attachment) }
      const origin = { organisationId, by: `intake:${source.id}`, type: source.type, idempotencyKey: null }
      outcomes.push(...(await intake.take(file, { ...origin, arrival: { source: id, channel, sender, parentId, place } })))
    }
  }
  await journal.settle(organisationId, arrival, { state: 'unpacked' })
  return outcomes
}

function leaveOut({ journal, organisationId }: LookDeps, arrival: Arrival, { leftOut }: Attachment): Promise<string> {
  const isPicture = leftOut === 'picture_of_text'
  const code = leftOut ?? ''
  return journal.settle(organisationId, arrival, { state: isPicture ? 'left_out' : 'refused', code, detail: code })
}

/**
 * Senders choose the Message-ID, and some choose the same one twice: it is the message's key together with its size, and every file in it is known by its
 * content as well, so that nothing new passes for something known.
 */
function arrivalOf(source: MailboxSource, { envelope, size = 0 }: FetchMessageObject): Arrival {
  const from = envelope?.from?.[0]
  const date = envelope?.date instanceof Date ? envelope.date.toISOString() : String(envelope?.date ?? '')
  return {
    source: source.id,
    channel: 'mailbox',
    identity: ['message', envelope?.messageId ?? `${from?.address} ${date} ${envelope?.subject}`, String(size)],
    name: envelope?.subject ?? '–',
    sender: from?.address ?? null,
  }
}

async function putAway(client: ImapFlow, uid: number, mailbox: string): Promise<void> {
  await client.mailboxCreate(mailbox)
  await client.messageMove(String(uid), mailbox, { uid: true })
}
