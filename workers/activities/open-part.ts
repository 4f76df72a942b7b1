import type { BlobStore } from '../../adapters/blobs/blob-store.ts'
import { putJson } from '../../adapters/blobs/json-blob.ts'
import { joinReadings, pagesOf } from '../../adapters/blobs/reading-blob.ts'
import type { BlobRef } from '../../core/blob-ref.ts'
import { type Cut, pageInPart } from '../../core/cut.ts'
import type { Refusal } from '../../core/errors.ts'
import type { Page, Reading } from '../../core/reading.ts'
import type { DocumentInput, OpenedPart } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'
import { createInspect } from './inspect.ts'

const PAGES_AT_ONCE = 16 // in memory and in one blob, as a long file is read

/**
 * A later part of a file as a document that stands alone: its pages and their images, copied, so that it can be kept, handed on and erased by itself.
 * Blobs are addressed by their content, so copying twice leaves one copy.
 */
export const createOpenPart = (deps: Deps) =>
  async function openPart(document: DocumentInput, cut: Cut): Promise<OpenedPart | Refusal> {
    const file = cut.inspection ?? (await createInspect(deps)({ ...document, documentId: cut.fileId }))
    if (file.kind === 'refused') return file
    // Structured data inside the file is that of the document it begins with.
    const inspection = { ...file, pageCount: cut.last - cut.first + 1, eInvoice: null }
    return { kind: 'opened', inspection, reading: await copyPages(deps.blobs, document.documentId, cut) }
  }

async function copyPages(blobs: BlobStore, documentId: string, cut: Cut): Promise<BlobRef> {
  const ranges: BlobRef[] = []
  let pages: Page[] = []
  const flush = async () => {
    if (pages.length > 0) ranges.push(await putJson(blobs, documentId, { pages } satisfies Reading))
    pages = []
  }
  for await (const page of pagesOf(blobs, cut.fileId, cut.reading)) {
    const index = pageInPart(cut, documentId, page.index)
    if (index === null) continue
    const image = page.image ? await blobs.put(documentId, await blobs.get(cut.fileId, page.image), page.image.mediaType) : page.image
    pages.push({
      ...page,
      index,
      ...(image !== undefined && { image }),
      tables: page.tables.map((table) => continuedWithin(table, cut, documentId)),
    })
    if (pages.length === PAGES_AT_ONCE) await flush()
  }
  await flush()
  const [first] = ranges
  return first && ranges.length === 1 ? first : joinReadings(blobs, documentId, ranges)
}

/** What a table carries on from is another page now, or stands in another document. */
function continuedWithin({ continues, ...table }: Page['tables'][number], cut: Cut, documentId: string): Page['tables'][number] {
  const page = continues && pageInPart(cut, documentId, continues.page)
  return continues && page ? { ...table, continues: { ...continues, page } } : table
}
