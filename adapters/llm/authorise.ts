import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { LlmFault } from '../../core/llm/port.ts'
import { post } from './post.ts'
import type { ProviderSettings } from './settings.ts'

export interface Authorisation {
  headers(signal: AbortSignal): Promise<Readonly<Record<string, string>>>
  /** The server no longer takes what it was given: the next call asks for a new token. */
  expire(): void
}

const EARLY_MS = 60_000 // a token that ends during the call is no use
const TOKEN_TIMEOUT_MS = 10_000

/** Secrets are read from files when they are used, so that a changed key needs no restart. Throws LlmFault `unauthorised`. */
export function authorise({ auth, dialect, ca }: ProviderSettings, now: () => number = Date.now): Authorisation {
  if (auth.kind === 'none') return { headers: async () => ({}), expire() {} }
  const secret = () => {
    try {
      return readFileSync(auth.file, 'utf8').trim()
    } catch (cause) {
      throw new LlmFault('unauthorised', 'The key file of the provider cannot be read', { cause })
    }
  }
  if (auth.kind === 'key') {
    const headers = () => (dialect === 'anthropic' ? { 'x-api-key': secret() } : { authorization: `${auth.scheme} ${secret()}` })
    return { headers: async () => headers(), expire() {} }
  }
  let token: { readonly value: string; readonly until: number } | null = null
  return {
    async headers(signal) {
      if (!token || token.until - EARLY_MS < now()) {
        const body = new URLSearchParams({ scope: auth.scope }).toString()
        const headers = { authorization: `Basic ${secret()}`, rquid: randomUUID(), 'content-type': 'application/x-www-form-urlencoded' }
        const authority = ca === undefined ? undefined : readFileSync(ca, 'utf8')
        const { status, body: text } = await post({ url: auth.url, headers, body, ca: authority, timeoutMs: TOKEN_TIMEOUT_MS, signal })
        if (status !== 200) throw new LlmFault(status >= 500 ? 'server_error' : 'unauthorised', `The token was refused (HTTP ${status})`)
        token = tokenIn(text, now())
      }
      return { authorization: `Bearer ${token.value}` }
    },
    expire() {
      token = null
    },
  }
}

/** `expires_at` in milliseconds as GigaChat says it, or `expires_in` in seconds as RFC 6749 does. */
const Token = z.object({ access_token: z.string().min(1), expires_at: z.number().optional(), expires_in: z.number().optional() })

function tokenIn(text: string, now: number): { readonly value: string; readonly until: number } {
  try {
    const { access_token, expires_at, expires_in } = Token.parse(JSON.parse(text))
    return { value: access_token, until: expires_at ?? now + (expires_in ?? 300) * 1000 }
  } catch (cause) {
    throw new LlmFault('unauthorised', 'The answer to the request for a token cannot be read', { cause })
  }
}
