import type { Word } from '../../../core/reading.ts'
import type { Grey } from '../../images/grey.ts'
import { mended, repairWord } from '../look-alikes.ts'
import { crop } from './crop.ts'
import type { ReadAgain } from './foreign-lines.ts'
import { boxAround } from './page-reader.ts'
import type { ReadLine } from './recognise.ts'
import { pointIn } from './rect.ts'

/** A word of one line image, in its pixels; `confidence` 0..100. */
export interface LineWord {
  readonly text: string
  readonly confidence: number
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
}

/** Reads the image (PGM) of one text line in Cyrillic script and Latin. */
export type LineReader = (pgm: Uint8Array) => Promise<readonly LineWord[]>

interface Size {
  readonly heightPx: number
  /** Of the detected height: what the detector adds above and below may hold a neighbour's letters. */
  readonly share: number
}

// Measured on generated Russian scans: 48 px and the full height read 5.6 % wrong, these 4.9 % (underscores counted).
const SIZES: readonly [Size, Size] = [
  { heightPx: 40, share: 0.9 },
  { heightPx: 32, share: 0.85 },
]
const MARGIN_PX = 8 // Tesseract loses letters that touch the edge
const SURE = 60

/** Tesseract as second reader, line by line. `page` is the page without its drawn lines: it reads them as strokes. */
export function tesseractAgain(page: Grey, readLine: LineReader): ReadAgain {
  return (lines) => Promise.all(lines.map((line) => wordsAgain(line, page, readLine)))
}

async function wordsAgain(line: ReadLine, page: Grey, readLine: LineReader): Promise<readonly Word[]> {
  const first = await wordsAt(line, page, readLine, SIZES[0])
  if (meanConfidence(first) * 100 >= SURE) return first
  // A line that comes back empty or doubtful is often read well at another size.
  const second = await wordsAt(line, page, readLine, SIZES[1])
  return meanConfidence(second) > meanConfidence(first) ? second : first
}

async function wordsAt({ rect: loose }: ReadLine, page: Grey, readLine: LineReader, { heightPx, share }: Size): Promise<readonly Word[]> {
  const rect = { ...loose, height: loose.height * share }
  const width = Math.max(1, Math.round((rect.width / rect.height) * heightPx))
  const words = await readLine(lineImage(page, rect, width, heightPx))
  const read = words.map(withoutBorders).map(({ text, confidence, bbox }) => {
    const place = (x: number, y: number) => pointIn(rect, (x - MARGIN_PX) / width, (y - MARGIN_PX) / heightPx)
    const box = boxAround([place(bbox.x0, bbox.y0), place(bbox.x1, bbox.y0), place(bbox.x1, bbox.y1), place(bbox.x0, bbox.y1)], page)
    return { text, box, confidence: Math.round(confidence * 10) / 1000 }
  })
  return read.map((word, i) => mended(word, (text) => repairWord(text, read[i + 1]?.text)))
}

/** What is left of an erased cell border is read as a stroke beside the word. */
function withoutBorders(word: LineWord): LineWord {
  const text = word.text.replace(/^[|\\_]+(?=.)|(?<=.)[|\\_]+$/gu, '')
  return text === word.text ? word : { ...word, text }
}

function meanConfidence(words: readonly Word[]): number {
  return words.reduce((sum, w) => sum + (w.confidence ?? 0), 0) / Math.max(1, words.length)
}

/** The line laid flat with a white margin, as a binary PGM: nothing needs compressing for a neighbouring thread. */
function lineImage(page: Grey, rect: ReadLine['rect'], width: number, heightPx: number): Uint8Array {
  const flat = crop(page, rect, width, heightPx)
  const [fullWidth, fullHeight] = [width + 2 * MARGIN_PX, heightPx + 2 * MARGIN_PX]
  const header = new TextEncoder().encode(`P5\n${fullWidth} ${fullHeight}\n255\n`)
  const pgm = new Uint8Array(header.length + fullWidth * fullHeight).fill(255)
  pgm.set(header)
  for (let y = 0; y < heightPx; y++) {
    pgm.set(flat.data.subarray(y * width, (y + 1) * width), header.length + (y + MARGIN_PX) * fullWidth + MARGIN_PX)
  }
  return pgm
}
