import { readFileSync } from 'node:fs'
import type { BlobStore } from '../adapters/blobs/blob-store.ts'
import type { Config } from '../adapters/config.ts'
import { createWordReader } from '../adapters/docx/index.ts'
import { createImageReader } from '../adapters/images/index.ts'
import { createProvider, type LlmSettings, readLlmSettings, surrogateDigest } from '../adapters/llm/index.ts'
import type { Log } from '../adapters/log.ts'
import { createPageMarks } from '../adapters/marks/index.ts'
import type { OcrEngine } from '../adapters/ocr/ocr-engine.ts'
import { createPdfReader } from '../adapters/pdf/index.ts'
import { pipelineKey } from '../adapters/pipeline-key.ts'
import { parseXml } from '../adapters/xml/index.ts'
import { documentTypes } from '../schemas/registry.ts'
import type { Deps, DocumentStore, LlmDeps } from '../workers/deps.ts'
import { ocrOptions } from './ocr-options.ts'

export interface Composed {
  readonly deps: Deps
  close(): Promise<void>
}

export interface Places {
  readonly blobs: BlobStore
  readonly store: DocumentStore
  /** What surrogates for personal data are made with. */
  readonly masterKey: Uint8Array
  /** Instead of those of the configuration. */
  readonly llm?: LlmSettings | null
}

/** The real dependencies of all stages; the drivers differ in where bytes and rows go. */
export function compose(config: Config, log: Log, { blobs, store, masterKey, llm = llmSettings(config) }: Places): Composed {
  const hostile = {
    memoryMb: config.DOCKET_PDF_MEMORY_MB,
    timeoutMs: config.DOCKET_PDF_TIMEOUT_S * 1000,
    maxPages: config.DOCKET_MAX_PAGES,
  }
  const pdf = createPdfReader(hostile)
  const word = createWordReader(hostile)
  const ocr = lazyOcr(config, log)
  const marks = createPageMarks()
  return {
    deps: {
      blobs,
      store,
      llm: llm && llmDeps(llm, masterKey),
      pdf,
      word,
      ocr,
      marks,
      images: createImageReader({
        maxPages: config.DOCKET_MAX_PAGES,
        orientationVote: async (image) => (await ocr.voteUpright?.(image)) ?? null,
      }),
      parseXml,
      types: documentTypes,
      limits: { maxPages: config.DOCKET_MAX_PAGES, longestSidePx: config.DOCKET_PAGE_LONGEST_PX },
      appVersion: JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version,
      pipelineKey: pipelineKey(config),
    },
    close: async () => void (await Promise.all([pdf.close(), word.close(), ocr.close(), marks.close()])),
  }
}

/** Null = no language model is set up. */
export function llmSettings({ DOCKET_LLM_CONFIG: file }: Pick<Config, 'DOCKET_LLM_CONFIG'>): LlmSettings | null {
  return file === undefined ? null : readLlmSettings(file)
}

function llmDeps(settings: LlmSettings, masterKey: Uint8Array): LlmDeps {
  return {
    settings,
    providers: new Map(settings.providers.map((provider) => [provider.id, createProvider(provider)])),
    digestOf: (organisationId) => surrogateDigest(masterKey, organisationId),
  }
}

/** OCR is the heaviest part to load, and a text PDF never needs it. */
function lazyOcr(config: Config, log: Log): OcrEngine {
  let engine: Promise<OcrEngine> | null = null
  let name = () => 'not started'
  const start = async () => {
    const { createOcrEngine } = await import('../adapters/ocr/index.ts')
    const started = await createOcrEngine({
      ...ocrOptions(config),
      onFallback: (wanted, reason) => log.info('ocr_fallback', { wanted, reason: reason.slice(0, 300) }),
      warn: (missing) => log.warn('ocr_languages_missing', { languages: missing.join('+'), remedy: 'run: docket doctor' }),
    })
    name = () => started.name
    return started
  }
  return {
    get name() {
      return name()
    },
    async recognise(image, signal) {
      engine ??= start()
      return (await engine).recognise(image, signal)
    },
    async voteUpright(image, signal) {
      engine ??= start()
      return (await (await engine).voteUpright?.(image, signal)) ?? null
    },
    close: async () => void (await (await engine)?.close()),
  }
}
