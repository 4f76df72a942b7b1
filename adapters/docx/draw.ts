import sharp from 'sharp'
import type { PageWords } from '../../core/reading.ts'

/** The page as a picture for the reviewer (PNG): every word at its place, stretched to its box, so that what is marked is what is read. */
export async function drawPage({ widthPx, heightPx, words }: PageWords): Promise<Buffer> {
  const texts = words.map(({ text, box }) => {
    const [x, y, length] = [box.x0 * widthPx, box.y1 * heightPx - 4, (box.x1 - box.x0) * widthPx]
    return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" textLength="${length.toFixed(1)}" lengthAdjust="spacingAndGlyphs">${escaped(text)}</text>`
  })
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${widthPx}" height="${heightPx}"><rect width="100%" height="100%" fill="#fff"/><g font-family="Liberation Mono, DejaVu Sans Mono, monospace" font-size="18" fill="#111">${texts.join('')}</g></svg>`
  return sharp(Buffer.from(svg)).png({ compressionLevel: 9 }).toBuffer()
}

/** Also without the control characters that XML forbids. */
function escaped(text: string): string {
  return text
    .replace(/[^\P{C}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
