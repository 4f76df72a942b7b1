import type { Word } from '../../../core/reading.ts'
import type { Grey } from '../../images/grey.ts'
import { cyrillicShare, hasOwnCyrillic, isFigures, type LineFacts, lacksCharacters } from '../line-script.ts'
import { mended, repairWord } from '../look-alikes.ts'
import { withSecondOpinion } from '../second-opinion.ts'
import { crop } from './crop.ts'
import { boxAround } from './page-reader.ts'
import { meanProbability, type ReadLine } from './recognise.ts'
import { pointIn } from './rect.ts'

/** A word of one line image, in its pixels; `confidence` 0..100. */
export interface LineWord {
  readonly text: string
  readonly confidence: number
  readonly bbox: { readonly x0: number; readonly y0: number; readonly x1: number; readonly y1: number }
}

/** Reads the image (PGM) of one text line in Cyrillic script and Latin. */
export type LineReader = (pgm: Uint8Array) => Promise<readonly LineWord[]>

export interface LineWithWords {
  readonly line: ReadLine
  readonly words: readonly Word[]
}

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
const SAMPLES = 5
const MOST_ON_LATIN_PAGE = 12
const CYRILLIC = 0.4 // share of letters
const SURE = 60
const SURE_LATIN = 0.9

/**
 * Lines in a script that the recogniser does not know are read again, line by line: on a Cyrillic page all but plain figures, on a Latin page
 * those that lack characters. `page` is the page without its drawn lines. Returns the words of all lines.
 */
export async function readForeignLines(lines: readonly LineWithWords[], page: Grey, readLine: LineReader): Promise<readonly Word[]> {
  const known = new Map(lines.map((one) => [one, factsOf(one)]))
  const foreign = lines
    .filter((one) => lacksCharacters(known.get(one)!))
    .toSorted((a, b) => b.line.rect.width / b.line.rect.height - a.line.rect.width / a.line.rect.height)
  const again = new Map<LineWithWords, readonly Word[]>()
  const readAll = (some: readonly LineWithWords[]) =>
    Promise.all(some.filter((one) => !again.has(one)).map(async (one) => again.set(one, await wordsAgain(one.line, page, readLine))))
  await readAll(foreign.slice(0, SAMPLES))
  const cyrillicPage = mainlyCyrillic([...again.values()].flat()) && foreign.length > lines.length / 10
  await readAll(cyrillicPage ? lines.filter((one) => !isFigures(known.get(one)!)) : foreign.slice(0, MOST_ON_LATIN_PAGE))
  return lines.flatMap((one) => chosen(one, known.get(one)!, again.get(one), cyrillicPage))
}

/** Whether any line lacks characters, so that `readForeignLines` would read something again. */
export function hasForeignLines(lines: readonly LineWithWords[]): boolean {
  return lines.some((one) => lacksCharacters(factsOf(one)))
}

function chosen(own: LineWithWords, facts: LineFacts, again: readonly Word[] | undefined, cyrillicPage: boolean): readonly Word[] {
  if (!again || again.length === 0) return own.words
  const share = cyrillicShare(again.map((w) => w.text).join(''))
  const latin = share === 0 && !lacksCharacters(facts) && facts.confidence >= SURE_LATIN
  if (latin || (!cyrillicPage && !mainlyCyrillic(again))) return own.words
  return again.map((word) => withSecondOpinion(word, own.words))
}

function factsOf({ line, words }: LineWithWords): LineFacts {
  const { width, height } = line.rect
  const places = [0, ...line.characters.map((c) => c.at), 1]
  const widestGap = (Math.max(...places.slice(1).map((at, i) => at - places[i]!)) * width) / height
  return { text: words.map((w) => w.text).join(''), width, height, widestGap, confidence: meanProbability(line.characters) }
}

function mainlyCyrillic(words: readonly Word[]): boolean {
  const sure = words.filter((w) => (w.confidence ?? 0) * 100 >= SURE)
  const text = sure.map((w) => w.text).join('')
  return cyrillicShare(text) >= CYRILLIC && hasOwnCyrillic(text)
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
