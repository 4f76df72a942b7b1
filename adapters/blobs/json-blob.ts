import type { z } from 'zod'
import type { BlobRef } from '../../core/blob-ref.ts'
import type { BlobStore } from './blob-store.ts'

export function putJson(blobs: BlobStore, documentId: string, value: unknown): Promise<BlobRef> {
  return blobs.put(documentId, Buffer.from(JSON.stringify(value)), 'application/json')
}

/** Reads a JSON blob and parses it with its schema: blobs are an edge like any other. */
export async function getJson<T>(blobs: BlobStore, documentId: string, ref: BlobRef, schema: z.ZodType<T>): Promise<T> {
  return schema.parse(JSON.parse((await blobs.get(documentId, ref)).toString('utf8')))
}
