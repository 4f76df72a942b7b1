import { createHash } from 'node:crypto'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PipelineError } from '../../core/errors.ts'
import type { BlobStore } from './blob-store.ts'

/** Plain files in a folder that is thrown away afterwards: for the one-process command line. Neither encrypted nor synced to disk. */
export function createFolderBlobs(dir: string): BlobStore {
  const fileOf = (documentId: string, sha256: string) => join(dir, documentId, sha256)
  const put: BlobStore['put'] = async (documentId, bytes, mediaType) => {
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    await mkdir(join(dir, documentId), { recursive: true })
    await writeFile(fileOf(documentId, sha256), bytes)
    return { sha256, bytes: bytes.length, mediaType }
  }
  return {
    put,
    async putStream(documentId, stream, mediaType, maxBytes) {
      const chunks: Uint8Array[] = []
      let total = 0
      for await (const chunk of stream) {
        total += chunk.length
        if (total > maxBytes) throw new PipelineError('file_too_large', `The file is larger than ${maxBytes} bytes.`)
        chunks.push(chunk)
      }
      return put(documentId, Buffer.concat(chunks), mediaType)
    },
    async get(documentId, { sha256 }) {
      try {
        return await readFile(fileOf(documentId, sha256))
      } catch (error) {
        throw new PipelineError('blob_missing', 'Stored bytes are gone.', { cause: error })
      }
    },
    erase: (documentId) => rm(join(dir, documentId), { recursive: true, force: true }),
  }
}
