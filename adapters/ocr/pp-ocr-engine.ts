import { createRequire } from 'node:module'
import type { OcrModels } from '../models/model-files.ts'
import { languageSets } from './language-data.ts'
import type { OcrEngine } from './ocr-engine.ts'
import { createReadingPool } from './onnx/reading-pool.ts'
import type { Provider } from './onnx/session.ts'
import type { TesseractOptions } from './tesseract-engine.ts'
import { createPool, tesseractVersion } from './tesseract-pool.ts'

export interface PpOcrOptions extends TesseractOptions {
  readonly models: OcrModels
  /** Of onnxruntime-node. */
  readonly version: string
  readonly providers: readonly Provider[]
  readonly onFallback: ((wanted: string, reason: string) => void) | undefined
}

/**
 * OCR by PP-OCR networks in processes of their own; lines in Cyrillic script, which its recogniser does not know, by a network of their own, or by tesseract.js
 * where there is none. `name` tells the models, what runs them, which providers would not (`cpu; cuda refused`) and the reader of lines.
 */
export function createPpOcrEngine({ data, workers, timeoutMs, models, version, providers, onFallback }: PpOcrOptions): OcrEngine {
  const { cyrillic } = languageSets(data.languages)
  const lines =
    cyrillic.length > 0 && !models.cyrillic
      ? createPool({ languages: cyrillic, dataDir: data.dir, size: workers, timeoutMs, reads: 'lines' })
      : null
  const refused = new Set<Provider>()
  const pages = createReadingPool({
    models,
    providers,
    size: workers,
    timeoutMs,
    readLine: lines && ((pgm, signal) => lines.read(pgm, signal)),
    onRefused: (provider, reason) => {
      refused.add(provider)
      onFallback?.(provider, reason)
    },
    onLost: (reason) => onFallback?.('ppocr', `${reason} The process that read it was replaced.`),
  })
  const tesseract = lines ? `; lines: tesseract.js ${tesseractVersion()} ${cyrillic.join('+')}` : ''
  const lineReader = models.cyrillic ? `; Cyrillic: ${models.cyrillic.name}` : tesseract
  const ran = () => [pages.provider ?? providers.join(','), ...[...refused].map((provider) => `${provider} refused`)].join('; ')
  return {
    get name() {
      return `PP-OCR ${models.det.name} + ${models.rec.name} (onnxruntime ${version} ${ran()})${lineReader}`
    },
    recognise: (image, signal) => pages.read(image, signal),
    voteUpright: (image, signal) => pages.vote(image, signal),
    close: async () => void (await Promise.all([pages.close(), lines?.close()])),
  }
}

/** Null where the native library is absent or does not load. */
export async function onnxRuntimeVersion(): Promise<string | null> {
  try {
    await import('onnxruntime-node')
    return (createRequire(import.meta.url)('onnxruntime-node/package.json') as { version: string }).version
  } catch {
    return null
  }
}
