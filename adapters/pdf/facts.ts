import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PipelineError } from '../../core/errors.ts'
import { hasActiveContent } from './active-content.ts'
import { changedPages, revisionEnds } from './changed-text.ts'
import { countPages } from './count-pages.ts'
import type { PdfFacts } from './pdf-reader.ts'
import { readStructure } from './structure.ts'

const MAX_XML_BYTES = 10 * 1024 * 1024
const MAX_SIDE_PT = 100 * 72 // 100 inch
const E_INVOICE = /<(?:\w+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote|SCRDMCCBDACIOMessageStructure)[\s>]/
const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'

/** `rebuilt`: pdf.js had to search the file for its objects. */
export async function readFacts(
  { document, rebuilt }: { readonly document: PDFDocumentProxy; readonly rebuilt: boolean },
  bytes: Uint8Array,
  maxPages: number,
): Promise<PdfFacts> {
  if (document.numPages > maxPages) {
    throw new PipelineError(
      'too_many_pages',
      `The PDF has ${document.numPages} pages, the limit is ${maxPages}. Split it and upload the parts.`,
    )
  }
  const first = (await document.getPage(1)).getViewport({ scale: 1 })
  if (Math.max(first.width, first.height) > MAX_SIDE_PT) {
    throw new PipelineError('too_large', 'A page is larger than 100 inches. Export the document with a normal paper size.')
  }
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const structure = readStructure(raw)
  if (structure.malware) throw malware()
  return {
    pageCount: document.numPages,
    pagesInTree: countPages(structure) ?? document.numPages,
    activeContent: await hasActiveContent(document, structure),
    repaired: rebuilt || structure.damagedStreams || !raw.subarray(Math.max(0, raw.length - 2048)).includes('%%EOF'),
    revisions: Math.max(1, revisionEnds(raw).length),
    changedPages: await changedPages(document, raw),
    xmlAttachments: await xmlAttachments(document),
  }
}

async function xmlAttachments(document: PDFDocumentProxy): Promise<PdfFacts['xmlAttachments']> {
  const found: { name: string; bytes: Uint8Array }[] = []
  const attachments = await document.getAttachments().catch(() => null) // a broken name tree leaves the pages readable
  for (const [id, { filename }] of attachments ?? []) {
    const content = await document.getAttachmentContent(id)
    if (!content) continue
    if (Buffer.from(content.subarray(0, 256)).includes(EICAR)) {
      throw malware()
    }
    // One that is too large goes on empty: a person is told that it could not be read.
    if (/\.xml$/i.test(filename) && E_INVOICE.test(headOf(content)))
      found.push({ name: filename, bytes: content.length <= MAX_XML_BYTES ? content : content.subarray(0, 0) })
  }
  return found
}

function malware(): PipelineError {
  return new PipelineError('malware', 'An attachment inside the PDF is malware. The file was not stored for processing.')
}

function headOf(content: Uint8Array): string {
  const utf16 = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(utf16).decode(content.subarray(0, 8192))
}
