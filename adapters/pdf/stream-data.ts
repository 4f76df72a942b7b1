import { inflateRawSync, inflateSync } from 'node:zlib'

/** A stream's data as far as it is looked into. `damaged`: what a reader makes of it is not, or not all, of what was written. */
export interface StreamData {
  /** The data of a stream compressed by deflate alone; null where it is something else, encrypted, damaged or above the budget. */
  readonly unpacked: Buffer | null
  readonly damaged: boolean
}

const FILTERS = new Set(
  'FlateDecode Fl LZWDecode LZW ASCII85Decode A85 ASCIIHexDecode AHx RunLengthDecode RL CCITTFaxDecode CCF DCTDecode DCT JPXDecode JBIG2Decode Crypt'
    .split(' ')
    .map((name) => `/${name}`),
)
const CHECKSUM_BYTES = 4

/** `dict`: the stream's dictionary, `data`: up to its `endstream`, `left`: bytes that may still be unpacked. */
export function checkStream(dict: string, data: Buffer, left: number): StreamData {
  const filters = filtersOf(dict)
  if (filters.some((name) => !FILTERS.has(name))) return DAMAGED
  const [only] = filters.length === 1 ? filters : []
  if (only === '/DCTDecode' || only === '/DCT') return { unpacked: null, damaged: isCutJpeg(data) }
  // Not one of 8,700 streams of honest files starts like deflate without saying so: the dictionary was damaged.
  if (filters.length === 0) return { unpacked: null, damaged: looksDeflated(data) && !('code' in unpack(data, left)) }
  if ((only !== '/FlateDecode' && only !== '/Fl') || left <= 0) return UNKNOWN
  const result = unpack(data, left)
  return 'code' in result ? (result.code === 'too_large' ? UNKNOWN : DAMAGED) : { unpacked: result, damaged: false }
}

const DAMAGED: StreamData = { unpacked: null, damaged: true }
const UNKNOWN: StreamData = { unpacked: null, damaged: false }

function filtersOf(dict: string): readonly string[] {
  const value = /\/Filter\s*(\[[^\]]*\]|\/[^\s/<>[\]()]+)/.exec(dict)?.[1] ?? ''
  return value.match(/\/[^\s/<>[\]()]+/g) ?? []
}

/** A checksum that is there must be right; some programs leave it out, and then the end of the data must be there. */
function unpack(data: Buffer, left: number): Buffer | { readonly code: 'too_large' | 'damaged' } {
  try {
    return inflateSync(data, { maxOutputLength: left })
  } catch (error) {
    if (isTooLarge(error)) return { code: 'too_large' }
  }
  try {
    // With `info` Node answers {buffer, engine}; its types know only the buffer.
    const { buffer, engine } = inflateRawSync(data.subarray(2), { maxOutputLength: left, info: true }) as unknown as {
      readonly buffer: Buffer
      readonly engine: { readonly bytesWritten: number }
    }
    return data.length - 2 - engine.bytesWritten < CHECKSUM_BYTES ? buffer : { code: 'damaged' }
  } catch (error) {
    return { code: isTooLarge(error) ? 'too_large' : 'damaged' }
  }
}

const isTooLarge = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE'

const looksDeflated = (data: Buffer) => data[0] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(data[1] ?? 0)

/** The end mark stands within the last bytes; some devices pad with zeros behind it. */
function isCutJpeg(data: Buffer): boolean {
  let end = data.length
  while (end > 0 && (data[end - 1] === 0 || data[end - 1] === 0x0a || data[end - 1] === 0x0d)) end--
  return !(data[end - 2] === 0xff && data[end - 1] === 0xd9)
}
