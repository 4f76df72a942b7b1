import { createTransport } from 'nodemailer'

export interface DraftMail {
  readonly from: string
  readonly to: string
  readonly subject: string
  readonly text: string
}

/** A message as a file (.eml, RFC 5322) that a mail program opens as a draft of the person's own (`X-Unsent`, as Outlook and Thunderbird know it). */
export async function composeMail({ from, to, subject, text }: DraftMail): Promise<Uint8Array> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  const { message } = await transport.sendMail({ from, to, subject, text, headers: { 'X-Unsent': '1' } })
  if (!Buffer.isBuffer(message)) throw new Error('A composed message is in memory')
  return message
}
