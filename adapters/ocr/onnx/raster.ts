import sharp, { type Sharp } from 'sharp'

/** Red, green, blue bytes, row by row. */
export interface Rgb {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** Decodes to at most `longestPx` on the longest side: a 600-dpi page as it is would need gigabytes. Transparent parts become white paper. */
export async function decode(image: Uint8Array, longestPx: number): Promise<Rgb> {
  return raw(
    sharp(image)
      .flatten({ background: '#ffffff' })
      .resize({ width: longestPx, height: longestPx, fit: 'inside', withoutEnlargement: true }),
  )
}

export async function resized(image: Rgb, width: number, height: number): Promise<Rgb> {
  if (image.width === width && image.height === height) return image
  return raw(open(image).resize({ width, height, fit: 'fill', kernel: 'linear' }))
}

export async function turned(image: Rgb, deg: 90 | 180 | 270): Promise<Rgb> {
  return raw(open(image).rotate(deg))
}

export function open({ data, width, height }: Rgb): Sharp {
  return sharp(data, { raw: { width, height, channels: 3 } })
}

export async function raw(image: Sharp): Promise<Rgb> {
  const { data, info } = await image.toColourspace('srgb').removeAlpha().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}
