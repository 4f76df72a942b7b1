import sharp from 'sharp'

/** A PNG with `text` printed `lines` times, 28 px high, one line every 40 px. */
export function printedLines(
  text: string,
  { lines = 1, width = 700, height }: { readonly lines?: number; readonly width?: number; readonly height?: number } = {},
): Promise<Buffer> {
  const high = height ?? lines * 40 + 60
  const row = (_: unknown, index: number) =>
    `<text x="40" y="${60 + index * 40}" font-family="Liberation Sans, sans-serif" font-size="28">${text}</text>`
  const rows = Array.from({ length: lines }, row).join('')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${high}"><rect width="100%" height="100%" fill="white"/>${rows}</svg>`
  return sharp(Buffer.from(svg)).png().toBuffer()
}
