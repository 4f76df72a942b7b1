import sharp, { type Sharp } from 'sharp'
import type { Raster } from './warp.ts'

/** Pixels of a page image, red-green-blue, or one channel where the page has no colour. */
export async function decodePage(bytes: Uint8Array): Promise<Raster> {
  const image = sharp(bytes)
  const { channels } = await image.metadata()
  if (channels !== 1) return pixelsOf(image)
  const { data, info } = await image.toColourspace('b-w').raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height, channels: 1 }
}

/** What sharp holds, decoded; transparent parts must have been laid on paper before. */
export async function pixelsOf(image: Sharp): Promise<Raster> {
  const { data, info } = await image.removeAlpha().toColourspace('srgb').raw().toBuffer({ resolveWithObject: true })
  return withoutEmptyColour({ data, width: info.width, height: info.height, channels: info.channels })
}

/** Most scans are grey pages in three equal channels. One of them says the same, and all that follows has a third of the work. */
export function withoutEmptyColour(page: Raster): Raster {
  const { data, width, height, channels } = page
  if (channels !== 3) return page
  const grey = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < grey.length; i++, at += 3) {
    const level = data[at]!
    if (data[at + 1] !== level || data[at + 2] !== level) return page
    grey[i] = level
  }
  return { data: grey, width, height, channels: 1 }
}

/** The page as a file again. A page with one channel is written as grey. */
export function encodePage({ data, width, height, channels }: Raster, mediaType: 'image/png' | 'image/jpeg'): Promise<Buffer> {
  const image = sharp(data, { raw: { width, height, channels: channels as 1 | 3 } })
  const coloured = channels === 1 ? image.toColourspace('b-w') : image
  return mediaType === 'image/jpeg' ? coloured.jpeg({ quality: 92 }).toBuffer() : coloured.png({ compressionLevel: 3 }).toBuffer()
}
