import sharp from 'sharp'
import { type Box, boundingBox } from '../core/geometry.ts'
import type { Random } from './random.ts'

export interface Scan {
  readonly jpeg: Uint8Array
  /** Where a box of the straight page lies on the turned one. */
  readonly place: (box: Box) => Box
}

/** A rendered page as a cheap flatbed would give it: slightly turned, soft, grainy, in JPEG. */
export async function scanPage(
  png: Uint8Array,
  widthPx: number,
  heightPx: number,
  random: Random,
  degrees = (random.chance(0.5) ? 1 : -1) * (random.int(3, 15) / 10),
): Promise<Scan> {
  const { data, info } = await sharp(png)
    .rotate(degrees, { background: '#f4f2ee' })
    .grayscale()
    .blur(random.int(4, 6) / 10)
    .raw()
    .toBuffer({ resolveWithObject: true })
  for (let i = 0; i < data.length; i++) data[i] = Math.max(0, Math.min(250, data[i]! + random.int(-3, 3)))
  const jpeg = await sharp(data, { raw: { width: info.width, height: info.height, channels: info.channels } })
    .jpeg({ quality: random.int(55, 62) })
    .toBuffer()
  return { jpeg, place: turned(degrees, widthPx, heightPx, info.width, info.height) }
}

function turned(degrees: number, width: number, height: number, newWidth: number, newHeight: number): Scan['place'] {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]
  const point = (x: number, y: number) => {
    const [dx, dy] = [(x - 0.5) * width, (y - 0.5) * height]
    return { x: (dx * cos - dy * sin) / newWidth + 0.5, y: (dx * sin + dy * cos) / newHeight + 0.5 }
  }
  return ({ x0, y0, x1, y1 }) =>
    boundingBox([point(x0, y0), point(x1, y0), point(x0, y1), point(x1, y1)].map(({ x, y }) => ({ x0: x, y0: y, x1: x, y1: y })))
}
