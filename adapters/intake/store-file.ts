import { PipelineError } from '../../core/errors.ts'
import type { BlobStore } from '../blobs/blob-store.ts'
import { newId } from '../db/index.ts'
import { isArchive, SNIFF_BYTES, sniff } from '../sniff/index.ts'
import type { IncomingFile, RefusedFile, StoredFile } from './file-outcome.ts'

/** Media type of a file that nobody may have back. */
export const QUARANTINED = 'application/vnd.docket.quarantined'
/** Media type of an archive, which becomes documents entry by entry. */
export const ARCHIVE = 'application/zip'

export interface StoreDeps {
  readonly blobs: BlobStore
  readonly maxFileBytes: number
}

/**
 * Judges a file by its first bytes and streams it to the blob store while it is hashed. A refusal is an answer about this file; what is thrown may be
 * better at the next try. A refused file leaves nothing behind.
 */
export async function storeFile({ blobs, maxFileBytes }: StoreDeps, { name, bytes }: IncomingFile): Promise<StoredFile | RefusedFile> {
  const documentId = newId()
  try {
    const { head, rest } = await peek(bytes)
    const file = await blobs.putStream(documentId, joined(head, rest), mediaTypeOf(head), maxFileBytes)
    return { kind: 'stored', documentId, fileName: name, file }
  } catch (error) {
    await blobs.erase(documentId).catch(() => {})
    return refusedBy(error, name)
  }
}

/** The refusal that an error about the file stands for; every other error is thrown on. */
export function refusedBy(error: unknown, fileName: string): RefusedFile {
  if (!(error instanceof PipelineError) || error.retryable || error.code === 'internal') throw error
  return { kind: 'refused', fileName, code: error.code, detail: error.message }
}

/** Malware is taken in and set aside, so that it has a record and a rejection instead of coming again under another name; it is never given out. */
function mediaTypeOf(head: Buffer): string {
  if (isArchive(head)) return ARCHIVE
  try {
    return sniff(head).mediaType
  } catch (error) {
    if (error instanceof PipelineError && error.code === 'malware') return QUARANTINED
    throw error
  }
}

/** The first bytes decide what the file is before anything is stored. */
async function peek(bytes: AsyncIterable<Uint8Array>): Promise<{ readonly head: Buffer; readonly rest: AsyncIterator<Uint8Array> }> {
  const rest = bytes[Symbol.asyncIterator]()
  const chunks: Uint8Array[] = []
  let size = 0
  while (size < SNIFF_BYTES) {
    const { done, value } = await rest.next()
    if (done) break
    chunks.push(value)
    size += value.byteLength
  }
  return { head: Buffer.concat(chunks), rest }
}

async function* joined(head: Buffer, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield head
    for (;;) {
      const { done, value } = await rest.next()
      if (done) return
      yield value
    }
  } finally {
    await rest.return?.()
  }
}
