import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { BlobRef } from '../../core/blob-ref.ts'
import { PipelineError } from '../../core/errors.ts'
import type { BlobStore } from './blob-store.ts'
import { createDocumentKeys } from './document-keys.ts'
import { syncFolder, typedIoError } from './durable.ts'
import { seal, unseal } from './sealed-chunks.ts'

export interface EncryptedBlobsOptions {
  readonly dir: string
  readonly masterKey: Uint8Array
  /** Where wrapped document keys are kept; beside the blobs when absent. */
  readonly keysDir?: string
}

/** Blobs at `<dir>/<documentId>/<sha256>`, each encrypted with its document's key. */
export function createBlobStore({ dir, masterKey, keysDir = `${dir}-keys` }: EncryptedBlobsOptions): BlobStore {
  const keys = createDocumentKeys(keysDir, masterKey)
  const folderOf = (documentId: string) => {
    // Ids become file names.
    if (!/^[\w-]{1,64}$/.test(documentId)) throw new PipelineError('not_found', 'There is no such document.')
    return join(dir, documentId)
  }

  async function putStream(documentId: string, stream: AsyncIterable<Uint8Array>, mediaType: string, maxBytes: number): Promise<BlobRef> {
    const folder = folderOf(documentId)
    const key = await keys.get(documentId)
    await mkdir(folder, { recursive: true, mode: 0o700 }).catch(typedIoError)
    const draft = join(folder, `${randomBytes(9).toString('hex')}.tmp`)
    const hash = createHash('sha256')
    let bytes = 0
    const measured = async function* () {
      for await (const chunk of stream) {
        bytes += chunk.length
        if (bytes > maxBytes)
          throw new PipelineError(
            'file_too_large',
            `The file is larger than the limit of ${Math.floor(maxBytes / 1024 / 1024)} MB. Split it or scan it with a lower resolution.`,
          )
        hash.update(chunk)
        yield chunk
      }
    }
    try {
      const handle = await open(draft, 'wx', 0o600)
      try {
        for await (const sealed of seal(measured(), key, documentId)) await handle.writeFile(sealed)
        await handle.sync()
      } finally {
        await handle.close()
      }
      const sha256 = hash.digest('hex')
      await rename(draft, join(folder, sha256))
      await syncFolder(folder)
      return { sha256, bytes, mediaType }
    } catch (error) {
      await rm(draft, { force: true })
      return typedIoError(error)
    }
  }

  return {
    putStream,
    async put(documentId, bytes, mediaType) {
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const present = await stat(join(folderOf(documentId), sha256)).catch(() => null)
      // Content address: what is there is the same. An activity that runs again writes nothing.
      if (present) return { sha256, bytes: bytes.length, mediaType }
      return putStream(documentId, once(bytes), mediaType, Number.POSITIVE_INFINITY)
    },
    async get(documentId, { sha256 }) {
      const sealed = await readFile(join(folderOf(documentId), sha256)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT')
          throw new PipelineError('blob_missing', 'Stored bytes are gone: the document was erased, or the blob folder is not complete.')
        throw error
      })
      const plain = unseal(sealed, await keys.get(documentId), documentId)
      if (createHash('sha256').update(plain).digest('hex') !== sha256)
        throw new PipelineError('blob_corrupt', 'Stored bytes are not those that were stored. Restore them from a backup.')
      return plain
    },
    async erase(documentId) {
      await keys.erase(documentId)
      await rm(folderOf(documentId), { recursive: true, force: true })
    },
  }
}

async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes
}
