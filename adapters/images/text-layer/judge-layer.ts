import sharp from 'sharp'
import type { Word } from '../../../core/reading.ts'
import { greyOf } from '../grey.ts'
import { compareInk } from './compare-ink.ts'
import { compareShapes } from './compare-shapes.ts'

/** `agrees`: nothing speaks against the layer. `doubt`: a reader should look at some words. `mismatch`: the layer is not what is printed. */
export type LayerVerdict = 'agrees' | 'doubt' | 'mismatch'

// Measured on 63 true layers and the same with shifted letters: words with ink 0.99 and more; shapes 0.78 and more against 0.77 and less.
const LEAST_WORDS_WITH_INK = 0.7
const DOUBTFUL_WORDS_WITH_INK = 0.9
const LEAST_INK_WITH_WORDS = 0.45 // less than half of the printed letters are in the layer: a form filled in as a picture
const SURE_SHAPES = 0.84

/** The text layer against the drawn page (`image`, 1,000 px or more): about 30 ms, without reading a letter. */
export async function judgeLayer(image: Uint8Array, words: readonly Word[]): Promise<LayerVerdict> {
  const page = await greyOf(sharp(image))
  const { wordsWithInk, inkWithWords } = compareInk(page, words)
  if (wordsWithInk < LEAST_WORDS_WITH_INK || inkWithWords < LEAST_INK_WITH_WORDS) return 'mismatch'
  const shapes = compareShapes(page, words)
  return wordsWithInk < DOUBTFUL_WORDS_WITH_INK || (shapes !== null && shapes < SURE_SHAPES) ? 'doubt' : 'agrees'
}
