import type { PDFiumLibrary } from '@hyzyla/pdfium'
import sharp from 'sharp'
import type { RenderedPage } from './pdf-reader.ts'

type Failed = { readonly index: number; readonly code: string; readonly message: string }

let library: Promise<PDFiumLibrary> | null = null

async function pdfium(): Promise<PDFiumLibrary> {
  library ??= import('@hyzyla/pdfium').then((module) => module.PDFiumLibrary.init())
  return library
}

/** PDFium's reading of one page's text, '' where it has none. */
export async function pdfiumText(bytes: Uint8Array, index: number, password?: string): Promise<string> {
  const document = await (await pdfium()).loadDocument(bytes, password)
  try {
    return document.getPage(index - 1).getText()
  } catch {
    return ''
  } finally {
    document.destroy()
  }
}

/** Draws pages with PDFium (WebAssembly): twice as fast as pdf.js here, and it needs no canvas. A page that cannot be drawn is listed in `failed`. */
export async function renderPages(
  bytes: Uint8Array,
  pages: readonly number[],
  longestSidePx: number,
  password?: string,
): Promise<{ pages: RenderedPage[]; failed: Failed[] }> {
  const document = await (await pdfium()).loadDocument(bytes, password)
  const rendered: RenderedPage[] = []
  const failed: Failed[] = []
  try {
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
  } finally {
    document.destroy()
  }
  return { pages: rendered, failed }
}
