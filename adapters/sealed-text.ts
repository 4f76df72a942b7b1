import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const NONCE = 12
const TAG = 16

/** A small secret at rest: AES-256-GCM under a key derived from the master key for one purpose (HKDF, RFC 5869), which is also authenticated. */
export function sealText(text: string, masterKey: Uint8Array, purpose: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', keyFor(masterKey, purpose), nonce).setAAD(Buffer.from(purpose))
  return Buffer.concat([nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
}

/** Throws when the bytes were changed, or sealed under another master key or for another purpose. */
export function openText(sealed: Uint8Array, masterKey: Uint8Array, purpose: string): string {
  const bytes = Buffer.from(sealed)
  const decipher = createDecipheriv('aes-256-gcm', keyFor(masterKey, purpose), bytes.subarray(0, NONCE)).setAAD(Buffer.from(purpose))
  decipher.setAuthTag(bytes.subarray(-TAG))
  return Buffer.concat([decipher.update(bytes.subarray(NONCE, -TAG)), decipher.final()]).toString('utf8')
}

function keyFor(masterKey: Uint8Array, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', masterKey, new Uint8Array(), `docket ${purpose}`, 32))
}
