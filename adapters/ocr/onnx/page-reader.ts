import { type Box, boundingBox } from '../../../core/geometry.ts'
import type { Rule, Word } from '../../../core/reading.ts'
import { evenAndCalm } from '../../images/clean-page.ts'
import { findRules } from '../../images/find-rules.ts'
import type { Grey } from '../../images/grey.ts'
import { mended, repairLookAlikes, repairWord } from '../look-alikes.ts'
import { detectPrint } from './detect-print.ts'
import { hasForeignLines, type LineWithWords, type ReadAgain, readForeignLines } from './foreign-lines.ts'
import { decode, type Rgb } from './raster.ts'
import { type ReadLine, type Recogniser, readLines, readSeen } from './recognise.ts'
import type { Point } from './rect.ts'
import type { Session } from './session.ts'
import { type LineReader, tesseractAgain } from './tesseract-lines.ts'
import { wordsOf } from './words.ts'

export interface PageTools {
  readonly detector: Session
  readonly recogniser: Recogniser
  /** What reads lines in the script the recogniser does not know; null: nothing does, or it knows them all. */
  readonly second: SecondReader | null
}

/** A network goes on from what the recogniser has seen, and is opened when a page first needs it. Tesseract wants the page without its drawn lines. */
export type SecondReader =
  | { readonly kind: 'network'; readonly open: () => Promise<Recogniser> }
  | { readonly kind: 'tesseract'; readonly readLine: LineReader }

export interface PageText {
  readonly words: readonly Word[]
  readonly rules: readonly Rule[]
}

export const LONGEST_PX = 2400 // A4 at 200 dpi as it is; above, only memory and time grow

const SURE_SIGN = 0.8

/**
 * Words of an upright page, and its drawn lines where they had to be erased for a second reader (for the layout they are looked for with more
 * care, adapters/marks). Blocks its thread while the networks run.
 */
export async function readPage(image: Uint8Array, { detector, recogniser, second }: PageTools): Promise<PageText> {
  const page = await decode(image, LONGEST_PX)
  const grey = greyOf(page)
  const boxes = await detectPrint(detector, page, grey)
  const rects = boxes.map((box) => box.rect)
  const lines = await readLines(recogniser, page, rects)
  const read = lines.map((line): LineWithWords => ({ line, words: pageWords(line, page) }))
  if (second?.kind === 'network') return { words: (await readByScript(read, second.open, page)).filter(isWord), rules: [] }
  if (!second || !hasForeignLines(read)) return { words: read.flatMap((one) => one.words).filter(isWord), rules: [] }
  const { rules, erased } = findRules(await evenAndCalm(grey))
  return { words: (await readForeignLines(read, tesseractAgain(erased, second.readLine))).filter(isWord), rules }
}

async function readByScript(read: readonly LineWithWords[], open: () => Promise<Recogniser>, page: Rgb): Promise<readonly Word[]> {
  const again: ReadAgain = async (lines) => {
    const seen = await readSeen(await open(), lines)
    return seen.map((line) => {
      const words = line ? pageWords(line, page) : []
      return words.map((word, i) => mended(word, (text) => repairWord(text, words[i + 1]?.text)))
    })
  }
  return hasForeignLines(read) ? readForeignLines(read, again) : read.flatMap((one) => one.words)
}

/** Smallest upright box around points given in pixels, as fractions of the page. */
export function boxAround(corners: readonly Point[], { width, height }: { readonly width: number; readonly height: number }): Box {
  const inside = (value: number) => Math.min(1, Math.max(0, value))
  return boundingBox(
    corners.map(({ x, y }) => ({ x0: inside(x / width), y0: inside(y / height), x1: inside(x / width), y1: inside(y / height) })),
  )
}

function pageWords(line: ReadLine, page: Rgb): readonly Word[] {
  const words = wordsOf(line).map(({ text, confidence, corners }) => ({
    text,
    confidence: Math.round(confidence * 1000) / 1000,
    box: boxAround(corners, page),
  }))
  return words.map((word) => mended(word, repairLookAlikes))
}

/** Signs by themselves (`#`, `&`, `=`) are words where the engine is sure of them; else they are what is left of drawings. */
function isWord({ text, confidence }: Word): boolean {
  return /[\p{L}\p{N}€$£₽%№]/u.test(text) || (!/^[.,'`´"_~^\\·•[\]]+$/.test(text) && (confidence ?? 0) >= SURE_SIGN)
}

/** Luma of Rec. 601, as libvips computes it for screens. */
function greyOf({ data, width, height }: Rgb): Grey {
  const grey = new Uint8Array(width * height)
  for (let i = 0, from = 0; i < grey.length; i++, from += 3)
    grey[i] = (data[from]! * 77 + data[from + 1]! * 150 + data[from + 2]! * 29) >> 8
  return { data: grey, width, height }
}
