import { putJson } from '../../adapters/blobs/json-blob.ts'
import type { PdfPageText } from '../../adapters/pdf/index.ts'
import { PipelineError, type Refusal, refusal } from '../../core/errors.ts'
import type { PageRef, PageWords } from '../../core/reading.ts'
import type { DocumentInput, Inspection, PageRange } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'
import { scannedPage } from './scanned-page.ts'

type Paged = { readonly kind: 'paged'; readonly pages: readonly PageRef[] }

/** Page images and, where the text layer can be trusted, its words. A page that fails alone is kept as a page with an error. */
export const createPages = (deps: Deps) =>
  async function pages(document: DocumentInput, inspection: Inspection, range: PageRange): Promise<Paged | Refusal> {
    if (inspection.format === 'xml') return { kind: 'paged', pages: [] }
    try {
      const bytes = await deps.blobs.get(document.documentId, document.file)
      return {
        kind: 'paged',
        pages: inspection.format === 'pdf' ? await pdfPages(deps, document, bytes, range) : await imagePages(deps, document, bytes, range),
      }
    } catch (error) {
      if (error instanceof PipelineError && !error.retryable) return refusal(error.code, error.message)
      throw error
    }
  }

async function pdfPages(deps: Deps, document: DocumentInput, bytes: Buffer, range: PageRange): Promise<readonly PageRef[]> {
  const { pages: texts, failed: unread } = await deps.pdf.text(bytes, range)
  const indices = [...texts.map((t) => t.index), ...unread.map((u) => u.index)].sort((a, b) => a - b)
  const needsImage = (text: PdfPageText | undefined) => !text?.trustworthy || text.mayHoldCode
  const wanted = indices.filter((index) => document.render === 'always' || needsImage(texts.find((t) => t.index === index)))
  const { pages: images, failed: undrawn } =
    wanted.length > 0 ? await deps.pdf.render(bytes, wanted, deps.limits.longestSidePx) : { pages: [], failed: [] }
  const pages: PageRef[] = []
  for (const index of indices) {
    const text = texts.find((t) => t.index === index)
    const image = images.find((i) => i.index === index)
    if (image && !text?.trustworthy) {
      const drawn = { bytes: image.png, mediaType: 'image/png', sourceLongestPx: null } as const
      pages.push({ ...(await scannedPage(deps, document, index, drawn)), ...hiddenText(text) })
      continue
    }
    const size = image ?? sizeOf(text, deps.limits.longestSidePx)
    const error = undrawn.find((f) => f.index === index)
    pages.push({
      index,
      widthPx: size.widthPx,
      heightPx: size.heightPx,
      image: image ? await deps.blobs.put(document.documentId, image.png, 'image/png') : null,
      words: text?.trustworthy ? await putJson(deps.blobs, document.documentId, wordsOf(text, size)) : null,
      error: error ? { code: error.code, message: error.message } : null,
      ...hiddenText(text),
    })
  }
  return pages
}

function hiddenText(text: PdfPageText | undefined): Pick<PageRef, 'hiddenText'> {
  return text && text.hiddenWords > 0 ? { hiddenText: { words: text.hiddenWords, figures: text.hiddenFigures } } : {}
}

function sizeOf(text: PdfPageText | undefined, longestSidePx: number): { widthPx: number; heightPx: number } {
  const { widthPt, heightPt } = text ?? { widthPt: 595, heightPt: 842 } // A4 where nothing is known of a broken page
  const scale = longestSidePx / Math.max(widthPt, heightPt)
  return { widthPx: Math.max(1, Math.round(widthPt * scale)), heightPx: Math.max(1, Math.round(heightPt * scale)) }
}

function wordsOf(text: PdfPageText, size: { widthPx: number; heightPx: number }): PageWords {
  return {
    index: text.index,
    widthPx: size.widthPx,
    heightPx: size.heightPx,
    source: 'text',
    engine: null,
    words: text.words,
    rules: text.rules,
  }
}

async function imagePages(deps: Deps, document: DocumentInput, bytes: Buffer, range: PageRange): Promise<readonly PageRef[]> {
  const pages: PageRef[] = []
  for (const image of await deps.images.pages(bytes, deps.limits.longestSidePx, range))
    pages.push(await scannedPage(deps, document, image.index, image))
  return pages
}
