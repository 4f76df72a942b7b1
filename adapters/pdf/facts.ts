import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { PipelineError } from '../../core/errors.ts'
import type { PdfFacts } from './pdf-reader.ts'

const MAX_XML_BYTES = 10 * 1024 * 1024
const MAX_SIDE_PT = 100 * 72 // 100 inch
const E_INVOICE = /<(?:\w+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote|SCRDMCCBDACIOMessageStructure)[\s>]/
const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'

export async function readFacts(document: PDFDocumentProxy, bytes: Uint8Array, maxPages: number): Promise<PdfFacts> {
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
  const revisions = countOf(raw, 'startxref')
  const linearized = raw.subarray(0, 1024).includes('/Linearized')
  return {
    pageCount: document.numPages,
    activeContent: await hasActiveContent(document, raw),
    repaired: !raw.subarray(Math.max(0, raw.length - 2048)).includes('%%EOF'),
    revisions: Math.max(1, revisions - (linearized ? 1 : 0)),
    xmlAttachments: await xmlAttachments(document),
  }
}

async function hasActiveContent(document: PDFDocumentProxy, raw: Buffer): Promise<boolean> {
  const [scripted, open] = await Promise.all([document.hasJSActions(), document.getOpenAction() as Promise<{ action?: string } | null>])
  return (
    scripted ||
    Boolean(open?.action) ||
    ['/JavaScript', '/Launch', '/SubmitForm', '/GoToE', '/ImportData'].some((name) => raw.includes(name))
  )
}

async function xmlAttachments(document: PDFDocumentProxy): Promise<PdfFacts['xmlAttachments']> {
  const found: { name: string; bytes: Uint8Array }[] = []
  for (const [id, { filename }] of (await document.getAttachments()) ?? []) {
    const content = await document.getAttachmentContent(id)
    if (!content) continue
    if (Buffer.from(content.subarray(0, 256)).includes(EICAR)) {
      throw new PipelineError('malware', 'An attachment inside the PDF is malware. The file was not stored for processing.')
    }
    if (content.length <= MAX_XML_BYTES && /\.xml$/i.test(filename) && E_INVOICE.test(headOf(content)))
      found.push({ name: filename, bytes: content })
  }
  return found
}

function headOf(content: Uint8Array): string {
  const utf16 = content[0] === 0xff && content[1] === 0xfe ? 'utf-16le' : content[0] === 0xfe && content[1] === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(utf16).decode(content.subarray(0, 8192))
}

function countOf(raw: Buffer, word: string): number {
  let count = 0
  for (let at = raw.indexOf(word); at >= 0 && count < 100; at = raw.indexOf(word, at + word.length)) count++
  return count
}
