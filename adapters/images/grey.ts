import sharp, { type Sharp } from 'sharp'

/** One byte per pixel, rows from the top, 0 = black. */
export interface Grey {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** What sharp holds, decoded to one grey channel. */
export async function greyOf(image: Sharp): Promise<Grey> {
  const { data, info } = await image.greyscale().raw().toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The pixels as a sharp image, for the steps that libvips does. */
export function sharpOf({ data, width, height }: Grey): Sharp {
  return sharp(data, { raw: { width, height, channels: 1 } })
}

/** A copy whose longest side is at most `px`. Never enlarges. */
export function shrunk(page: Grey, px: number): Promise<Grey> {
  return greyOf(sharpOf(page).resize({ width: px, height: px, fit: 'inside', withoutEnlargement: true }))
}
