import type { BlobRef } from '../../core/blob-ref.ts'

/**
 * Bytes by content address, one space per document. What `put` has returned survives a crash (temp file, fsync, rename).
 * Errors: PipelineError `blob_missing`, `blob_corrupt` (wrong hash or failed authentication), `storage_full` (retryable), `file_too_large`.
 */
export interface BlobStore {
  put(documentId: string, bytes: Uint8Array, mediaType: string): Promise<BlobRef>
  /** Streams to disk while hashing; never holds the file in memory. Leaves nothing behind when the stream fails or passes `maxBytes`. */
  putStream(documentId: string, stream: AsyncIterable<Uint8Array>, mediaType: string, maxBytes: number): Promise<BlobRef>
  get(documentId: string, ref: BlobRef): Promise<Buffer>
  /** Removes the document's bytes and its key: the bytes in any backup can no longer be read. */
  erase(documentId: string): Promise<void>
}
