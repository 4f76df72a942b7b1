import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Session } from '../../adapters/db/index.ts'
import type { Language } from '../language.ts'

/** What every handler finds in its context. `session` is set on every route that is not listed as public. */
export interface UiEnv {
  readonly Bindings: Partial<HttpBindings>
  readonly Variables: {
    requestId: string
    /** The caller's network address, as the trusted proxies tell it; empty where there is no network. */
    address: string
    language: Language
    session: Session
    /** Asks again whether this caller may still be here; open streams do. */
    stillHere: () => Promise<boolean>
  }
}

export type UiContext = Context<UiEnv>

/** The caller's address; empty in tests that call the app directly. */
export function peerOf(c: UiContext): string {
  return c.get('address') ?? ''
}
