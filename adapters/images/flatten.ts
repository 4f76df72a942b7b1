import { findPage, type Quad } from './find-page.ts'
import type { Grey } from './grey.ts'
import { type Homography, ontoQuad } from './homography.ts'
import { warp } from './warp.ts'

/** A sheet cut out of a photograph. Pixels are those of the picture it was found in. */
export interface FlatPage {
  readonly page: Grey
  /** Pixels of the flat page → pixels of the picture. */
  readonly toPicture: Homography
}

const SHAPES = [Math.SQRT2, 1.294, 1 / Math.SQRT2, 1 / 1.294] // A4 and Letter, upright and lying
const NEAR = 0.08

/** The sheet as seen from straight above, or null where none is surely in the picture. */
export async function flatten(picture: Grey): Promise<FlatPage | null> {
  const quad = await findPage(picture)
  if (!quad) return null
  const corners = quad.map(({ x, y }) => ({ x: x * picture.width, y: y * picture.height })) as unknown as Quad
  const { width, height } = sizeOf(corners)
  const toPicture = ontoQuad(width, height, corners)
  return { page: warp({ ...picture, channels: 1 }, toPicture, width, height, [255]), toPicture }
}

/** Mean lengths of opposite sides; a shape near that of usual paper is that paper, seen at a slant. */
function sizeOf([a, b, c, d]: Quad): { readonly width: number; readonly height: number } {
  const length = (p: Quad[0], q: Quad[0]) => Math.hypot(p.x - q.x, p.y - q.y)
  const width = (length(a, b) + length(d, c)) / 2
  const height = (length(a, d) + length(b, c)) / 2
  const shape = SHAPES.find((s) => Math.abs(height / width / s - 1) < NEAR)
  return { width: Math.round(width), height: Math.round(shape ? width * shape : height) }
}
