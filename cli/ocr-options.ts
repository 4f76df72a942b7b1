import type { Config } from '../adapters/config.ts'
import { fetchedModelsDir } from '../adapters/models/models-lock.ts'
import type { OcrOptions } from '../adapters/ocr/index.ts'

/** What the configuration says about OCR. */
export function ocrOptions(config: Config): OcrOptions {
  return {
    languages: config.DOCKET_OCR_LANGUAGES.split('+'),
    workers: config.DOCKET_OCR_WORKERS,
    cacheDir: config.DOCKET_CACHE_DIR,
    configuredDir: config.DOCKET_TESSDATA_DIR,
    engine: config.DOCKET_OCR_ENGINE,
    providers: config.DOCKET_OCR_PROVIDERS,
    modelsDir: config.DOCKET_MODELS_DIR,
    fetchedModelsDir: fetchedModelsDir(config.DOCKET_CACHE_DIR),
  }
}
