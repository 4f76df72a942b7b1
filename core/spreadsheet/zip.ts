/** A ZIP archive of stored (not compressed) files, in the order given; the date of every entry is the first that the format knows, 1980-01-01. */
export function zip(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const heads: Uint8Array[] = []
  const body: Uint8Array[] = []
  let offset = 0
  for (const { name, bytes } of files) {
    const path = new TextEncoder().encode(name)
    const facts = record(22, [2, 0x0014, 2, 0x0800, 2, 0, 2, 0, 2, FIRST_DAY, 4, crc32(bytes), 4, bytes.length, 4, bytes.length])
    const local = joined([record(4, [4, 0x04034b50]), facts, record(4, [2, path.length, 2, 0]), path, bytes])
    heads.push(
      joined([record(6, [4, 0x02014b50, 2, 0x0014]), facts, record(18, [2, path.length, 2, 0, 2, 0, 2, 0, 2, 0, 4, 0, 4, offset]), path]),
    )
    body.push(local)
    offset += local.length
  }
  const directory = joined(heads)
  const end = record(22, [4, 0x06054b50, 2, 0, 2, 0, 2, files.length, 2, files.length, 4, directory.length, 4, offset, 2, 0])
  return joined([...body, directory, end])
}

const FIRST_DAY = 0x0021

/** Little-endian numbers, each behind its width in bytes (2 or 4). */
function record(length: number, fields: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(length)
  const view = new DataView(bytes.buffer)
  let at = 0
  for (let i = 0; i < fields.length; i += 2) {
    const [width, value] = [fields[i]!, fields[i + 1]!]
    if (width === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += width
  }
  return bytes
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1
  return rest
})

/** CRC-32 as in ISO 3309. */
export function crc32(bytes: Uint8Array): number {
  let rest = 0xffffffff
  for (const byte of bytes) rest = TABLE[(rest ^ byte) & 0xff]! ^ (rest >>> 8)
  return (rest ^ 0xffffffff) >>> 0
}
