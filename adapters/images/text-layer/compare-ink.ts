import type { Box } from '../../../core/geometry.ts'
import type { Word } from '../../../core/reading.ts'
import type { Grey } from '../grey.ts'
import { findMarks, inkLevel } from '../ink-marks.ts'
import { lettersOf, textDirection } from '../text-direction.ts'

/** How the words of a text layer and the ink of the drawn page cover each other. */
export interface InkComparison {
  /** Share of the words under which something is printed, 0..1; 1 without words. */
  readonly wordsWithInk: number
  /** Share of the letters in rows that lie under a word, 0..1; 1 where the rest does not look like text. */
  readonly inkWithWords: number
}

const CONTRAST = 25 // grey levels; light grey print is print
const CELLS = 200 // of the coverage map along each side
const FEWEST_LETTERS = 60
const LIKE_TEXT = 0.8 // of the letters' votes for rows: pictures stay below

/** `page` is the drawn page, 800 px or more; boxes are its fractions. */
export function compareInk(page: Grey, words: readonly Word[]): InkComparison {
  const inked = words.filter(({ box }) => contrastIn(page, box) >= CONTRAST)
  const covered = coverageMap(words)
  const letters = lettersOf(findMarks(page, inkLevel(page)))
  const bare = letters.filter(({ x0, y0, x1, y1 }) => !covered((x0 + x1) / 2 / page.width, (y0 + y1) / 2 / page.height))
  const { along, share } = textDirection(bare)
  const text = bare.length >= FEWEST_LETTERS && along === 'rows' && share >= LIKE_TEXT
  return {
    wordsWithInk: words.length === 0 ? 1 : inked.length / words.length,
    inkWithWords: text ? 1 - bare.length / letters.length : 1,
  }
}

function contrastIn({ data, width, height }: Grey, { x0, y0, x1, y1 }: Box): number {
  let darkest = 255
  let brightest = 0
  for (let y = Math.max(0, Math.floor(y0 * height)); y < Math.min(height, Math.ceil(y1 * height)); y++) {
    for (let x = Math.max(0, Math.floor(x0 * width)); x < Math.min(width, Math.ceil(x1 * width)); x++) {
      const value = data[y * width + x]!
      if (value < darkest) darkest = value
      if (value > brightest) brightest = value
    }
  }
  return brightest - darkest
}

function coverageMap(words: readonly Word[]): (x: number, y: number) => boolean {
  const map = new Uint8Array(CELLS * CELLS)
  const cell = (value: number) => Math.min(CELLS - 1, Math.max(0, Math.floor(value * CELLS)))
  for (const { box } of words)
    for (let y = cell(box.y0); y <= cell(box.y1); y++) map.fill(1, y * CELLS + cell(box.x0), y * CELLS + cell(box.x1) + 1)
  return (x, y) => map[cell(y) * CELLS + cell(x)] === 1
}
