import { judgeLayer, sampleAgrees, sampleWords } from '../../adapters/images/index.ts'
import type { PdfPageText } from '../../adapters/pdf/index.ts'
import { PipelineError } from '../../core/errors.ts'
import type { PageRange } from '../../core/stages.ts'
import type { Deps } from '../deps.ts'

/** What became of a text layer that was compared with the page: used, used with a warning, or set aside for OCR. */
export type LayerState = 'agrees' | 'doubtful' | 'mismatch'

/**
 * A text layer can say anything. It is held against the drawn page: first places and outlines, which cost little, and where those leave a doubt, a
 * few words are read. `image` is the drawn page, `sharper` gives it at the size for reading.
 */
export async function textLayerState(
  { ocr }: Pick<Deps, 'ocr'>,
  { words }: PdfPageText,
  image: Uint8Array,
  sharper: () => Promise<Uint8Array>,
): Promise<LayerState> {
  const verdict = await judgeLayer(image, words)
  if (verdict !== 'doubt') return verdict
  const sample = await sampleWords(await sharper(), words)
  if (!sample) return 'doubtful'
  try {
    const agrees = sampleAgrees(sample, (await ocr.recognise(sample.image)).words)
    return agrees === null ? 'doubtful' : agrees ? 'agrees' : 'mismatch'
  } catch (error) {
    // Without OCR on this machine the layer is all there is.
    if (error instanceof PipelineError && !error.retryable) return 'doubtful'
    throw error
  }
}

const CLOSELY = 4 // pages: an ordinary invoice is looked at from the first page to the last

/**
 * Pages whose layer is looked at although nobody asked for their picture: the first few and the last, where totals and accounts stand, the first
 * of every range, and those that hide text or show pictures.
 */
export function worthChecking(
  { index, hiddenWords, words, imageShare }: PdfPageText,
  { first }: Pick<PageRange, 'first'>,
  pageCount: number,
): boolean {
  return index <= CLOSELY || index === pageCount || index === first || imageShare > 0.3 || hiddenWords > 0.1 * words.length
}
