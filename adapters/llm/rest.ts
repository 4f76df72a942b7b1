import { LlmFault } from '../../core/llm/port.ts'

const FAULTS = 3 // in a row, before a provider is left alone
const FIRST_REST_MS = 30_000
const LAST_REST_MS = 10 * 60_000

/** Kinds that speak against the provider, not against what it was asked. */
const ITS_OWN: ReadonlySet<string> = new Set(['unreachable', 'too_slow', 'rate_limited', 'server_error', 'unauthorised', 'too_large'])

/**
 * Leaves a provider alone after three faults in a row: calls fail at once, as `resting`. After half a minute one call may try; the rest doubles, up to ten
 * minutes, as long as that fails. What the provider answers to one document (a refusal, a broken reply) does not count.
 */
export function createRest(now: () => number = Date.now) {
  let faults = 0
  let restMs = FIRST_REST_MS
  let until = 0
  let probing = false
  return async function unlessResting<T>(call: () => Promise<T>): Promise<T> {
    const tired = faults >= FAULTS
    if (tired && (now() < until || probing))
      throw new LlmFault('resting', 'The provider failed several times in a row and is left alone for a while')
    probing = tired
    try {
      const done = await call()
      faults = 0
      restMs = FIRST_REST_MS
      return done
    } catch (error) {
      if (error instanceof LlmFault && ITS_OWN.has(error.kind)) {
        faults++
        if (faults >= FAULTS) {
          until = now() + restMs
          restMs = Math.min(restMs * 2, LAST_REST_MS)
        }
      } else faults = 0
      throw error
    } finally {
      if (tired) probing = false
    }
  }
}
