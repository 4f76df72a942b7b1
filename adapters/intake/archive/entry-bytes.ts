import { crc32 } from 'node:zlib'
import type { Entry, ZipFile } from 'yauzl'
import { PipelineError } from '../../../core/errors.ts'

const FILE_KIND = 0xf000
const SYMBOLIC_LINK = 0xa000
const MADE_ON_UNIX = 3

/** Unpacks one entry as a stream. An entry that is longer or shorter than declared, or whose checksum is another, ends in an error and never in a whole file. */
export async function* entryBytes(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted())
    throw new PipelineError('unsupported_encryption', 'This file of the archive is protected by a password. Pack it without one.')
  if (entry.versionMadeBy >> 8 === MADE_ON_UNIX && ((entry.externalFileAttributes >>> 16) & FILE_KIND) === SYMBOLIC_LINK)
    throw new PipelineError('archive_unsafe', 'This is not a file but a link to one. Pack the file itself.')
  let sum = 0
  try {
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      sum = crc32(chunk as Buffer, sum)
      yield chunk as Buffer
    }
  } catch (cause) {
    throw damaged(cause)
  }
  if (sum !== entry.crc32) throw damaged(new Error('checksum'))
}

function damaged(cause: unknown): PipelineError {
  return new PipelineError('unreadable', 'This file of the archive is damaged. Pack the documents again or send it by itself.', { cause })
}
