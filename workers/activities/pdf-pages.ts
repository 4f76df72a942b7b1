import { getPassword } from '../../adapters/blobs/file-password.ts'
import { putJson } from '../../adapters/blobs/json-blob.ts'
import type { StoredFile } from '../../adapters/guarded/index.ts'
import type { PdfPageText, RenderedPage } from '../../adapters/pdf/index.ts'
import type { PageRef, PageWords } from '../../core/reading.ts'
import type { DocumentInput, Inspection, PageRange } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'
import { scannedPage } from './scanned-page.ts'
import { type LayerState, textLayerState, worthChecking } from './text-layer.ts'

const CHECK_PX = 1200 // enough for the outlines of small print, a third of the work of the whole picture

interface RangeOf {
  readonly inspection: Pick<Inspection, 'pageCount'>
  readonly range: PageRange
}

type Images = Awaited<ReturnType<Deps['pdf']['render']>>

/** Pages of a PDF: text where its layer can be trusted and is what is printed, else a picture for OCR. */
export async function pdfPages(
  deps: Deps,
  document: DocumentInput,
  file: StoredFile,
  { inspection, range }: RangeOf,
): Promise<readonly PageRef[]> {
  const password = await getPassword(deps.blobs, document)
  const { pages: texts, failed: unread } = await deps.pdf.text(file, range, password)
  const indices = [...texts.map((t) => t.index), ...unread.map((u) => u.index)].sort((a, b) => a - b)
  const textOf = (index: number) => texts.find((t) => t.index === index)
  const draw = (pages: readonly number[], longestSidePx: number): Promise<Images> =>
    pages.length > 0 ? deps.pdf.render(file, pages, longestSidePx, password) : Promise.resolve({ pages: [], failed: [] })

  const needsImage = (text: PdfPageText | undefined) => !text?.trustworthy || text.mayHoldCode
  const wanted = indices.filter((index) => document.render === 'always' || needsImage(textOf(index)))
  const { pages: images, failed: undrawn } = await draw(wanted, deps.limits.longestSidePx)
  const sharp = new Map<number, RenderedPage>(images.map((image) => [image.index, image]))
  const sharper = async (index: number) => {
    const drawn = sharp.get(index) ?? (await draw([index], deps.limits.longestSidePx)).pages[0]
    if (drawn) sharp.set(index, drawn)
    return drawn
  }

  const unseen = indices.filter((i) => !wanted.includes(i) && worthChecking(textOf(i)!, range, inspection.pageCount))
  const sketches = (await draw(unseen, CHECK_PX)).pages
  const pages: PageRef[] = []
  for (const index of indices) {
    const text = textOf(index)
    const trusted = text?.trustworthy ? text : null
    const shown = sharp.get(index) ?? sketches.find((s) => s.index === index)
    const state =
      trusted && shown ? await textLayerState(deps, trusted, shown.png, async () => ((await sharper(index)) ?? shown).png) : 'agrees'
    const image = state === 'mismatch' ? await sharper(index) : sharp.get(index)
    if (image && (!trusted || state === 'mismatch')) {
      const scanned = await scannedPage(deps, document, index, { bytes: image.png, mediaType: 'image/png', sourceLongestPx: null })
      pages.push({ ...scanned, ...noted(state), ...hiddenText(text) })
      continue
    }
    const size = image ?? sizeOf(text, deps.limits.longestSidePx)
    const error = undrawn.find((f) => f.index === index)
    pages.push({
      index,
      widthPx: size.widthPx,
      heightPx: size.heightPx,
      image: image ? await deps.blobs.put(document.documentId, image.png, 'image/png') : null,
      words: trusted ? await putJson(deps.blobs, document.documentId, wordsOf(trusted, size)) : null,
      error: error ? { code: error.code, message: error.message } : null,
      ...noted(state),
      ...hiddenText(text),
    })
  }
  return pages
}

function noted(state: LayerState): Pick<PageRef, 'textLayer'> {
  return state === 'agrees' ? {} : { textLayer: state }
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
