import sharp from 'sharp'
import type { PageQuality, Straightened } from '../../core/page-quality.ts'
import { decodePage, encodePage } from './decode-page.ts'
import { flatten } from './flatten.ts'
import { gradePage } from './grade-page.ts'
import { type Grey, shrunk } from './grey.ts'
import { after, type Homography, mapped, moved, scaled, turned } from './homography.ts'
import { isBlank } from './is-blank.ts'
import { MEASURE_PX, measurePage, type PageMeasures, type Turn } from './measure-page.ts'
import { inFractions, type Raster, warp } from './warp.ts'

/** Which way up a page stands, by a reader of letters: share of its lines that stand upright, 0..1, and how many spoke; null = cannot tell. */
export type OrientationVote = (image: Uint8Array) => Promise<{ readonly upright: number; readonly lines: number } | null>

export interface PageToStraighten {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
  /** Longest side of the image as it was uploaded; null where the page was drawn by us. */
  readonly sourceLongestPx: number | null
  readonly damaged?: boolean
}

export interface StraightPage {
  readonly bytes: Uint8Array
  readonly mediaType: 'image/png' | 'image/jpeg'
  readonly widthPx: number
  readonly heightPx: number
  readonly quality: PageQuality
  /** Nothing is printed on it: no OCR needed. */
  readonly blank: boolean
  /** Null: the image is the uploaded one, untouched. */
  readonly straightened: Straightened | null
}

interface Size {
  readonly width: number
  readonly height: number
}

const SLIGHT_DEG = 0.2 // less than a pixel in three hundred: turning would only soften the print
const MARGIN = 0.02
const VOTE_SHARE = 0.7
const VOTE_LINES = 3

/** A page image upright and level, with its grade. Only what is sure is done; an image that needs nothing keeps its bytes. */
export async function straighten(page: PageToStraighten, vote?: OrientationVote): Promise<StraightPage> {
  const source = await decodePage(page.bytes)
  const picture = await shrunk(greyOfRaster(source), MEASURE_PX)
  const scale = source.width / picture.width
  const flat = await flatten(picture)
  const grey = flat?.page ?? picture
  const measures = await measurePage(grey)
  const blank = isBlank(measures)
  const { turn, sureOfUp } = blank ? { turn: 0 as const, sureOfUp: true } : await settleTurn(page.bytes, measures, vote)
  const skewDeg = blank || Math.abs(measures.skewDeg) < SLIGHT_DEG ? 0 : measures.skewDeg
  const size = { width: Math.round(grey.width * scale), height: Math.round(grey.height * scale) }
  const enlarged = page.sourceLongestPx === null ? null : page.sourceLongestPx / Math.max(source.width, source.height)
  const quality = gradePage({ enlarged, size, grey, measures, scale, sureOfUp, blank, damaged: page.damaged ?? false })
  if (turn === 0 && skewDeg === 0 && !flat) {
    return { ...page, widthPx: source.width, heightPx: source.height, quality, blank, straightened: null }
  }
  const { toSize, width, height } = plan(size, measures, scale, turn, skewDeg)
  const toSource = flat ? after(scaled(scale, scale), after(flat.toPicture, after(scaled(1 / scale, 1 / scale), toSize))) : toSize
  const bytes = await encodePage(warp(source, toSource, width, height, paperColour(source)), page.mediaType)
  const toOriginal = inFractions(toSource, { width, height }, source)
  const straightened: Straightened = { turnedDeg: turn, skewDeg, perspective: flat !== null, toOriginal }
  return { bytes, mediaType: page.mediaType, widthPx: width, heightPx: height, quality, blank, straightened }
}

async function settleTurn(
  bytes: Uint8Array,
  { turn, sureOfUp }: PageMeasures,
  vote: OrientationVote | undefined,
): Promise<{ readonly turn: Turn; readonly sureOfUp: boolean }> {
  if (sureOfUp || !vote) return { turn, sureOfUp }
  const level = turn === 0 ? bytes : await sharp(bytes).rotate(turn).toBuffer()
  const answer = await vote(level)
  if (!answer || answer.lines < VOTE_LINES) return { turn, sureOfUp: false }
  if (answer.upright >= VOTE_SHARE) return { turn, sureOfUp: true }
  return answer.upright <= 1 - VOTE_SHARE ? { turn: ((turn + 180) % 360) as Turn, sureOfUp: true } : { turn, sureOfUp: false }
}

/** The map from the straight page to the page as it lay, and the size of the straight page: that of the turned source, grown where ink would fall off. */
function plan(lying: Size, { marks }: PageMeasures, scale: number, turn: Turn, skewDeg: number) {
  const upright = turn === 90 || turn === 270 ? { width: lying.height, height: lying.width } : lying
  const toCentred = after(turned(turn - skewDeg), moved(-lying.width / 2, -lying.height / 2))
  let [x, y] = [upright.width / 2, upright.height / 2]
  const margin = MARGIN * Math.min(x, y)
  for (const mark of marks) {
    if (mark.area < 9) continue
    for (const [mx, my] of [
      [mark.x0, mark.y0],
      [mark.x1, mark.y1],
    ] as const) {
      const place = mapped(toCentred, mx * scale, my * scale)
      x = Math.max(x, Math.abs(place.x) + (skewDeg === 0 ? 0 : margin))
      y = Math.max(y, Math.abs(place.y) + (skewDeg === 0 ? 0 : margin))
    }
  }
  const [width, height] = [Math.round(2 * x), Math.round(2 * y)]
  const toSize: Homography = after(moved(lying.width / 2, lying.height / 2), after(turned(skewDeg - turn), moved(-width / 2, -height / 2)))
  return { toSize, width, height }
}

function greyOfRaster({ data, width, height, channels }: Raster): Grey {
  if (channels === 1) return { data, width, height }
  const grey = new Uint8Array(width * height)
  for (let i = 0, at = 0; i < grey.length; i++, at += channels) grey[i] = (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8
  return { data: grey, width, height }
}

/** The usual bright colour: corners that come in are filled with paper, not with a white that would look like an edge. */
function paperColour({ data, width, height, channels }: Raster): readonly number[] {
  const step = channels * Math.max(1, Math.floor((width * height) / 20_000))
  return Array.from({ length: channels }, (_, c) => {
    const values: number[] = []
    for (let at = c; at < data.length; at += step) values.push(data[at]!)
    return values.toSorted((a, b) => a - b)[Math.floor(values.length * 0.8)] ?? 255
  })
}
