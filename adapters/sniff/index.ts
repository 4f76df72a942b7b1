import { PipelineError } from '../../core/errors.ts'

export type FileFormat = 'pdf' | 'jpeg' | 'png' | 'tiff' | 'webp' | 'xml' | 'docx'

export interface Sniffed {
  readonly format: FileFormat
  readonly mediaType: string
}

/** How many bytes from the start decide. */
export const SNIFF_BYTES = 64 * 1024

const MEDIA_TYPES: Readonly<Record<FileFormat, string>> = {
  pdf: 'application/pdf',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  webp: 'image/webp',
  xml: 'application/xml',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const ACCEPTED = 'PDF, JPEG, PNG, TIFF, WebP, a Word document (.docx) or an e-invoice XML (CII, Factur-X, ZUGFeRD, UBL, УПД)'
const EICAR = 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE'
const E_INVOICE_ROOT =
  /^(?:\s*<\?[^>]*\?>|\s*<!--[\s\S]*?-->)*\s*<(?:[\w.-]+:)?(?:CrossIndustryInvoice|CrossIndustryDocument|Invoice|CreditNote)[\s>/]/
/** The seller's part of a УПД or счёт-фактура; the tax service's other exchange files have the same root and another prefix in @ИдФайл. */
const UPD_ROOT = /^(?:\s*<\?[^>]*\?>|\s*<!--[\s\S]*?-->)*\s*<Файл\s[^>]*ИдФайл\s*=\s*["']ON_N?SCHFDOPPR_/

/** Names near the start of Office Open XML, OpenDocument and XPS files. */
const OFFICE_PARTS = ['[Content_Types].xml', 'word/', 'xl/workbook', 'ppt/', 'mimetypeapplication/', 'FixedDocSeq']

/** What other files turn out to be, so that the message can name it. Checked only when nothing accepted fits. */
const OTHERS: readonly (readonly [name: string, test: (head: Buffer, text: string) => boolean])[] = [
  ['a Windows program', (head) => head.subarray(0, 2).toString('latin1') === 'MZ'],
  ['a Linux program', (head) => head.subarray(0, 4).toString('latin1') === '\x7fELF'],
  ['a ZIP archive or an Office document', (head) => head.subarray(0, 4).toString('latin1') === 'PK\x03\x04'],
  ['an old Office document', (head) => head.subarray(0, 8).toString('hex') === 'd0cf11e0a1b11ae1'],
  ['a shortcut', (head) => head.subarray(0, 4).toString('hex') === '4c000000'],
  ['a HEIC or AVIF photo', (head) => head.subarray(4, 8).toString('latin1') === 'ftyp'],
  ['a GIF image', (head) => head.subarray(0, 4).toString('latin1') === 'GIF8'],
  ['a PostScript file', (head) => head.subarray(0, 4).toString('latin1') === '%!PS' || head.subarray(0, 4).toString('hex') === 'c5d0d3c6'],
  ['a script', (head) => head.subarray(0, 2).toString('latin1') === '#!'],
  ['an SVG image', (_, text) => /<svg[\s>]/i.test(text)],
  ['a web page', (_, text) => /<!doctype html|<html[\s>]/i.test(text)],
  ['an XML file of another kind', (_, text) => /^\s*<\?xml/.test(text)],
  ['an e-mail', (_, text) => /^(?:Return-Path|Received|From|MIME-Version|Message-ID):/im.test(text.slice(0, 2000))],
]

/**
 * Decides by content alone what a file is; names and declared types are not asked.
 * Errors: `empty_file`, `malware` (the EICAR test file), `unsupported_type` with what was found and what is accepted.
 */
export function sniff(head: Uint8Array): Sniffed {
  if (head.length === 0) throw new PipelineError('empty_file', 'The file is empty. Choose the document again and upload it once more.')
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES))
  const text = decoded(bytes)
  if (bytes.includes(EICAR)) throw new PipelineError('malware', 'The file is malware and was refused.')
  const format = formatOf(bytes, text)
  if (format) return { format, mediaType: MEDIA_TYPES[format] }
  const other = OTHERS.find(([, test]) => test(bytes, text))?.[0]
  throw new PipelineError(
    'unsupported_type',
    `${other ? `The file is ${other}` : 'The content of the file is not recognised'}; Docket reads ${ACCEPTED}.`,
  )
}

/** Whether these are the first bytes of a ZIP archive of files: Word documents and what is told to be another Office document are none. */
export function isArchive(head: Uint8Array): boolean {
  const bytes = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, SNIFF_BYTES))
  return bytes.subarray(0, 4).toString('latin1') === 'PK\x03\x04' && !OFFICE_PARTS.some((part) => bytes.includes(part))
}

function formatOf(bytes: Buffer, text: string): FileFormat | null {
  const start = bytes.subarray(0, 12)
  const hex = start.toString('hex')
  if (hex.startsWith('ffd8ff')) return 'jpeg'
  if (hex.startsWith('89504e470d0a1a0a')) return 'png'
  if (/^(49492a00|4d4d002a|49492b00|4d4d002b)/.test(hex)) return 'tiff'
  if (start.subarray(0, 4).toString('latin1') === 'RIFF' && start.subarray(8, 12).toString('latin1') === 'WEBP') return 'webp'
  if ([E_INVOICE_ROOT, UPD_ROOT].some((root) => root.test(withoutDoctype(text)))) return 'xml'
  // Word writes the body and its own parts near the start; what the archive really holds is seen when it is read.
  if (hex.startsWith('504b0304') && bytes.includes('word/document.xml')) return 'docx'
  // Mail gateways and scanners put junk before the header; a web page that contains "%PDF" is still a web page.
  const header = bytes.subarray(0, 1024 + 8).indexOf('%PDF-')
  if (header === 0 || (header > 0 && header <= 1024 && !OTHERS.some(([, test]) => test(bytes, text)))) return 'pdf'
  return null
}

/** The type of an XML is told by its root even when it carries a DOCTYPE; that it is unsafe is said later, by name. */
function withoutDoctype(text: string): string {
  return text.replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\])?\s*>/, '')
}

function decoded(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2))
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes.subarray(2))
  if (/^<\?xml[^>]*encoding=["'](?:windows-1251|cp1251)["']/i.test(bytes.subarray(0, 200).toString('latin1')))
    return new TextDecoder('windows-1251').decode(bytes)
  return bytes.toString('utf8').replace(/^\ufeff/, '')
}
