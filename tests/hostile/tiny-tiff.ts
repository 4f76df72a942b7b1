/** Tags of one page: [number, value] with LONG values; arrays lie behind the directory. */
export type Tags = ReadonlyMap<number, number | readonly number[]>

export const TAG = {
  width: 256,
  height: 257,
  bits: 258,
  compression: 259,
  photometric: 262,
  stripOffsets: 273,
  samples: 277,
  rowsPerStrip: 278,
  stripBytes: 279,
  tileWidth: 322,
  tileHeight: 323,
  tileOffsets: 324,
  tileBytes: 325,
} as const

/** Where the picture's data starts in a file of `tiffOf`. */
export const DATA_AT = 8

/** A TIFF (little-endian) of the given directories over one common block of picture data. `next`: index of the directory that follows the last one. */
export function tiffOf(data: Buffer, pages: readonly Tags[], next: number | null = null): Buffer {
  const head = Buffer.from('49492a0000000000', 'hex')
  const sizes = pages.map((tags) => 2 + tags.size * 12 + 4 + [...tags.values()].reduce<number>((sum, v) => sum + extra(v), 0))
  const starts = sizes.map((_, i) => DATA_AT + data.length + (data.length % 2) + sizes.slice(0, i).reduce((a, b) => a + b, 0))
  head.writeUInt32LE(starts[0] ?? 0, 4)
  const directories = pages.map((tags, i) => {
    const start = starts[i]!
    const body = Buffer.alloc(sizes[i]!)
    body.writeUInt16LE(tags.size, 0)
    let free = 2 + tags.size * 12 + 4
    for (const [at, [tag, value]] of [...tags].entries()) {
      const entry = 2 + at * 12
      const list = typeof value === 'number' ? [value] : value
      body.writeUInt16LE(tag, entry)
      body.writeUInt16LE(4, entry + 2)
      body.writeUInt32LE(list.length, entry + 4)
      if (list.length === 1) body.writeUInt32LE(list[0]!, entry + 8)
      else {
        body.writeUInt32LE(start + free, entry + 8)
        for (const each of list) free = body.writeUInt32LE(each, free)
      }
    }
    const following = starts[i + 1] ?? (next === null ? 0 : starts[next]!)
    body.writeUInt32LE(following, 2 + tags.size * 12)
    return body
  })
  return Buffer.concat([head, data, Buffer.alloc(data.length % 2), ...directories])
}

const extra = (value: number | readonly number[]) => (typeof value === 'number' || value.length === 1 ? 0 : value.length * 4)

/** One page of 8-bit grey in one strip. */
export function greyPage(width: number, height: number, change: readonly (readonly [number, number | readonly number[]])[] = []): Tags {
  return new Map<number, number | readonly number[]>(
    [
      ...new Map<number, number | readonly number[]>([
        [TAG.width, width],
        [TAG.height, height],
        [TAG.bits, 8],
        [TAG.compression, 1],
        [TAG.photometric, 1],
        [TAG.stripOffsets, DATA_AT],
        [TAG.samples, 1],
        [TAG.rowsPerStrip, height],
        [TAG.stripBytes, width * height],
        ...change,
      ]),
    ].sort(([a], [b]) => a - b),
  )
}
