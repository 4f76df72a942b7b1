import { buffer } from 'node:stream/consumers'
import PDFDocument from 'pdfkit'
import type { Paper } from '../../core/paper/index.ts'
import { drawBlock } from './draw-block.ts'
import { facturXMetadata } from './factur-x.ts'
import { paperFonts } from './fonts.ts'
import { Sheet } from './sheet.ts'

// Else Helvetica is opened, which PDF/A does not take. The library tests for null; its types have only names.
const NO_FONT = null as unknown as string

/** The paper as PDF/A-3b on A4, with its attachment inside. The same paper gives the same bytes. Only for texts without `unprintable` characters. */
export async function drawPaper(paper: Paper): Promise<Uint8Array> {
  const { attachment } = paper
  const at = new Date(paper.createdAt)
  const fonts = paperFonts()
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    bufferPages: true,
    pdfVersion: '1.7',
    subset: 'PDF/A-3b',
    lang: paper.language,
    displayTitle: true,
    font: NO_FONT,
    info: { Title: paper.title, CreationDate: at, ModDate: at },
  })
  pdf.registerFont('plain', fonts.plain).registerFont('strong', fonts.strong)
  const bytes = buffer(pdf)
  const sheet = new Sheet(pdf)
  sheet.line(paper.title, { size: 'title', strong: true })
  for (const block of paper.blocks) drawBlock(sheet, block)
  sheet.numberPages(paper.pageNumber, paper.shortTitle)
  const { name, mediaType: type, description } = attachment
  // 'Alternative': the same content for a program (ISO 32000-2, 14.13). The types do not know it yet.
  const options = { name, type, description, relationship: 'Alternative', creationDate: at, modifiedDate: at }
  pdf.file(Buffer.from(attachment.bytes), options)
  pdf.appendXML(facturXMetadata(name, attachment.profile))
  pdf.end()
  return await bytes
}
