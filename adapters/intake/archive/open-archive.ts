import { type Entry, fromBuffer, type ZipFile } from 'yauzl'
import { PipelineError } from '../../../core/errors.ts'
import { entryBytes } from './entry-bytes.ts'
import { entryName, isLitter, leadsOutside } from './entry-name.ts'

const MOST_ENTRIES = 1_000
const MOST_BYTES = 1024 * 1024 * 1024
/** Scans of white paper pack a hundred times, empty pages more; a bomb a thousand times. Small archives may do as they like. */
const MOST_RATIO = 200
const RATIO_COUNTS_FROM_BYTES = 20 * 1024 * 1024
const LOCAL_HEADER_BYTES = 30

export interface ArchiveEntry {
  /** As it stands in the archive; for display only. */
  readonly name: string
  /** The entry's content, held against its declared size and checksum. Errors: `unsupported_encryption`, `archive_unsafe`, `unreadable`. */
  open(): AsyncIterable<Uint8Array>
}

/**
 * What a ZIP archive holds, without unpacking it. Nothing is ever written under a name of the archive.
 * Errors: `unreadable`; `unsupported_type` (an Office document or a program in ZIP form); `archive_unsafe`: too many entries, too much content, entries
 * that share bytes, names that lead outside; `empty_file` when there is no file in it.
 */
export async function openArchive(bytes: Buffer): Promise<readonly ArchiveEntry[]> {
  const zip = await open(bytes)
  const entries: { readonly name: string; readonly entry: Entry }[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      entries.push({ name: entryName(entry), entry })
      if (entries.length > MOST_ENTRIES) throw unsafe(`holds more than ${MOST_ENTRIES} files. Send it in parts.`)
    }
  } catch (error) {
    throw error instanceof PipelineError ? error : damaged(error)
  }
  refuseOtherKinds(entries.map(({ name }) => name))
  refuseUnsafe(entries, bytes.length)
  const files = entries.filter(({ name }) => !isLitter(name))
  if (files.length === 0) throw new PipelineError('empty_file', 'The archive holds no file. Pack the documents again.')
  return files.map(({ name, entry }) => ({ name, open: () => entryBytes(zip, entry) }))
}

function open(bytes: Buffer): Promise<ZipFile> {
  return new Promise((resolve, reject) =>
    fromBuffer(bytes, { lazyEntries: true, autoClose: false, decodeStrings: false, validateEntrySizes: true }, (error, zip) =>
      error ? reject(damaged(error)) : resolve(zip),
    ),
  )
}

/** Office documents, books and programs are archives too, and what lies in them is no document. */
function refuseOtherKinds(names: readonly string[]): void {
  if (names.some((name) => /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/MANIFEST\.MF|FixedDocSeq\.fdseq)$/i.test(name)))
    throw new PipelineError('unsupported_type', 'The file is an Office document or a program. Print it to PDF and send that.')
}

function refuseUnsafe(entries: readonly { readonly name: string; readonly entry: Entry }[], bytes: number): void {
  if (entries.some(({ name }) => leadsOutside(name)))
    throw unsafe('has names that lead outside of it. Pack it again with a common program.')
  const total = entries.reduce((sum, { entry }) => sum + entry.uncompressedSize, 0)
  if (total > MOST_BYTES || (total > RATIO_COUNTS_FROM_BYTES && total > MOST_RATIO * bytes))
    throw unsafe('unpacks to far more than it holds. Send its documents in smaller archives.')
  // The smallest bombs let many entries share one stretch of packed bytes (Fifield 2019).
  let end = 0
  for (const { relativeOffsetOfLocalHeader: at, compressedSize, fileNameRaw } of entries
    .map(({ entry }) => entry)
    .toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (at < end) throw unsafe('has files that share their content. Pack it again with a common program.')
    end = at + LOCAL_HEADER_BYTES + fileNameRaw.length + compressedSize
  }
}

function unsafe(what: string): PipelineError {
  return new PipelineError('archive_unsafe', `The archive ${what}`)
}

function damaged(cause: unknown): PipelineError {
  return new PipelineError('unreadable', 'The archive is damaged. Pack the documents again or send them one by one.', { cause })
}
