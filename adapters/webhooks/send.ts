import type { Reach } from './address-guard.ts'
import { post } from './post.ts'
import { signedHeaders } from './sign.ts'

const TIMEOUT_MS = 20_000

export interface Signed {
  readonly messageId: string
  readonly url: string
  readonly payload: string
  readonly secrets: readonly string[]
}

/** One signed POST of a message as it is; the timestamp is the attempt's, the id the message's. */
export function senderOf(reach: Reach, timeoutMs = TIMEOUT_MS) {
  return async ({
    messageId,
    url,
    payload,
    secrets,
  }: Signed): Promise<{ readonly status: number | null; readonly error: string | null }> => {
    const headers = {
      'Content-Type': 'application/json; charset=utf-8',
      'User-Agent': 'Docket',
      ...signedHeaders(messageId, Date.now(), payload, secrets),
    }
    const posted = await post({ url, headers, body: payload, timeoutMs }, reach)
    return { status: posted.status, error: posted.status === null ? posted.error : null }
  }
}
