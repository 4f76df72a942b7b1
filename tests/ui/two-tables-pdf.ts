import { PDFDocument, StandardFonts } from 'pdf-lib'
import { invoicePdf } from './invoice-pdf.ts'

const SECOND = [
  ['Description', 'Quantity', 'Unit price', 'Net'],
  ['Ink black', '2', '20.00', '40.00'],
  ['Toner yellow', '3', '20.00', '60.00'],
]
const [TOP, STEP] = [400, 18] // points from the foot of a page of 595 × 842
/** Around the second table, in fractions of the page from its top left corner. */
export const AROUND = { x0: 0.05, x1: 0.95, y0: 1 - (TOP + 14) / 842, y1: 1 - (TOP - 2 * STEP - 6) / 842 }

/** An invoice with a second table of items below its totals. */
export async function twoTablesPdf(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(invoicePdf({ number: 'T-1', date: '12 March 2026', net: '100.00', tax: '20.00', gross: '120.00' }))
  const font = await pdf.embedFont(StandardFonts.Helvetica)
  for (const [i, row] of SECOND.entries())
    for (const [column, text] of row.entries())
      pdf.getPage(0).drawText(text, { x: [50, 300, 380, 480][column]!, y: TOP - i * STEP, size: 10, font })
  return pdf.save()
}
