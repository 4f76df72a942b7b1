import sharp from 'sharp'
import { editDistance } from '../../../core/extraction/labels/caption-key.ts'
import type { Word } from '../../../core/reading.ts'

/** A few words of a page, cut out and set one below the other, for a reader to read. */
export interface WordSample {
  /** PNG. */
  readonly image: Uint8Array
  /** What the text layer says, from the top. */
  readonly texts: readonly string[]
}

const MOST = 10
const ROW_PX = 72
const LETTER_PX = 44 // height of the box in its row
const WIDTH_PX = 900
const FEWEST_READ = 3
const SIMILAR = 0.5 // OCR of single words errs, but not in every other letter

/** Long words and amounts spread over the page; null where the page has too few. `image` is the drawn page. */
export async function sampleWords(image: Uint8Array, words: readonly Word[]): Promise<WordSample | null> {
  const { width, height } = await sharp(image).metadata()
  const fit = words.filter(({ text, box }) => folded(text).length >= 4 && (box.x1 - box.x0) * width > (box.y1 - box.y0) * height)
  const longest = fit.toSorted((a, b) => b.text.length - a.text.length).slice(0, 4 * MOST)
  const chosen = longest.filter((_, i) => i % Math.ceil(longest.length / MOST) === 0)
  if (chosen.length < FEWEST_READ) return null
  const rows = await Promise.all(
    chosen.map(async ({ box }, i) => {
      const pad = Math.round((box.y1 - box.y0) * height * 0.15)
      const left = Math.max(0, Math.floor(box.x0 * width) - pad)
      const top = Math.max(0, Math.floor(box.y0 * height) - pad)
      const region = {
        left,
        top,
        width: Math.min(width - left, Math.ceil((box.x1 - box.x0) * width) + 2 * pad),
        height: Math.min(height - top, Math.ceil((box.y1 - box.y0) * height) + 2 * pad),
      }
      const input = await sharp(image)
        .extract(region)
        .flatten({ background: '#ffffff' })
        .resize({ height: LETTER_PX, width: WIDTH_PX - 80, fit: 'inside' })
        .toBuffer()
      return { input, left: 40, top: i * ROW_PX + (ROW_PX - LETTER_PX) / 2 }
    }),
  )
  const paper = sharp({ create: { width: WIDTH_PX, height: rows.length * ROW_PX, channels: 3, background: '#ffffff' } })
  return { image: await paper.composite(rows).png().toBuffer(), texts: chosen.map(({ text }) => text) }
}

/** Whether what was read from the sample is what the layer says; null where hardly anything could be read. */
export function sampleAgrees({ texts }: WordSample, read: readonly Word[]): boolean | null {
  const heard = texts.map((_, row) =>
    folded(
      read
        .filter(({ box }) => Math.floor(((box.y0 + box.y1) / 2) * texts.length) === row)
        .toSorted((a, b) => a.box.x0 - b.box.x0)
        .map(({ text }) => text)
        .join(''),
    ),
  )
  const answers = texts.flatMap((text, row) => (heard[row] ? [similarity(folded(text), heard[row])] : []))
  if (answers.length < FEWEST_READ) return null
  return answers.toSorted((a, b) => a - b)[Math.floor(answers.length / 2)]! >= SIMILAR
}

/** 0..1: share of the longer text that need not be changed. */
function similarity(a: string, b: string): number {
  const longest = Math.max(a.length, b.length)
  return 1 - Math.min(longest, editDistance(a, b, longest)) / longest
}

function folded(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}
