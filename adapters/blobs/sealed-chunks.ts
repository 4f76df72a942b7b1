import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { PipelineError } from '../../core/errors.ts'

const CHUNK = 64 * 1024
const TAG = 16
const PREFIX = 7

/**
 * The STREAM construction (Hoang, Reyhanitabar, Rogaway, Vizár 2015) over AES-256-GCM: 64 kB chunks, nonce = random prefix (7 bytes), counter
 * (4 bytes), last-chunk flag (1 byte). Reordered, cut or foreign chunks fail; nothing is ever given out before its tag is checked.
 * Additional data binds every chunk to its document.
 */
export async function* seal(plain: AsyncIterable<Uint8Array>, key: Buffer, documentId: string): AsyncGenerator<Buffer> {
  const prefix = randomBytes(PREFIX)
  yield prefix
  let counter = 0
  let waiting: Buffer = Buffer.alloc(0)
  for await (const piece of plain) {
    waiting = waiting.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength) : Buffer.concat([waiting, piece])
    // The last chunk is told by its flag, so one full chunk is always held back.
    while (waiting.length > CHUNK) {
      yield sealChunk(waiting.subarray(0, CHUNK), key, nonceOf(prefix, counter++, false), documentId)
      waiting = waiting.subarray(CHUNK)
    }
  }
  yield sealChunk(waiting, key, nonceOf(prefix, counter, true), documentId)
}

/** The plain bytes, chunk by chunk as they are checked. Throws `blob_corrupt` where something was changed; what came before it was right. */
export async function* unsealStream(sealed: AsyncIterable<Uint8Array>, key: Buffer, documentId: string): AsyncGenerator<Buffer> {
  let waiting: Buffer = Buffer.alloc(0)
  let prefix: Buffer | null = null
  let counter = 0
  for await (const piece of sealed) {
    waiting = waiting.length === 0 ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength) : Buffer.concat([waiting, piece])
    if (prefix === null && waiting.length >= PREFIX) {
      prefix = Buffer.from(waiting.subarray(0, PREFIX))
      waiting = waiting.subarray(PREFIX)
    }
    for (; prefix !== null && waiting.length > CHUNK + TAG; waiting = waiting.subarray(CHUNK + TAG))
      yield openChunk(waiting.subarray(0, CHUNK + TAG), key, nonceOf(prefix, counter++, false), documentId)
  }
  yield openChunk(waiting, key, nonceOf(prefix ?? Buffer.alloc(PREFIX), counter, true), documentId)
}

/** Throws `blob_corrupt` when anything was changed. */
export function unseal(sealed: Buffer, key: Buffer, documentId: string): Buffer {
  const prefix = sealed.subarray(0, PREFIX)
  const plain: Buffer[] = []
  let at = PREFIX
  for (let counter = 0; ; counter++) {
    const end = Math.min(at + CHUNK + TAG, sealed.length)
    const last = end === sealed.length
    plain.push(openChunk(sealed.subarray(at, end), key, nonceOf(prefix, counter, last), documentId))
    if (last) return Buffer.concat(plain)
    at = end
  }
}

function nonceOf(prefix: Buffer, counter: number, last: boolean): Buffer {
  const nonce = Buffer.alloc(12)
  prefix.copy(nonce)
  nonce.writeUInt32BE(counter, PREFIX)
  nonce[11] = last ? 1 : 0
  return nonce
}

function sealChunk(plain: Buffer, key: Buffer, nonce: Buffer, documentId: string): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(documentId))
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function openChunk(sealed: Buffer, key: Buffer, nonce: Buffer, documentId: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(documentId))
    decipher.setAuthTag(sealed.subarray(-TAG))
    return Buffer.concat([decipher.update(sealed.subarray(0, -TAG)), decipher.final()])
  } catch (error) {
    throw new PipelineError('blob_corrupt', 'Stored bytes have been changed or damaged. Restore them from a backup.', { cause: error })
  }
}
