import type { Grey } from '../../images/grey.ts'
import type { Rgb } from './raster.ts'
import { pointIn, type Rect } from './rect.ts'

const MOST_SAMPLES = 3

/**
 * Cuts a rectangle at any angle out of a page and lays it flat: `width` × `height` pixels with the page's channels, bilinear, averaged where
 * the crop is smaller than its source so that thin strokes stay. Outside the page the edge is repeated.
 */
export function crop<T extends Rgb | Grey>(
  page: T,
  rect: Rect,
  width: number,
  height: number,
): { data: Uint8Array; width: number; height: number } {
  const channels = page.data.length / (page.width * page.height)
  const data = new Uint8Array(channels * width * height)
  const samples = Math.min(MOST_SAMPLES, Math.max(1, Math.round(rect.height / height)))
  const sum = new Float64Array(channels)
  const corner = pointIn(rect, 0, 0)
  const [stepX, stepY] = [rect.width / (width * samples), rect.height / (height * samples)]
  for (let y = 0, to = 0; y < height; y++) {
    for (let x = 0; x < width; x++, to += channels) {
      sum.fill(0)
      for (let sy = 0; sy < samples; sy++) {
        for (let sx = 0; sx < samples; sx++) {
          const along = (x * samples + sx + 0.5) * stepX
          const down = (y * samples + sy + 0.5) * stepY
          addSample(
            page,
            channels,
            corner.x + along * rect.u.x - down * rect.u.y - 0.5,
            corner.y + along * rect.u.y + down * rect.u.x - 0.5,
            sum,
          )
        }
      }
      for (let channel = 0; channel < channels; channel++) data[to + channel] = sum[channel]! / (samples * samples) + 0.5
    }
  }
  return { data, width, height }
}

function addSample({ data, width, height }: Rgb | Grey, channels: number, x: number, y: number, sum: Float64Array): void {
  const insideX = Math.min(width - 1, Math.max(0, x))
  const insideY = Math.min(height - 1, Math.max(0, y))
  const x0 = Math.floor(insideX)
  const y0 = Math.floor(insideY)
  const [fx, fy] = [insideX - x0, insideY - y0]
  const right = x0 + 1 < width ? channels : 0
  const below = y0 + 1 < height ? channels * width : 0
  const at = channels * (y0 * width + x0)
  for (let i = at; i < at + channels; i++) {
    const top = data[i]! * (1 - fx) + data[i + right]! * fx
    const bottom = data[i + below]! * (1 - fx) + data[i + below + right]! * fx
    sum[i - at]! += top * (1 - fy) + bottom * fy
  }
}
