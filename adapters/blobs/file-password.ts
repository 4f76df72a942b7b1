import { randomUUID } from 'node:crypto'
import type { BlobRef } from '../../core/blob-ref.ts'
import type { BlobStore } from './blob-store.ts'

/** Keeps what opens a document's file among the document's blobs. The chance part in front keeps the blob's hash, which is no secret, from giving it away. */
export function putPassword(blobs: BlobStore, documentId: string, password: string): Promise<BlobRef> {
  return blobs.put(documentId, Buffer.from(`${randomUUID()} ${password}`, 'utf8'), 'text/plain')
}

/** Undefined where the document has none. */
export async function getPassword(
  blobs: BlobStore,
  { documentId, password }: { readonly documentId: string; readonly password?: BlobRef | null | undefined },
): Promise<string | undefined> {
  if (!password) return undefined
  const text = (await blobs.get(documentId, password)).toString('utf8')
  return text.slice(text.indexOf(' ') + 1)
}
