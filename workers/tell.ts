import type { DueNotice } from '../adapters/db/index.ts'
import type { Mailer, Sent } from '../adapters/mail/index.ts'
import { wordingOf } from '../core/notices/index.ts'

export interface Channels {
  /** Null = e-mail is not set up. */
  readonly mailer: Mailer | null
  /** One signed POST, as webhooks are sent. Never throws. */
  readonly post: (call: {
    readonly messageId: string
    readonly url: string
    readonly payload: string
    readonly secrets: readonly string[]
  }) => Promise<Sent>
  /** Address under which browsers reach Docket. */
  readonly baseUrl: string
}

/** One attempt to tell one receiver. Chats take `text` as Slack, Mattermost, Rocket.Chat and Google Chat do; programs find kind and link beside it. */
export function tellerOf({ mailer, post, baseUrl }: Channels) {
  return async ({ messageId, kind, documentId, data, language, to }: DueNotice): Promise<Sent> => {
    const link = `${baseUrl}${placeOf(kind, documentId)}`
    const { subject, text } = wordingOf({ kind, language, link, settings: `${baseUrl}/account/notices`, data })
    if (to.kind === 'chat')
      return post({ messageId, url: to.url, payload: JSON.stringify({ text: `${subject}\n${link}`, kind, link }), secrets: [to.secret] })
    return mailer ? mailer.send({ id: messageId, to: to.email, subject, text }) : { status: null, error: 'no_mail' }
  }
}

function placeOf(kind: string, documentId: string | null): string {
  if (kind === 'model') return '/language-models'
  if (kind === 'certificate') return '/acceptance'
  return documentId === null ? '/documents?status=review' : `/documents/${documentId}`
}
