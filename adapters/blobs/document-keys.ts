import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { link, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { PipelineError } from '../../core/errors.ts'
import { syncFolder, typedIoError } from './durable.ts'

/** One random key per document, wrapped by the master key (AES-256-GCM, document id as additional data). Erasing the key erases the document. */
export interface DocumentKeys {
  /** The document's key, made at the first call. Errors: `not_found` when the document has been erased, `blob_corrupt`. */
  get(documentId: string): Promise<Buffer>
  erase(documentId: string): Promise<void>
}

/** Keys live in a folder of their own, so that a backup of blobs and a backup of keys can be kept and destroyed apart. */
export function createDocumentKeys(dir: string, masterKey: Uint8Array): DocumentKeys {
  const fileOf = (documentId: string) => join(dir, documentId)
  return {
    async get(documentId) {
      const wrapped = await readFile(fileOf(documentId)).catch(() => null)
      if (wrapped) return unwrap(wrapped, masterKey, documentId)
      if (await isErased(dir, documentId)) throw new PipelineError('not_found', 'The document has been erased.')
      await store(dir, fileOf(documentId), wrap(randomBytes(32), masterKey, documentId)).catch(typedIoError)
      // Another process may have been first: what is on disk counts.
      return unwrap(await readFile(fileOf(documentId)), masterKey, documentId)
    },
    async erase(documentId) {
      // First, so that no moment is without either: a restored backup must know an erased document from one whose key was lost.
      await mkdir(dir, { recursive: true, mode: 0o700 })
      await writeFile(markOf(dir, documentId), '', { mode: 0o600 }).catch(typedIoError)
      await rm(fileOf(documentId), { force: true })
      await syncFolder(dir)
    },
  }
}

/** The mark that an erased document leaves among the keys: nothing of it is ever stored again, and a restored backup forgets it again. */
export function markOf(dir: string, documentId: string): string {
  return join(dir, `${documentId}${ERASED}`)
}

export const ERASED = '.erased'

async function isErased(dir: string, documentId: string): Promise<boolean> {
  return (await stat(markOf(dir, documentId)).catch(() => null)) !== null
}

async function store(dir: string, file: string, bytes: Buffer): Promise<void> {
  await mkdir(dir, { recursive: true, mode: 0o700 })
  const draft = `${file}.${randomBytes(6).toString('hex')}.tmp`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
    await handle.close()
    await link(draft, file).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
    })
    await syncFolder(dir)
  } finally {
    await handle.close().catch(() => {})
    await rm(draft, { force: true })
  }
}

function wrap(key: Buffer, masterKey: Uint8Array, documentId: string): Buffer {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', masterKey, nonce).setAAD(Buffer.from(documentId))
  const sealed = Buffer.concat([cipher.update(key), cipher.final()])
  return Buffer.concat([nonce, sealed, cipher.getAuthTag()])
}

function unwrap(wrapped: Buffer, masterKey: Uint8Array, documentId: string): Buffer {
  try {
    const decipher = createDecipheriv('aes-256-gcm', masterKey, wrapped.subarray(0, 12)).setAAD(Buffer.from(documentId))
    decipher.setAuthTag(wrapped.subarray(-16))
    return Buffer.concat([decipher.update(wrapped.subarray(12, -16)), decipher.final()])
  } catch (error) {
    throw new PipelineError('blob_corrupt', "The document's key cannot be opened: it is damaged, or the master key is another one.", {
      cause: error,
    })
  }
}
