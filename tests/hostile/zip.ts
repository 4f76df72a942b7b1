import { crc32, deflateRawSync } from 'node:zlib'

export interface ZipEntry {
  readonly name: string | Buffer
  readonly content: Buffer | string
  /** What the central directory says instead of the truth. */
  readonly declaredBytes?: number
  readonly declaredCrc?: number
  readonly encrypted?: boolean
  /** Upper half of the external attributes on Unix, e.g. 0o120777 for a symbolic link. */
  readonly unixMode?: number
  /** Use the local entry of the entry before: two names, one stretch of bytes. */
  readonly overlaps?: boolean
}

/** A ZIP archive byte by byte (APPNOTE 6.3.10), so that it can lie where common programs do not. */
export function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  let before = 0
  for (const { name, content, declaredBytes, declaredCrc, encrypted = false, unixMode, overlaps = false } of entries) {
    const nameBytes = Buffer.from(name)
    const bytes = Buffer.from(content)
    const packed = deflateRawSync(bytes)
    const flags = (typeof name === 'string' ? 0x800 : 0) | (encrypted ? 1 : 0)
    const sizes = Buffer.alloc(12)
    sizes.writeUInt32LE(declaredCrc ?? crc32(bytes), 0)
    sizes.writeUInt32LE(packed.length, 4)
    sizes.writeUInt32LE(declaredBytes ?? bytes.length, 8)
    const local = Buffer.concat([
      Buffer.from('504b0304', 'hex'),
      u16(20, flags, 8, 0, 0),
      sizes,
      u16(nameBytes.length, 0),
      nameBytes,
      packed,
    ])
    const offset = overlaps ? before : at
    const attributes = Buffer.alloc(8)
    attributes.writeUInt32LE(((unixMode ?? 0o100644) << 16) >>> 0, 0)
    attributes.writeUInt32LE(offset, 4)
    const head = [Buffer.from('504b0102', 'hex'), u16((3 << 8) | 20, 20, flags, 8, 0, 0), sizes, u16(nameBytes.length, 0, 0, 0, 0)]
    central.push(Buffer.concat([...head, attributes, nameBytes]))
    if (overlaps) continue
    before = at
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(8)
  end.writeUInt32LE(directory.length, 0)
  end.writeUInt32LE(at, 4)
  return Buffer.concat([...locals, directory, Buffer.from('504b0506', 'hex'), u16(0, 0, entries.length, entries.length), end, u16(0)])
}

function u16(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [i, value] of values.entries()) bytes.writeUInt16LE(value & 0xffff, i * 2)
  return bytes
}
