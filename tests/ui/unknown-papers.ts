import sharp from 'sharp'
import { textPdf } from '../kill/text-pdf.ts'

/** Papers that no document type reads: a letter and a price list. Made up for the tests. */
export const letterPdf = (): Buffer =>
  textPdf([
    'Harbour Museum Society, 4 Quay Street, Leith',
    'Dear members,',
    'thank you for the many kind words about our summer exhibition.',
    'More than two thousand visitors came to see the old harbour maps,',
    'and the children of the primary school painted a large mural.',
    'We would like to invite all of you to our autumn evening',
    'in the reading room, with tea, music and a short talk.',
    'Please tell us by the end of the month whether you can come.',
    'With kind regards',
    'Margaret Hill, chair of the society',
  ])

export const priceListPdf = (): Buffer =>
  textPdf([
    'PRICE LIST AUTUMN',
    'All prices are recommendations and may change without notice.',
    'Article    Description              Price per piece',
    'A-100      Steel bolt M8 x 40       0.25',
    'A-101      Steel bolt M8 x 60       0.31',
    'A-102      Steel nut M8             0.08',
    'B-200      Wood screw 4 x 50        0.05',
    'B-201      Wood screw 5 x 70        0.07',
    'C-300      Hinge, brass, 60 mm      2.40',
    'C-301      Hinge, steel, 60 mm      1.10',
  ])

/** A picture of a gentle slope of greys: nothing is written on it. */
export function photo(): Promise<Buffer> {
  const [width, height] = [900, 1200]
  const pixels = Buffer.alloc(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) pixels[y * width + x] = 120 + Math.round((60 * x) / width + (40 * y) / height)
  return sharp(pixels, { raw: { width, height, channels: 1 } })
    .jpeg({ quality: 90 })
    .toBuffer()
}
