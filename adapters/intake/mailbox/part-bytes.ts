import type { ImapFlow } from 'imapflow'
import { PipelineError } from '../../../core/errors.ts'
import type { Attachment } from './attachments.ts'

/** The file of an attachment as it was attached. Throws `dependency_unavailable` when the server does not give it. */
export async function* partBytes(client: ImapFlow, uid: number, { part, mediaType, encoding }: Attachment): AsyncGenerator<Uint8Array> {
  if (mediaType === 'text/plain' || mediaType === 'text/html') {
    yield await rawText(client, uid, part, encoding)
    return
  }
  const { content } = await client.download(String(uid), part, { uid: true })
  if (!content) throw gone()
  for await (const chunk of content) yield chunk as Buffer
}

/** Texts are fetched as they are: the library would write them anew in UTF-8, and an XML that names its own charset would no longer be what it says. */
async function rawText(client: ImapFlow, uid: number, part: string, encoding: string): Promise<Buffer> {
  const message = await client.fetchOne(String(uid), { bodyParts: [part] }, { uid: true })
  const raw = message ? message.bodyParts?.get(part) : undefined
  if (!raw) throw gone()
  if (encoding === 'base64') return Buffer.from(raw.toString('latin1'), 'base64')
  return encoding === 'quoted-printable' ? unquoted(raw.toString('latin1')) : raw
}

/** RFC 2045, 6.7. */
function unquoted(text: string): Buffer {
  const joined = text.replace(/[ \t]+(?=\r?\n|$)/g, '').replace(/=\r?\n/g, '')
  return Buffer.from(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  )
}

function gone(): PipelineError {
  return new PipelineError('dependency_unavailable', 'The mail server did not give an attachment; it is asked again later.', {
    retryable: true,
  })
}
