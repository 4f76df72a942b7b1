import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { openDocument } from './open-document.ts'

const MOST_PAGES = 50

/** Ends of the revisions: a PDF is changed by appending, and every state ends with its own mark. A linearised file has one mark more. */
export function revisionEnds(raw: Buffer): readonly number[] {
  const ends: number[] = []
  for (let at = raw.indexOf('%%EOF'); at >= 0 && ends.length < 100; at = raw.indexOf('%%EOF', at + 5)) ends.push(at + 5)
  return raw.subarray(0, 1024).includes('/Linearized') ? ends.slice(1) : ends
}

/**
 * Pages (from 1) whose text in the first revision is not what they say now. Signatures, filled fields and notes lie beside the text and change nothing.
 * Empty where the first revision cannot be opened by itself.
 */
export async function changedPages(document: PDFDocumentProxy, raw: Buffer): Promise<readonly number[]> {
  const ends = revisionEnds(raw)
  if (ends.length < 2) return []
  const first = await openDocument(new Uint8Array(raw.subarray(0, ends[0]))).catch(() => null)
  if (!first) return []
  try {
    const changed: number[] = []
    for (let index = 1; index <= Math.min(first.numPages, document.numPages, MOST_PAGES); index++)
      if ((await textOf(first, index)) !== (await textOf(document, index))) changed.push(index)
    return changed
  } finally {
    await first.loadingTask.destroy()
  }
}

async function textOf(document: PDFDocumentProxy, index: number): Promise<string> {
  try {
    const { items } = await (await document.getPage(index)).getTextContent()
    return items
      .map((item) => ('str' in item ? item.str : ''))
      .join('')
      .replace(/\s+/g, '')
  } catch {
    return ''
  }
}
