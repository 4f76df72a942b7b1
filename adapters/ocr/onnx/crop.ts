import type { Rgb } from './raster.ts'
import { pointIn, type Rect } from './rect.ts'

/**
 * Cuts a rectangle at any angle out of a page and lays it flat: `width` × `height` pixels, red-green-blue, bilinear, averaged where the crop
 * is smaller than its source so that thin strokes stay. Outside the page is white.
 */
export function crop(page: Rgb, rect: Rect, width: number, height: number): Rgb {
  const data = new Uint8Array(3 * width * height)
  const samples = Math.min(3, Math.max(1, Math.round(rect.height / height)))
  const sum = [0, 0, 0]
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      sum.fill(0)
      for (let sy = 0; sy < samples; sy++) {
        for (let sx = 0; sx < samples; sx++) {
          const at = pointIn(rect, (x + (sx + 0.5) / samples) / width, (y + (sy + 0.5) / samples) / height)
          addSample(page, at.x - 0.5, at.y - 0.5, sum)
        }
      }
      const to = 3 * (y * width + x)
      for (let channel = 0; channel < 3; channel++) data[to + channel] = Math.round(sum[channel]! / (samples * samples))
    }
  }
  return { data, width, height }
}

function addSample({ data, width, height }: Rgb, x: number, y: number, sum: number[]): void {
  if (x < -1 || y < -1 || x > width || y > height) {
    for (let channel = 0; channel < 3; channel++) sum[channel]! += 255
    return
  }
  const x0 = Math.min(width - 1, Math.max(0, Math.floor(x)))
  const y0 = Math.min(height - 1, Math.max(0, Math.floor(y)))
  const right = x0 + 1 < width ? 3 : 0
  const below = y0 + 1 < height ? 3 * width : 0
  const fx = Math.min(1, Math.max(0, x - x0))
  const fy = Math.min(1, Math.max(0, y - y0))
  const at = 3 * (y0 * width + x0)
  for (let channel = 0; channel < 3; channel++) {
    const i = at + channel
    const top = data[i]! * (1 - fx) + data[i + right]! * fx
    const bottom = data[i + below]! * (1 - fx) + data[i + below + right]! * fx
    sum[channel]! += top * (1 - fy) + bottom * fy
  }
}
