import { PDFDocument } from 'pdf-lib'
import type { PdfReader } from '../../adapters/pdf/index.ts'
import type { Random } from '../random.ts'
import { scanPage } from '../scan.ts'

const SCAN_LONGEST_PX = 2339 // A4 at 200 dpi

/** The same pages as a scanner delivers them: one soft, grainy JPEG a page, straight, no text layer. */
export async function scannedPdf(reader: PdfReader, pdf: Uint8Array, random: Random): Promise<Uint8Array> {
  const source = await PDFDocument.load(pdf)
  const made = await PDFDocument.create()
  const numbers = source.getPages().map((_, i) => i + 1)
  for (const number of numbers) {
    const { png, widthPx, heightPx } = (await reader.render(pdf, [number], SCAN_LONGEST_PX)).pages[0]!
    const { jpeg } = await scanPage(png, widthPx, heightPx, random, 0)
    const { width, height } = source.getPage(number - 1).getSize()
    made.addPage([width, height]).drawImage(await made.embedJpg(jpeg), { width, height })
  }
  return made.save()
}
