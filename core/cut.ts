import { z } from 'zod'
import { BlobRef } from './blob-ref.ts'
import { Finding } from './finding.ts'

/** As `Inspection` in stages.ts, where it travels in the outbox. */
export const InspectedFile = z
  .object({
    kind: z.literal('accepted'),
    format: z.enum(['pdf', 'image', 'xml', 'word']),
    mediaType: z.string(),
    pageCount: z.int().min(0),
    eInvoice: BlobRef.nullable(),
    findings: z.array(Finding).readonly(),
  })
  .readonly()

/**
 * Which pages of a file a document is, where the file holds several. The file is the document that was uploaded; it keeps the first pages and its own
 * page numbers, every later part is a document of its own whose pages count from 1.
 */
export const Cut = z
  .object({
    fileId: z.string(),
    /** Reading of the whole file, in the blobs of `fileId`: nothing is read twice. */
    reading: BlobRef,
    /** Of the file; null where nobody kept it, then the file is inspected again. */
    inspection: InspectedFile.nullable(),
    /** Pages of the file from 1, both included. `last` before `first`: no page is left, the document ends. */
    first: z.int().min(1),
    last: z.int().min(0),
    /** Corrections blob of the document with what a person had corrected on pages that are still its own. */
    corrections: BlobRef.nullable(),
  })
  .readonly()
export type Cut = z.infer<typeof Cut>

/** Which page of the document a page of the file is; null when it is none of its. */
export function pageInPart(
  { fileId, first, last }: Pick<Cut, 'fileId' | 'first' | 'last'>,
  documentId: string,
  page: number,
): number | null {
  if (page < first || page > last) return null
  return fileId === documentId ? page : page - first + 1
}
