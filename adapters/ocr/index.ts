import { PipelineError } from '../../core/errors.ts'
import { findOcrModels } from '../models/model-files.ts'
import { gatherLanguages, isRussianAtMost } from './language-data.ts'
import type { OcrEngine } from './ocr-engine.ts'
import type { Provider } from './onnx/session.ts'
import { createPpOcrEngine, onnxRuntimeVersion } from './pp-ocr-engine.ts'
import { createTesseractEngine } from './tesseract-engine.ts'

export { gatherLanguages, type LanguageData } from './language-data.ts'
export type { OcrEngine } from './ocr-engine.ts'
export { tryProvider } from './onnx/try-provider.ts'

export interface OcrOptions {
  /** `auto` = PP-OCR where onnxruntime and its models load, else Tesseract. */
  readonly engine: 'auto' | 'ppocr' | 'tesseract'
  readonly languages: readonly string[]
  readonly workers: number
  readonly providers: readonly Provider[]
  readonly cacheDir: string
  /** Own `<language>.traineddata` for Tesseract. */
  readonly configuredDir: string | undefined
  /** Own PP-OCR models. */
  readonly modelsDir: string | undefined
  /** Where `docket models fetch` puts models. */
  readonly fetchedModelsDir: string
  readonly timeoutMs?: number
  /** Told once about languages that are not on this machine. */
  readonly warn?: (missing: readonly string[]) => void
  /** Told why something slower or weaker than wanted is used: a provider, or PP-OCR as a whole. */
  readonly onFallback?: (wanted: string, reason: string) => void
}

/** The best OCR engine of this machine. Throws `dependency_unavailable` when PP-OCR is insisted on and cannot run. */
export async function createOcrEngine(options: OcrOptions): Promise<OcrEngine> {
  const data = await gatherLanguages(options.languages, options)
  const tesseract = { data, workers: options.workers, timeoutMs: options.timeoutMs ?? 120_000 }
  const warn = (missing: readonly string[]) => missing.length > 0 && options.warn?.(missing)
  if (options.engine === 'tesseract') {
    warn(data.missing)
    return createTesseractEngine(tesseract)
  }
  const found = await findOcrModels({ ownDir: options.modelsDir, fetchedDir: options.fetchedModelsDir })
  const models = found && { ...found, cyrillic: isRussianAtMost(options.languages) ? found.cyrillic : null }
  const version = await onnxRuntimeVersion()
  warn(data.missing.filter((language) => !(language === 'rus' && models?.cyrillic && version !== null)))
  if (models && version !== null)
    return createPpOcrEngine({ ...tesseract, models, version, providers: options.providers, onFallback: options.onFallback })
  const reason = models ? 'onnxruntime-node does not load on this machine' : 'its models are not installed'
  if (options.engine === 'ppocr')
    throw new PipelineError('dependency_unavailable', `PP-OCR was asked for, but ${reason}. Run: docket doctor`)
  options.onFallback?.('ppocr', reason)
  return createTesseractEngine(tesseract)
}
