import { crop } from './crop.ts'
import { decodeCtc, type ReadCharacter } from './ctc.ts'
import type { Rgb } from './raster.ts'
import { type Rect, reaxed } from './rect.ts'
import type { Session } from './session.ts'

/** A line as read. `rect` is the rectangle along the text's own direction, `image` the flat crop the network saw. */
export interface ReadLine {
  readonly rect: Rect
  readonly characters: readonly ReadCharacter[]
  readonly image: Rgb
}

export interface Recogniser {
  readonly session: Session
  readonly charset: readonly string[]
}

const HEIGHT_PX = 48
const STEP_PX = 8 // the network's own step; wider padding only costs time
const WIDEST_PX = 3200
const UPRIGHT = 2.5 // height per width above which a box cannot be an upright character or two
const LYING = 1.5

/** Reads one detected line. A box taller than wide may be a lone digit or text on its side: each way is read and the surest kept. */
export async function readLine(recogniser: Recogniser, page: Rgb, rect: Rect): Promise<ReadLine> {
  const slimness = rect.height / rect.width
  const ways: readonly Rect[] = [...(slimness < UPRIGHT ? [rect] : []), ...(slimness >= LYING ? [reaxed(rect, 1), reaxed(rect, 3)] : [])]
  let best: ReadLine | null = null
  for (const way of ways) {
    const line = await read(recogniser, page, way)
    if (!best || meanProbability(line.characters) > meanProbability(best.characters)) best = line
  }
  return best!
}

/** 0 for an empty reading. */
export function meanProbability(characters: readonly ReadCharacter[]): number {
  return characters.reduce((sum, c) => sum + c.probability, 0) / Math.max(1, characters.length)
}

async function read({ session, charset }: Recogniser, page: Rgb, rect: Rect): Promise<ReadLine> {
  const width = Math.min(WIDEST_PX, Math.max(STEP_PX, Math.round((rect.width / rect.height) * (HEIGHT_PX / STEP_PX)) * STEP_PX))
  const image = crop(page, rect, width, HEIGHT_PX)
  const { data, shape } = await session.run(normalised(image), [1, 3, HEIGHT_PX, width])
  return { rect, image, characters: decodeCtc(data, shape[1]!, charset) }
}

/** Bytes → −1..1, channels apart, blue first. */
function normalised({ data, width, height }: Rgb): Float32Array {
  const area = width * height
  const input = new Float32Array(3 * area)
  for (let channel = 0; channel < 3; channel++)
    for (let i = 0, from = 2 - channel; i < area; i++, from += 3) input[channel * area + i] = data[from]! / 127.5 - 1
  return input
}
