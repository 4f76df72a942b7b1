import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { canonicalJson } from '../core/canonical-json.ts'
import type { Config } from './config.ts'

const ROOT = fileURLToPath(new URL('../', import.meta.url))
/** Everything between a file and its score: code and models. What stores, shows and delivers is not here. */
const PARTS = [
  'core',
  'schemas',
  'workers/activities',
  'adapters/docx',
  'adapters/guarded',
  'adapters/images',
  'adapters/llm',
  'adapters/marks',
  'adapters/models',
  'adapters/ocr',
  'adapters/pdf',
  'adapters/sniff',
  'adapters/xml',
]
/** Versions of the libraries, and checksums of models. */
const FILES = ['package-lock.json', 'models.lock.json']

/**
 * SHA-256 over the content of the whole pipeline and the settings that change what it reads. It is taken from the files themselves, so nobody can
 * forget to count a version up: any change ends a certificate, also a harmless one. OCR engines are recorded per document on top of it.
 */
export function pipelineKey(config: Pick<Config, ReadingSettings | 'DOCKET_LLM_CONFIG'>): string {
  const hash = createHash('sha256')
  for (const path of [...PARTS.flatMap(sources), ...FILES])
    hash
      .update(`${path}\0`)
      .update(readFileSync(join(ROOT, path)))
      .update('\0')
  // Which language models are asked, and in which order.
  if (config.DOCKET_LLM_CONFIG !== undefined) hash.update(readFileSync(config.DOCKET_LLM_CONFIG))
  hash.update(canonicalJson(SETTINGS.map((name) => [name, config[name] ?? null])))
  return hash.digest('hex')
}

const SETTINGS = [
  'DOCKET_PAGE_LONGEST_PX',
  'DOCKET_OCR_LANGUAGES',
  'DOCKET_OCR_ENGINE',
  'DOCKET_OCR_PROVIDERS',
  'DOCKET_TESSDATA_DIR',
  'DOCKET_MODELS_DIR',
] as const satisfies readonly (keyof Config)[]
type ReadingSettings = (typeof SETTINGS)[number]

function sources(folder: string): readonly string[] {
  return (readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }) as string[])
    .map((name) => `${folder}/${name}`)
    .filter((path) => !/\.test\.ts$|\/fixtures\//.test(path) && statSync(join(ROOT, path)).isFile())
    .sort()
}
