import { createHmac } from 'node:crypto'
import type { Digest } from '../../core/llm/surrogates/index.ts'

/** Keyed hashes of one organisation, from the installation's master key: equal values give equal surrogates, and nobody without the key can go back. */
export function surrogateDigest(masterKey: Uint8Array, organisationId: string): Digest {
  const key = createHmac('sha256', masterKey).update(`surrogates of ${organisationId}`).digest()
  return (text) => createHmac('sha256', key).update(text).digest()
}
