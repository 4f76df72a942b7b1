import { decodePage } from '../images/decode-page.ts'
import { evenLight } from '../images/even-light.ts'
import type { Grey } from '../images/grey.ts'

/** Four bytes per pixel: red, green, blue, opaque. */
export interface Pixels {
  readonly data: Uint8Array
  readonly width: number
  readonly height: number
}

/** A page image that the pages stage has already limited in size: with its colours, and in grey with white paper. */
export interface PagePixels {
  readonly pixels: Pixels
  readonly lit: Grey
  /** False: a grey scan, on which no ink has a colour. */
  readonly coloured: boolean
}

export async function pagePixels(image: Uint8Array): Promise<PagePixels> {
  const { data, width, height, channels } = await decodePage(image)
  const grey = channels === 1 ? data : greyOf(data, width * height)
  return {
    pixels: { data: channels === 1 ? opaqueGrey(data) : opaque(data, width * height), width, height },
    lit: evenLight({ data: grey, width, height }),
    coloured: channels !== 1,
  }
}

function greyOf(data: Uint8Array, pixels: number): Uint8Array {
  const grey = new Uint8Array(pixels)
  // Rec. 601 luma in integers.
  for (let i = 0, at = 0; i < pixels; i++, at += 3) grey[i] = (77 * data[at]! + 150 * data[at + 1]! + 29 * data[at + 2]!) >> 8
  return grey
}

function opaqueGrey(grey: Uint8Array): Uint8Array {
  const four = new Uint32Array(grey.length)
  for (let i = 0; i < grey.length; i++) four[i] = 0xff000000 | (grey[i]! * 0x10101)
  return new Uint8Array(four.buffer)
}

function opaque(data: Uint8Array, pixels: number): Uint8Array {
  const four = new Uint32Array(pixels)
  for (let i = 0, at = 0; i < pixels; i++, at += 3) four[i] = 0xff000000 | (data[at + 2]! << 16) | (data[at + 1]! << 8) | data[at]!
  return new Uint8Array(four.buffer)
}
