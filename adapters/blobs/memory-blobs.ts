import { createHash } from 'node:crypto'
import type { BlobRef } from '../../core/blob-ref.ts'
import { PipelineError } from '../../core/errors.ts'
import type { BlobStore } from './blob-store.ts'

/** A blob store for single stages run by the thousand (benchmarks, trainers). Nothing is encrypted or kept; `erase` forgets every document. */
export function createMemoryBlobs(): BlobStore {
  const kept = new Map<string, Buffer>()
  const keep = (bytes: Buffer, mediaType: string): BlobRef => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    kept.set(sha256, bytes)
    return { sha256, bytes: bytes.length, mediaType }
  }
  return {
    put: async (_, bytes, mediaType) => keep(Buffer.from(bytes), mediaType),
    async putStream(_, stream, mediaType, maxBytes) {
      const chunks: Uint8Array[] = []
      let size = 0
      for await (const chunk of stream) {
        size += chunk.byteLength
        if (size > maxBytes) throw new PipelineError('file_too_large', `The file has more than ${maxBytes} bytes.`)
        chunks.push(chunk)
      }
      return keep(Buffer.concat(chunks), mediaType)
    },
    async get(_, { sha256 }) {
      const bytes = kept.get(sha256)
      if (!bytes) throw new PipelineError('blob_missing', 'The blob is not there.')
      return bytes
    },
    erase: async () => kept.clear(),
  }
}
