import { createTransport } from 'nodemailer'

export { composeMail, type DraftMail } from './compose.ts'

export interface Mail {
  /** The same at every attempt, so that a mailbox that has it already knows it. */
  readonly id: string
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where an answer goes. Given: a person has written this, so holiday notices may answer (RFC 3834). */
  readonly replyTo?: string | null
}

export interface Sent {
  readonly status: number | null
  readonly error: string | null
}

export interface Mailer {
  /** One attempt; never throws. 250 = the server has taken it, 410 = it will never take it, null = try again; `error` holds no address. */
  send(mail: Mail): Promise<Sent>
  close(): void
}

const TIMEOUT_MS = 20_000

/** E-mail by SMTP. `url`: smtp://user:password@host:587 (STARTTLS where offered) or smtps://…; `from`: the sender's address. */
export function createMailer(url: string, from: string): Mailer {
  const transport = createTransport({ url, connectionTimeout: TIMEOUT_MS, greetingTimeout: TIMEOUT_MS, socketTimeout: TIMEOUT_MS })
  const host = from.replace(/^.*@|>$/g, '') || 'docket'
  return {
    async send({ id, to, subject, text, replyTo }) {
      try {
        // `Auto-Submitted` (RFC 3834): holiday notices do not answer what a machine has written.
        const byWhom = replyTo === undefined ? { headers: { 'Auto-Submitted': 'auto-generated' } } : replyTo === null ? {} : { replyTo }
        await transport.sendMail({ from, to, subject, text, messageId: `<${id}@${host}>`, ...byWhom })
        return { status: 250, error: null }
      } catch (error) {
        const { responseCode, code } = error as { readonly responseCode?: number; readonly code?: string }
        // 5xx to the address or the text is for good (RFC 5321, 4.2.1); to our name and password it is the installation's to mend.
        const isFinal = responseCode !== undefined && responseCode >= 500 && code !== 'EAUTH'
        return { status: isFinal ? 410 : null, error: responseCode === undefined ? (code ?? 'smtp') : `smtp_${responseCode}` }
      }
    },
    close: () => transport.close(),
  }
}
