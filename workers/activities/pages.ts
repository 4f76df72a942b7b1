import { PipelineError, type Refusal, refusal } from '../../core/errors.ts'
import type { PageRef } from '../../core/reading.ts'
import type { DocumentInput, Inspection, PageRange } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'
import { pdfPages } from './pdf-pages.ts'
import { scannedPage } from './scanned-page.ts'
import { wordPages } from './word-pages.ts'

type Paged = { readonly kind: 'paged'; readonly pages: readonly PageRef[] }

/** Page images and, where the text layer can be trusted, its words. A page that fails alone is kept as a page with an error. */
export const createPages = (deps: Deps) =>
  async function pages(document: DocumentInput, inspection: Inspection, range: PageRange): Promise<Paged | Refusal> {
    if (inspection.format === 'xml') return { kind: 'paged', pages: [] }
    try {
      const read = () => deps.blobs.get(document.documentId, document.file)
      const file = { sha256: document.file.sha256, read }
      return {
        kind: 'paged',
        pages:
          inspection.format === 'pdf'
            ? await pdfPages(deps, document, file, { inspection, range })
            : inspection.format === 'word'
              ? await wordPages(deps, document, file, range)
              : await imagePages(deps, document, await read(), range),
      }
    } catch (error) {
      if (error instanceof PipelineError && !error.retryable) return refusal(error.code, error.message)
      throw error
    }
  }

async function imagePages(deps: Deps, document: DocumentInput, bytes: Buffer, range: PageRange): Promise<readonly PageRef[]> {
  const pages: PageRef[] = []
  for (const image of await deps.images.pages(bytes, deps.limits.longestSidePx, range))
    pages.push(await scannedPage(deps, document, image.index, image))
  return pages
}
