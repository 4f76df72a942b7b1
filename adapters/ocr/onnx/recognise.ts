import { crop } from './crop.ts'
import { decodeCtc, type ReadCharacter } from './ctc.ts'
import type { Rgb } from './raster.ts'
import { type Rect, reaxed } from './rect.ts'
import type { Session, Values } from './session.ts'

/** A line as read. `rect` is the rectangle along the text's own direction, `image` the flat crop the network saw. */
export interface ReadLine {
  readonly rect: Rect
  readonly characters: readonly ReadCharacter[]
  readonly image: Rgb
  /** The line in every way it was tried, with what the network saw there. */
  readonly ways: readonly Way[]
}

/** `features` [1, channels, 1, steps]; null for a network that does not give them. */
export interface Way {
  readonly rect: Rect
  readonly image: Rgb
  readonly features: Values | null
}

export interface Recogniser {
  readonly session: Session
  readonly charset: readonly string[]
}

const USUAL_PX = 48 // height of lines for a model that does not say
const STEP_PX = 8 // the network's own step; wider padding only costs time
const WIDEST_PX = 3200
const UPRIGHT = 2.5 // height per width above which a box cannot be an upright character or two
const LYING = 1.5
const BUCKET_PX = 64
const BATCH = 64

/**
 * Reads detected lines, in the order given. A box taller than wide may be a lone digit or text on its side: each way is read and the surest
 * kept. A processor reads line by line at its own width (padding costs a third of the time); a graphics card wants batches.
 */
export async function readLines(recogniser: Recogniser, page: Rgb, rects: readonly Rect[]): Promise<readonly ReadLine[]> {
  const tried = rects.flatMap((rect, index) => waysToRead(rect).map((way) => ({ index, line: cut(page, way, heightOf(recogniser)) })))
  const batches = recogniser.session.provider === 'cpu' ? tried.map((one) => [one]) : bucketed(tried)
  const ways: Way[][] = rects.map(() => [])
  const best: ReadLine[] = []
  for (const batch of batches) {
    const read = await recognise(
      recogniser,
      batch.map(({ line }) => line.image),
    )
    for (const [i, { index, line }] of batch.entries()) {
      const { characters, features } = read[i]!
      ways[index]!.push({ ...line, features })
      if (!best[index] || meanProbability(characters) > meanProbability(best[index].characters))
        best[index] = { ...line, characters, ways: ways[index]! }
    }
  }
  return best
}

/** 0 for an empty reading. */
export function meanProbability(characters: readonly ReadCharacter[]): number {
  return characters.reduce((sum, c) => sum + c.probability, 0) / Math.max(1, characters.length)
}

function waysToRead(rect: Rect): readonly Rect[] {
  const slimness = rect.height / rect.width
  return [...(slimness < UPRIGHT ? [rect] : []), ...(slimness >= LYING ? [reaxed(rect, 1), reaxed(rect, 3)] : [])]
}

interface Cut {
  readonly rect: Rect
  readonly image: Rgb
}

function heightOf({ session }: Recogniser): number {
  return session.heightPx ?? USUAL_PX
}

function cut(page: Rgb, rect: Rect, heightPx: number): Cut {
  const width = Math.min(WIDEST_PX, Math.max(STEP_PX, Math.round((rect.width / rect.height) * (heightPx / STEP_PX)) * STEP_PX))
  return { rect, image: crop(page, rect, width, heightPx) }
}

function bucketed<T extends { readonly line: Cut }>(lines: readonly T[]): readonly (readonly T[])[] {
  const buckets = Map.groupBy(lines, ({ line }) => Math.ceil(line.image.width / BUCKET_PX))
  return [...buckets.values()].flatMap((bucket) =>
    Array.from({ length: Math.ceil(bucket.length / BATCH) }, (_, i) => bucket.slice(i * BATCH, (i + 1) * BATCH)),
  )
}

/**
 * Lines that another network has seen, read by one that goes on from there. In the order given; null where nothing was seen. Of several ways the
 * surest is kept.
 */
export async function readSeen(recogniser: Recogniser, lines: readonly ReadLine[]): Promise<readonly (ReadLine | null)[]> {
  const read: (ReadLine | null)[] = []
  for (const { ways } of lines) {
    let best: ReadLine | null = null
    for (const { features, ...way } of ways) {
      if (!features) continue
      const { data, shape } = await recogniser.session.run(features.data, features.shape)
      const characters = decodeCtc(data, shape[1]!, recogniser.charset)
      if (!best || meanProbability(characters) > meanProbability(best.characters)) best = { ...way, characters, ways }
    }
    read.push(best)
  }
  return read
}

interface Reading {
  readonly characters: readonly ReadCharacter[]
  readonly features: Values | null
}

async function recognise(recogniser: Recogniser, images: readonly Rgb[]): Promise<readonly Reading[]> {
  const { session, charset } = recogniser
  const heightPx = heightOf(recogniser)
  const width = images.length === 1 ? images[0]!.width : Math.ceil(Math.max(...images.map((i) => i.width)) / BUCKET_PX) * BUCKET_PX
  const input = new Float32Array(images.length * 3 * heightPx * width)
  for (const [i, image] of images.entries()) normalise(image, width, input.subarray(i * 3 * heightPx * width))
  const { data, shape, features } = await session.run(input, [images.length, 3, heightPx, width])
  const [steps, classes] = [shape[1]!, shape[2]!]
  return images.map((image, i) => {
    const own = Math.max(1, Math.round((steps * image.width) / width))
    const characters = decodeCtc(data.subarray(i * steps * classes, (i * steps + own) * classes), own, charset)
    return { characters, features: features && ofLine(features, i, own) }
  })
}

/** The first `steps` columns of line `index` of a batch [lines, channels, 1, columns]. */
function ofLine({ data, shape }: Values, index: number, steps: number): Values {
  const [, channels, , columns] = shape as readonly [number, number, number, number]
  const own = new Float32Array(channels * steps)
  for (let c = 0; c < channels; c++) {
    const row = (index * channels + c) * columns
    own.set(data.subarray(row, row + steps), c * steps)
  }
  return { data: own, shape: [1, channels, 1, steps] }
}

/** Bytes → −1..1, channels apart, blue first, to the left of a row of `width`; the rest stays 0, the grey the network knows as padding. */
function normalise({ data, width: own, height }: Rgb, width: number, input: Float32Array): void {
  for (let channel = 0; channel < 3; channel++) {
    for (let y = 0; y < height; y++) {
      const to = (channel * height + y) * width
      for (let x = 0, from = 3 * y * own + 2 - channel; x < own; x++, from += 3) input[to + x] = data[from]! / 127.5 - 1
    }
  }
}
