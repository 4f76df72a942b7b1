import type { MessageStructureObject } from 'imapflow'

export interface Attachment {
  /** IMAP part number. */
  readonly part: string
  readonly name: string
  readonly mediaType: string
  readonly encoding: string
  /** Why it does not become a document: `winmail`, `nested_message`, `picture_of_text`; null = it is taken. */
  readonly leftOut: 'winmail' | 'nested_message' | 'picture_of_text' | null
}

const DEEPEST = 20

/**
 * The attachments of a message by its structure, before anything of it is fetched: every part that is no text of the message itself. A message inside the
 * message is not opened, and pictures that the text shows (logos of signatures) are left out.
 */
export function attachmentsOf(structure: MessageStructureObject): readonly Attachment[] {
  const found: Attachment[] = []
  const walk = (node: MessageStructureObject, within: string, depth: number) => {
    const type = node.type.toLowerCase()
    if (type.startsWith('multipart/') && node.childNodes) {
      if (depth < DEEPEST) for (const child of node.childNodes) walk(child, type, depth + 1)
      return
    }
    const name = node.dispositionParameters?.filename ?? node.parameters?.name ?? null
    const isText = (type === 'text/plain' || type === 'text/html') && node.disposition !== 'attachment' && name === null
    if (isText || type === 'multipart/signed' || SIGNATURES.has(type)) return
    found.push({
      // A message that is nothing but one file has no parts; IMAP calls it part 1.
      part: node.part ?? '1',
      name: name ?? `${type.replace('/', '.')}`,
      mediaType: type,
      encoding: (node.encoding ?? '').toLowerCase(),
      leftOut: leftOut(node, type, name, within),
    })
  }
  walk(structure, '', 0)
  return found
}

const SIGNATURES = new Set(['application/pkcs7-signature', 'application/x-pkcs7-signature', 'application/pgp-signature', 'text/calendar'])

function leftOut({ id, disposition }: MessageStructureObject, type: string, name: string | null, within: string): Attachment['leftOut'] {
  if (type === 'application/ms-tnef' || name?.toLowerCase() === 'winmail.dat') return 'winmail'
  if (type === 'message/rfc822') return 'nested_message'
  const isShownInText = within === 'multipart/related' && type.startsWith('image/') && id !== undefined && disposition !== 'attachment'
  return isShownInText ? 'picture_of_text' : null
}
