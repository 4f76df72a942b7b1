import sharp from 'sharp'
import { evenLight } from '../images/even-light.ts'
import type { Grey } from '../images/grey.ts'

/** Four bytes per pixel: red, green, blue, opaque. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** Decodes a page image that the pages stage has already limited in size. */
export async function pixelsOf(image: Uint8Array): Promise<Pixels> {
  const { data, info } = await sharp(image)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  return { data, width: info.width, height: info.height }
}

/** The page in grey with white paper. */
export function litGrey({ data, width, height }: Pixels): Grey {
  const grey = new Uint8Array(width * height)
  // Rec. 601 luma in integers.
  for (let i = 0, at = 0; i < grey.length; i++, at += 4) grey[i] = (77 * data[at]! + 150 * data[at + 1]! + 29 * data[at + 2]!) >> 8
  return evenLight({ data: grey, width, height })
}
