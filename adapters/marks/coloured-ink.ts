import type { PagePixels, Pixels } from './pixels.ts'

/** Where coloured ink stands, at half the page's size: 1 = ink. */
export interface Ink {
  readonly mask: Uint8Array
  readonly width: number
  readonly height: number
}

const DARK = 24 // of 255 below the paper; less is the grain of the paper and JPEG's ripples
const COLOURED = 0.22 // colour per darkness: blue and violet pens 0.4 to 1, black print and its fringes below 0.1
const LEAST = 5 // of 255: below, colour is the camera's noise
const PAPER = 240

/**
 * Ink that has a colour. JPEG keeps colour at half the page's size and smears that of a fine stroke over its neighbours, but keeps the sum: so the
 * colour of a small neighbourhood is held against its darkness, which holds for pale ink as for dark. The paper's own tint counts as none.
 */
export function colouredInk({ pixels, lit }: Pick<PagePixels, 'pixels' | 'lit'>): Ink {
  const [width, height] = [pixels.width >> 1, pixels.height >> 1]
  const tint = tintOf(pixels, lit.data)
  const [red, blue, dark] = [new Int16Array(width * height), new Int16Array(width * height), new Int16Array(width * height)]
  const darkest = new Uint8Array(width * height)
  for (let y = 0; y < 2 * height; y++)
    for (let x = 0, at = y * pixels.width; x < 2 * width; x++, at++) {
      const ink = 255 - lit.data[at]!
      const to = (y >> 1) * width + (x >> 1)
      const green = pixels.data[4 * at + 1]!
      red[to]! += pixels.data[4 * at]! * tint.red - green
      blue[to]! += pixels.data[4 * at + 2]! * tint.blue - green
      dark[to]! += ink
      if (ink > darkest[to]!) darkest[to] = ink
    }
  const [reds, blues, darks] = [red, blue, dark].map((one) => around(one, width, height)) as [Int32Array, Int32Array, Int32Array]
  const mask = new Uint8Array(width * height)
  for (let i = 0; i < mask.length; i++) {
    if (darkest[i]! < DARK) continue
    const colour = Math.max(reds[i]!, blues[i]!, 0) - Math.min(reds[i]!, blues[i]!, 0)
    if (colour >= COLOURED * darks[i]! && colour >= LEAST * PIXELS) mask[i] = 1
  }
  return { mask, width, height }
}

const PIXELS = 4 * 9

/** What red and blue of the paper must be multiplied by to be as bright as its green. */
function tintOf({ data }: Pixels, lit: Uint8Array): { readonly red: number; readonly blue: number } {
  let [r, g, b] = [1, 1, 1]
  for (let i = 0; i < lit.length; i += 7) {
    if (lit[i]! < PAPER) continue
    r += data[4 * i]!
    g += data[4 * i + 1]!
    b += data[4 * i + 2]!
  }
  return { red: g / r, blue: g / b }
}

/** Sums over three by three neighbours. */
function around(values: Int16Array, width: number, height: number): Int32Array {
  const rows = new Int32Array(values.length)
  for (let y = 0; y < height; y++)
    for (let x = 0, at = y * width; x < width; x++, at++)
      rows[at] = values[at]! + (x > 0 ? values[at - 1]! : 0) + (x + 1 < width ? values[at + 1]! : 0)
  const sums = new Int32Array(values.length)
  for (let y = 0; y < height; y++)
    for (let x = 0, at = y * width; x < width; x++, at++)
      sums[at] = rows[at]! + (y > 0 ? rows[at - width]! : 0) + (y + 1 < height ? rows[at + width]! : 0)
  return sums
}
