import sharp from 'sharp'
import { ontoQuad, type Point } from '../adapters/images/homography.ts'
import { warp } from '../adapters/images/warp.ts'
import type { Random } from '../samples/random.ts'

const TABLE = [88, 76, 66] as const // dark wood
const LEAN = 5 // percent of the sheet that a corner may stray

/** A drawn page as a hand-held telephone would take it: on a table, at a slant, unevenly lit, soft, grainy, in JPEG. About 12 megapixels shrunk to the page's size. */
export async function photograph(png: Uint8Array, random: Random): Promise<Uint8Array> {
  const { data, info } = await sharp(png)
    .flatten({ background: '#fbfaf7' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true })
  const sheet = { data, width: info.width, height: info.height, channels: info.channels }
  const [width, height] = [Math.round(sheet.width * 1.16), Math.round(sheet.height * 1.16)]
  const corner = (x: number, y: number): Point => ({
    x: width / 2 + (x * sheet.width) / 2 + (random.int(-LEAN, LEAN) / 200) * sheet.width,
    y: height / 2 + (y * sheet.height) / 2 + (random.int(-LEAN, LEAN) / 200) * sheet.height,
  })
  const quad = [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)] as const
  const toSheet = inverse(ontoQuad(sheet.width, sheet.height, quad))
  const photo = warp(sheet, toSheet, width, height, TABLE)
  light(photo.data, width, height, random)
  return sharp(photo.data, { raw: { width, height, channels: photo.channels as 3 } })
    .blur(random.int(5, 8) / 10)
    .jpeg({ quality: random.int(70, 85) })
    .toBuffer()
}

/** Darker towards one side by up to two fifths, and sensor grain. */
function light(pixels: Uint8Array, width: number, height: number, random: Random): void {
  const angle = (random.int(0, 359) * Math.PI) / 180
  const loss = random.int(15, 40) / 100
  const reach = Math.abs(Math.cos(angle)) * width + Math.abs(Math.sin(angle)) * height
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++, at += 3) {
      const along = ((x - width / 2) * Math.cos(angle) + (y - height / 2) * Math.sin(angle)) / reach + 0.5
      const gain = 1 - loss * along
      const grain = random.int(-5, 5)
      for (let c = at; c < at + 3; c++) pixels[c] = Math.max(0, Math.min(255, pixels[c]! * gain + grain))
    }
  }
}

/** Of a projective map, up to a factor, which does not matter to it: the transposed cofactors. */
function inverse(h: readonly number[]): readonly number[] {
  const [a, b, c, d, e, f, g, i, j] = h as readonly [number, number, number, number, number, number, number, number, number]
  return [
    e * j - f * i,
    c * i - b * j,
    b * f - c * e,
    f * g - d * j,
    a * j - c * g,
    c * d - a * f,
    d * i - e * g,
    b * g - a * i,
    a * e - b * d,
  ]
}
