import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from 'pdf-lib'
import sharp from 'sharp'
import { createRandom } from '../samples/random.ts'

const WORDS =
  'steel bolt washer spring housing gasket bearing flange cable sensor bracket valve filter pump seal hose clamp panel switch relay'
const LINES = 42

/** `table`: the invoice's items fill all pages; `text`: one page of them, then terms and reports in running text; `scan`: pictures of a dozen lines each. */
export type LongKind = 'table' | 'text' | 'scan'

export const LONG_KINDS: readonly LongKind[] = ['table', 'text', 'scan']

/** An invoice with a text layer and `pages` pages of about 350 words; the same bytes for the same `seed`. */
export async function longInvoice(pages: number, kind: LongKind, seed: string): Promise<Uint8Array> {
  const random = createRandom(seed)
  const names = WORDS.split(' ')
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const [plain, bold] = [await pdf.embedFont(StandardFonts.Helvetica), await pdf.embedFont(StandardFonts.HelveticaBold)]
  for (let number = 1; number <= pages; number++) {
    const page = pdf.addPage([595, 842])
    if (kind === 'scan') {
      const words = () => Array.from({ length: 6 }, () => names[random.int(0, names.length - 1)]).join(' ')
      const lines = [
        `Invoice number: LONG-2026-${number}`,
        ...Array.from({ length: SCAN_LINES }, () => `${words()} ${random.int(1, 9999)}.00`),
      ]
      page.drawImage(await pdf.embedJpg(await picture(lines)), { x: 0, y: 0, width: 595, height: 842 })
      continue
    }
    page.drawText(`Page ${number} of ${pages}`, { x: 270, y: 30, size: 8, font: plain })
    if (number === 1) header(page, plain, bold)
    else if (kind === 'text') {
      for (let line = 0; line < LINES; line++) {
        const text = Array.from({ length: 8 }, () => names[random.int(0, names.length - 1)]).join(' ')
        page.drawText(`${text} ${random.int(1, 999)}.`, { x: 50, y: 780 - line * 14, size: 9, font: plain })
      }
      continue
    }
    const y = (line: number) => (number === 1 ? 610 : 780) - line * 14
    row(page, bold, y(0), ['Pos', 'Article', 'Description', 'Qty', 'Unit price', 'Amount'])
    const lines = number === 1 ? LINES - 12 : LINES
    for (let line = 1; line <= lines; line++) {
      const quantity = random.int(1, 90)
      const cents = random.int(100, 90_000)
      const description = Array.from({ length: 3 }, () => names[random.int(0, names.length - 1)]).join(' ')
      const cells = [
        (number - 1) * LINES + line,
        `A-${random.int(10_000, 99_999)}`,
        description,
        quantity,
        money(cents),
        money(cents * quantity),
      ]
      row(page, plain, y(line), cells.map(String))
    }
  }
  return pdf.save()
}

const SCAN_LINES = 12

/** JPEG of an A4 page at 120 dpi with a line each. */
function picture(lines: readonly string[]): Promise<Buffer> {
  const texts = lines.map(
    (text, i) => `<text x="80" y="${140 + i * 60}" font-family="Liberation Sans, sans-serif" font-size="24">${text}</text>`,
  )
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="992" height="1404"><rect width="100%" height="100%" fill="white"/>${texts.join('')}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}

const COLUMNS = [50, 85, 150, 350, 400, 480]

function row(page: PDFPage, font: PDFFont, y: number, cells: readonly string[]): void {
  for (const [i, text] of cells.entries()) page.drawText(text, { x: COLUMNS[i]!, y, size: 8, font })
  page.drawLine({ start: { x: 50, y: y - 4 }, end: { x: 545, y: y - 4 }, thickness: 0.4 })
}

function header(page: PDFPage, plain: PDFFont, bold: PDFFont): void {
  page.drawText('Specimen Supplies Ltd', { x: 50, y: 790, size: 14, font: bold })
  page.drawText('1 Sample Street, London SW1A 1AA', { x: 50, y: 774, size: 9, font: plain })
  page.drawText('Invoice', { x: 400, y: 790, size: 16, font: bold })
  page.drawText('Invoice number: LONG-2026-1', { x: 400, y: 770, size: 9, font: plain })
  page.drawText('Invoice date: 12 March 2026', { x: 400, y: 756, size: 9, font: plain })
}

function money(cents: number): string {
  return (cents / 100).toLocaleString('en-GB', { minimumFractionDigits: 2 })
}
