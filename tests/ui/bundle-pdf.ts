import { PDFDocument, StandardFonts } from 'pdf-lib'
import { invoicePdf, type PrintedInvoice } from './invoice-pdf.ts'

/** One invoice of a bundle: the invoice itself and `more` pages of terms behind it. `numbered`: its pages say which they are. */
export interface Bundled extends PrintedInvoice {
  readonly more?: number
  readonly numbered?: boolean
}

/** Several invoices in one file, as a scanner's feeder makes them. */
export async function bundlePdf(...invoices: readonly Bundled[]): Promise<Uint8Array> {
  const bundle = await PDFDocument.create()
  const font = await bundle.embedFont(StandardFonts.Helvetica)
  for (const { more = 0, numbered = true, ...printed } of invoices) {
    const [page] = await bundle.copyPages(await PDFDocument.load(invoicePdf(printed)), [0])
    const pages = [bundle.addPage(page!)]
    for (let i = 0; i < more; i++) {
      const terms = bundle.addPage([595, 842])
      terms.drawText(`Terms of delivery for invoice ${printed.number}, ${printed.seller ?? 'Northwind Paper Ltd'}`, {
        x: 50,
        y: 780,
        size: 11,
        font,
      })
      for (let row = 0; row < 20; row++)
        terms.drawText(`and the goods remain the property of the seller until they are paid in full, clause ${i + 1}.${row + 1}`, {
          x: 50,
          y: 740 - row * 24,
          size: 10,
          font,
        })
      pages.push(terms)
    }
    if (numbered)
      for (const [i, each] of pages.entries()) each.drawText(`Page ${i + 1} of ${pages.length}`, { x: 260, y: 30, size: 9, font })
  }
  return bundle.save()
}
