import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { type Payload, type PayloadCodec, ValueError } from '@temporalio/common'

const ENCODING = Buffer.from('binary/docket-aes-256-gcm')
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * Temporal's own store sees only ciphertext: file names and reasons stay ours. Compressed before encryption, because a 500-page document
 * carries 500 references in one payload. The key is derived from the master key for this purpose alone.
 */
export function createCodec(masterKey: Uint8Array): PayloadCodec {
  const key = Buffer.from(hkdfSync('sha256', masterKey, '', 'docket temporal payloads', 32))
  return {
    encode: async (payloads) => payloads.map((payload) => ({ metadata: { encoding: ENCODING }, data: seal(key, pack(payload)) })),
    decode: async (payloads) =>
      payloads.map((payload) => (isSealed(payload) ? unpack(open(key, payload.data ?? new Uint8Array())) : payload)),
  }
}

function isSealed(payload: Payload): boolean {
  const encoding = payload.metadata?.encoding
  return encoding !== undefined && encoding !== null && ENCODING.equals(encoding)
}

/** One header line of JSON with the metadata in base64, then the data as it is. A workflow that returns nothing gives an empty array instead of bytes. */
function pack(payload: Payload): Buffer {
  const metadata = Object.entries(payload.metadata ?? {}).map(([name, value]) => [name, Buffer.from(value).toString('base64')])
  return deflateRawSync(Buffer.concat([Buffer.from(`${JSON.stringify(metadata)}\n`), Buffer.from(payload.data ?? [])]))
}

function unpack(packed: Uint8Array): Payload {
  const bytes = inflateRawSync(packed)
  const end = bytes.indexOf('\n')
  const metadata = JSON.parse(bytes.subarray(0, end).toString()) as readonly (readonly [string, string])[]
  return {
    metadata: Object.fromEntries(metadata.map(([name, value]) => [name, Buffer.from(value, 'base64')])),
    data: bytes.subarray(end + 1),
  }
}

function seal(key: Uint8Array, plain: Uint8Array): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(ENCODING)
  return Buffer.concat([iv, cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

function open(key: Uint8Array, sealed: Uint8Array): Buffer {
  if (sealed.length < IV_BYTES + TAG_BYTES) throw new ValueError('A Temporal payload is too short to be ours')
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES)).setAAD(ENCODING)
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()])
  } catch (cause) {
    throw new ValueError('A Temporal payload was not written with this DOCKET_MASTER_KEY', cause)
  }
}
