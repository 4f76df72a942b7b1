import { PipelineError } from '../../core/errors.ts'
import type { Box } from '../../core/geometry.ts'
import type { Rule, Word } from '../../core/reading.ts'
import { type CleanPage, cleanPage } from '../images/clean-page.ts'
import { findRules } from '../images/find-rules.ts'
import { type Grey, sharpOf } from '../images/grey.ts'
import { type LanguageData, languageSets } from './language-data.ts'
import { cyrillicShare } from './line-script.ts'
import type { OcrEngine } from './ocr-engine.ts'
import { createPool, type Pool, type ReadWord, tesseractVersion } from './tesseract-pool.ts'

/** What Tesseract needs: languages that were found, and where. */
export interface TesseractOptions {
  readonly data: LanguageData
  readonly workers: number
  readonly timeoutMs: number
}

const SURE = 75 // mean confidence (0..100) above which the page was read in its own script
const CYRILLIC_SHARE = 0.25 // of the letters

/**
 * OCR by tesseract.js. Latin and Cyrillic languages are read by different workers: a Cyrillic model beside German costs umlauts, a Latin one
 * beside Russian turns letters into their look-alikes. A page goes to the second script when the first is unsure.
 */
export function createTesseractEngine({ data, workers, timeoutMs }: TesseractOptions): OcrEngine {
  const { latin, cyrillic } = languageSets(data.languages)
  const sets = [latin, cyrillic].filter((set) => set.length > 0)
  const pools = sets.map((languages) => createPool({ languages, dataDir: data.dir, size: workers, timeoutMs, reads: 'pages' }))
  return {
    name: `tesseract.js ${tesseractVersion()} ${data.languages.join('+')}`,
    async recognise(image, signal) {
      if (pools.length === 0) throw new PipelineError('dependency_unavailable', 'No OCR language data on this machine. Run: docket doctor')
      const { page, back } = await cleanPage(image)
      const { rules, erased } = findRules(page)
      const png = await sharpOf(erased).withMetadata({ density: 200 }).png({ compressionLevel: 1 }).toBuffer()
      const words = await readBest(pools, png, signal)
      return { words: words.map((word) => wordOf(word, back)), rules: rules.map((rule) => onOriginal(rule, page, back)) }
    },
    close: async () => void (await Promise.all(pools.map((pool) => pool.close()))),
  }
}

/** Reads in the first script; where that is unsure, in the others too, and keeps the surest. */
async function readBest(pools: readonly Pool[], png: Uint8Array, signal: AbortSignal | undefined): Promise<readonly ReadWord[]> {
  let best: readonly ReadWord[] = []
  for (const pool of pools) {
    const words = (await pool.read(png, signal)).filter(isWord)
    if (sureness(words) > sureness(best) || (cyrillicShare(words.map((w) => w.text).join('')) > CYRILLIC_SHARE && sureness(words) > SURE))
      best = words
    if (sureness(best) >= SURE) break
  }
  return best
}

function isWord({ text, confidence }: ReadWord): boolean {
  return /[\p{L}\p{N}€$£₽%№]/u.test(text) && confidence > 10
}

function sureness(words: readonly ReadWord[]): number {
  const letters = words.reduce((sum, w) => sum + w.text.length, 0)
  return letters === 0 ? 0 : words.reduce((sum, w) => sum + w.confidence * w.text.length, 0) / letters
}

function wordOf({ text, confidence, bbox }: ReadWord, back: CleanPage['back']): Word {
  return { text, confidence: Math.round(confidence) / 100, box: around(bbox, back) }
}

function onOriginal(rule: Rule, { width, height }: Grey, back: CleanPage['back']): Rule {
  return around({ x0: rule.x0 * width, y0: rule.y0 * height, x1: rule.x1 * width, y1: rule.y1 * height }, back)
}

/** A small tilt: the box spanned by the middles of the turned sides stays tight. */
function around({ x0, y0, x1, y1 }: Box, back: CleanPage['back']): Box {
  const [left, right] = [back(x0, (y0 + y1) / 2), back(x1, (y0 + y1) / 2)]
  const [top, bottom] = [back((x0 + x1) / 2, y0), back((x0 + x1) / 2, y1)]
  return { x0: left.x, y0: Math.min(top.y, bottom.y), x1: Math.max(right.x, left.x), y1: Math.max(top.y, bottom.y) }
}
