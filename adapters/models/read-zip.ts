import { inflateRawSync } from 'node:zlib'
import { PipelineError } from '../../core/errors.ts'

const END = 0x06054b50 // end of central directory
const END_BYTES = 22
const LONGEST_COMMENT = 65_535
const CENTRAL = 0x02014b50
const CENTRAL_BYTES = 46
const LOCAL = 0x04034b50
const LOCAL_BYTES = 30
const STORED = 0
const DEFLATED = 8

/**
 * One file out of a zip (a Python wheel is one), by the central directory; APPNOTE 6.3, without zip64 and encryption. `bytes` is the size it
 * must have: an entry that unpacks to more is refused before it fills the memory. Throws `unreadable`.
 */
export function readZipEntry(zip: Uint8Array, name: string, bytes: number): Uint8Array {
  const data = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  try {
    const { method, packed } = locate(data, name)
    if (method === STORED && packed.length === bytes) return packed
    if (method === DEFLATED) {
      const unpacked = inflateRawSync(packed, { maxOutputLength: bytes })
      if (unpacked.length === bytes) return unpacked
    }
  } catch (error) {
    throw damaged(name, error)
  }
  throw damaged(name)
}

/** One file out of a zip that may unpack to at most `mostBytes`; null = no such entry. Throws `unreadable` for a damaged or larger one. */
export function readZipEntryUpTo(zip: Uint8Array, name: string, mostBytes: number): Uint8Array | null {
  const data = Buffer.from(zip.buffer, zip.byteOffset, zip.byteLength)
  try {
    const { method, packed } = locate(data, name)
    if (method === STORED && packed.length <= mostBytes) return packed
    if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: mostBytes })
  } catch (error) {
    if (error instanceof NoSuchEntry) return null
    throw damaged(name, error)
  }
  throw damaged(name)
}

class NoSuchEntry extends RangeError {}

function locate(data: Buffer, name: string): { readonly method: number; readonly packed: Buffer } {
  const end = endRecord(data)
  let at = data.readUInt32LE(end + 16)
  for (let left = data.readUInt16LE(end + 10); left > 0; left--) {
    if (data.readUInt32LE(at) !== CENTRAL) break
    const nameBytes = data.readUInt16LE(at + 28)
    if (data.toString('utf8', at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes) === name)
      return { method: data.readUInt16LE(at + 10), packed: contents(data, data.readUInt32LE(at + 42), data.readUInt32LE(at + 20)) }
    at += CENTRAL_BYTES + nameBytes + data.readUInt16LE(at + 30) + data.readUInt16LE(at + 32)
  }
  throw new NoSuchEntry('no such entry')
}

function endRecord(data: Buffer): number {
  const first = Math.max(0, data.length - END_BYTES - LONGEST_COMMENT)
  for (let at = data.length - END_BYTES; at >= first; at--) if (data.readUInt32LE(at) === END) return at
  throw new RangeError('no central directory')
}

/** Name and extra field of the local header may have other lengths than those of the central directory. */
function contents(data: Buffer, at: number, packedBytes: number): Buffer {
  if (data.readUInt32LE(at) !== LOCAL) throw new RangeError('no local header')
  const start = at + LOCAL_BYTES + data.readUInt16LE(at + 26) + data.readUInt16LE(at + 28)
  if (start + packedBytes > data.length) throw new RangeError('cut off')
  return data.subarray(start, start + packedBytes)
}

function damaged(name: string, cause?: unknown): PipelineError {
  return new PipelineError('unreadable', `The package does not hold ${name}, or it is damaged.`, { cause })
}
