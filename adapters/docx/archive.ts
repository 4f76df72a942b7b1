import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { PipelineError } from '../../core/errors.ts'

const MAX_ENTRIES = 5000
const MAX_ENTRY_BYTES = 30 * 1024 * 1024 // document.xml of 1,000 pages has about 10 MB
const MAX_RATIO = 300 // XML packs 10 to 30 times; a bomb a thousand times

/** The names of the files in a Word document, and those of them that are asked for. */
export interface Archive {
  readonly names: readonly string[]
  readonly files: ReadonlyMap<string, Buffer>
}

/**
 * Unpacks single files of an archive into memory; nothing is written and no path is followed. Sizes are held against what the archive declares while
 * unpacking (yauzl), and against limits before. Errors: `unreadable`, `archive_unsafe` (a bomb), `unsupported_encryption`.
 */
export async function readArchive(bytes: Buffer, wanted: (name: string) => boolean): Promise<Archive> {
  const zip = await open(bytes)
  const names: string[] = []
  const files = new Map<string, Buffer>()
  return new Promise<Archive>((resolve, reject) => {
    const fail = (error: unknown) => {
      zip.close()
      reject(error instanceof PipelineError ? error : damaged(error))
    }
    zip.on('error', fail)
    zip.on('end', () => resolve({ names, files }))
    zip.on('entry', (entry: Entry) => {
      names.push(entry.fileName)
      if (names.length > MAX_ENTRIES) return fail(bomb())
      if (!wanted(entry.fileName)) return zip.readEntry()
      // Two entries of one name: which one Word shows is not ours to guess.
      if (files.has(entry.fileName)) return fail(damaged(new Error('an entry stands twice')))
      unpack(zip, entry).then((content) => {
        files.set(entry.fileName, content)
        zip.readEntry()
      }, fail)
    })
    zip.readEntry()
  })
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, validateEntrySizes: true }, (error, zip) => (error ? reject(damaged(error)) : resolve(zip))),
  )
}

async function unpack(zip: ZipFile, entry: Entry): Promise<Buffer> {
  if (entry.isEncrypted())
    throw new PipelineError(
      'unsupported_encryption',
      'The Word document is protected by a password. Save it without one and upload it again.',
    )
  if (entry.uncompressedSize > MAX_ENTRY_BYTES || entry.uncompressedSize > MAX_RATIO * Math.max(1024, entry.compressedSize)) throw bomb()
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) =>
    zip.openReadStream(entry, (error, found) => (error ? reject(error) : resolve(found))),
  )
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

function bomb(): PipelineError {
  return new PipelineError('archive_unsafe', 'The Word document unpacks to far more than it holds. Print it to PDF and upload that.')
}

function damaged(cause: unknown): PipelineError {
  return new PipelineError('unreadable', 'The Word document is damaged. Open it, save it again or print it to PDF, and upload that.', {
    cause,
  })
}
