import type { Word } from '../../../core/reading.ts'
import type { Grey } from '../grey.ts'

/**
 * How well the outlines of the printed words follow the letters of the text layer, 0..1: the chance that a word with a tail (g, p, у) reaches
 * lower than one without, and one with a tall letter (d, l, 7) higher than one without; 0.5 = no connection. Null = too few words to tell.
 */
export type ShapeAgreement = number | null

const FEWEST = 5 // words of each kind
const MOST = 150 // words of each kind: enough to be sure, few enough for a page of small print
const SMALLEST_PX = 8
const BRIGHT = 170
const STEP = 0.04 // of the font size; outlines closer than this are equal

/**
 * A text layer whose fonts name other letters than they draw keeps its places but not its shapes. Cheap, and deaf to swapped figures, which
 * look alike; those only a reader finds.
 */
export function compareShapes(page: Grey, words: readonly Word[]): ShapeAgreement {
  const depths: Record<'tail' | 'flat', number[]> = { tail: [], flat: [] }
  const heights: Record<'tall' | 'low', number[]> = { tall: [], low: [] }
  for (const word of words) {
    const down = TAILS.test(word.text) ? depths.tail : FLAT.test(word.text) ? depths.flat : null
    const up = TALL.test(word.text) ? heights.tall : LOW.test(word.text) ? heights.low : null
    if ((down?.length ?? MOST) >= MOST && (up?.length ?? MOST) >= MOST) continue
    const outline = outlineOf(page, word)
    if (!outline) continue
    down?.push(outline.bottom)
    up?.push(-outline.top)
  }
  const answers = [more(depths.tail, depths.flat), more(heights.tall, heights.low)].filter((a) => a !== null)
  return answers.length === 0 ? null : answers.reduce((a, b) => a + b, 0) / answers.length
}

// Letters whose tails differ from font to font (Q, J, ц, щ, д, f) answer nothing.
const TAILS = /[gpqyруф]/
const FLAT = /^[A-IK-PR-Za-eh-ik-or-xz0-9А-ВЕ-СТХЧ-Яа-вгеж-пстхчш-я.:%+-]*$/u
const TALL = /[A-IK-PR-Zbdhkl0-9А-ЯЁбф]/u
const LOW = /^[acemnorsuvwxzавгежзиклмнопстхчшъыьэюя.]{2,}$/u

/** The chance that one of `a` is larger than one of `b` (Mann–Whitney); null where either is too small a crowd. */
function more(a: readonly number[], b: readonly number[]): number | null {
  if (a.length < FEWEST || b.length < FEWEST) return null
  let wins = 0
  for (const x of a) for (const y of b) wins += x > y + STEP ? 1 : x < y - STEP ? 0 : 0.5
  return wins / (a.length * b.length)
}

/** Highest and lowest ink of the word as shares of its box; null for tiny, bright-on-dark and upright-running words. */
function outlineOf(page: Grey, { box, text }: Word): { readonly top: number; readonly bottom: number } | null {
  const { data, width, height } = page
  const left = Math.max(0, Math.floor(box.x0 * width))
  const right = Math.min(width, Math.ceil(box.x1 * width))
  const from = box.y0 * height
  const size = (box.y1 - box.y0) * height
  if (size < SMALLEST_PX || right - left < 3 || (right - left < size * 0.5 && text.length > 2)) return null
  const inkIn = Array.from({ length: Math.ceil(size) }, (_, i) => {
    const y = Math.round(from + i)
    return y < 0 || y >= height ? 0 : inkOfRow(data, y * width, left, right)
  })
  const total = inkIn.reduce((a, b) => a + b, 0)
  // Bright letters on a bar fill most of the box with "ink".
  if (total === 0 || total > 0.6 * (right - left) * inkIn.length) return null
  // A tenth of the usual row is a trace of a neighbour or of smoothing; a row that is dark throughout is a drawn line.
  const least = (0.1 * total) / inkIn.length
  const counts = inkIn.map((ink) => ink > least && ink < 0.85 * (right - left))
  return { top: counts.indexOf(true) / size, bottom: counts.lastIndexOf(true) / size }
}

/** Ink of one row, grey pixels in part. */
function inkOfRow(data: Uint8Array, row: number, left: number, right: number): number {
  let ink = 0
  for (let x = left; x < right; x++) if (data[row + x]! < BRIGHT) ink += 1 - data[row + x]! / 255
  return ink
}
