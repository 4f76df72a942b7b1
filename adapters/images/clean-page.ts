import sharp from 'sharp'
import { estimateSkew } from './estimate-skew.ts'
import { evenLight } from './even-light.ts'
import { type Grey, greyOf, sharpOf, shrunk } from './grey.ts'

/** A page as Tesseract wants it, and the way back. */
export interface CleanPage {
  readonly page: Grey
  /** A point of the clean page (pixels) → the same point of the original, as fractions. */
  readonly back: (x: number, y: number) => { readonly x: number; readonly y: number }
}

const NOISY = 6 // mean difference of neighbours on paper, grey levels
const SKEW_PX = 1000

/**
 * Grey, evenly lit, without grain, upright. Measured on tilted, noisy scans: Tesseract's error falls from 40 % to 6 % (OCR facts §6);
 * a clean page passes through nearly unchanged.
 */
export async function cleanPage(image: Uint8Array): Promise<CleanPage> {
  const calm = await evenAndCalm(await greyOf(sharp(image)))
  const deg = estimateSkew(await shrunk(calm, SKEW_PX))
  if (deg === 0) return { page: calm, back: (x, y) => ({ x: x / calm.width, y: y / calm.height }) }
  const page = await greyOf(sharpOf(calm).rotate(-deg, { background: '#ffffff' }))
  return { page, back: wayBack(calm, page, deg) }
}

/** Evenly lit and without grain, in the same place. */
export async function evenAndCalm(page: Grey): Promise<Grey> {
  const lit = evenLight(page)
  return noise(lit) > NOISY ? greyOf(sharpOf(lit).median(3)) : lit
}

function noise({ data, width, height }: Grey): number {
  let sum = 0
  let count = 0
  for (let y = 2; y < height - 2; y += 3) {
    for (let x = 2; x < width - 2; x += 3) {
      const at = y * width + x
      if (data[at]! < 200) continue
      sum += Math.abs(data[at]! - data[at + 1]!)
      count++
    }
  }
  return count === 0 ? 0 : sum / count
}

function wayBack(from: Grey, rotated: Grey, deg: number): CleanPage['back'] {
  const angle = (deg * Math.PI) / 180
  return (x, y) => {
    const dx = x - rotated.width / 2
    const dy = y - rotated.height / 2
    return {
      x: clamp((dx * Math.cos(angle) - dy * Math.sin(angle) + from.width / 2) / from.width),
      y: clamp((dx * Math.sin(angle) + dy * Math.cos(angle) + from.height / 2) / from.height),
    }
  }
}

function clamp(value: number): number {
  return Math.min(1, Math.max(0, value))
}
