import type { PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import type { RenderedPage } from './pdf-reader.ts'

type Failed = { readonly index: number; readonly code: string; readonly message: string }

let library: Promise<PDFiumLibrary> | null = null

async function pdfium(): Promise<PDFiumLibrary> {
  library ??= import('@hyzyla/pdfium').then((module) => module.PDFiumLibrary.init())
  return library
}

/** The document as PDFium has it open, for the ranges of a long file: opening copies the whole file. */
let held: { readonly key: string; readonly document: PDFiumDocument; pages: number } | null = null

const MOST_PAGES = 128 // PDFium keeps what pages share, and pages asked for their text only; then it is opened anew

/** `key` stands for the bytes and the password. */
async function opened(file: OpenFile, pages: number): Promise<PDFiumDocument> {
  const { key, bytes, password } = file
  if (held && (held.key !== key || held.pages >= MOST_PAGES)) {
    held.document.destroy()
    held = null
  }
  held ??= { key, document: await (await pdfium()).loadDocument(bytes, password), pages: 0 }
  held.pages += pages
  return held.document
}

export interface OpenFile {
  readonly key: string
  readonly bytes: Uint8Array
  readonly password: string | undefined
}

/** PDFium's reading of one page's text, '' where it has none. */
export async function pdfiumText(file: OpenFile, index: number): Promise<string> {
  const document = await opened(file, 1)
  try {
    return document.getPage(index - 1).getText()
  } catch {
    return ''
  }
}

/** Draws pages with PDFium (WebAssembly): twice as fast as pdf.js here, and it needs no canvas. A page that cannot be drawn is listed in `failed`. */
export async function renderPages(
  file: OpenFile,
  pages: readonly number[],
  longestSidePx: number,
): Promise<{ pages: RenderedPage[]; failed: Failed[] }> {
  const document = await opened(file, pages.length)
  const rendered: RenderedPage[] = []
  const failed: Failed[] = []
  for (const index of pages) {
    try {
      const page = document.getPage(index - 1)
      const { originalWidth, originalHeight } = page.getOriginalSize()
      const scale = longestSidePx / Math.max(originalWidth, originalHeight)
      const { data, width, height } = await page.render({ scale, render: 'bitmap', colorSpace: 'BGRA', renderFormFields: true })
      // PDFium gives BGRA in memory; the wrapper hands it on as RGBA.
      const png = await sharp(data, { raw: { width, height, channels: 4 } })
        .flatten({ background: '#ffffff' })
        .png({ compressionLevel: 3, palette: false })
        .toBuffer()
      rendered.push({ index, widthPx: width, heightPx: height, png })
    } catch {
      failed.push({ index, code: 'unreadable', message: 'The page cannot be drawn.' })
    }
  }
  return { pages: rendered, failed }
}
