import type { Config } from '../../adapters/config.ts'
import {
  fetchedModelsDir,
  findOcrModels,
  type LockedModel,
  type ModelFile,
  type OcrModels,
  readModelsLock,
  verifyModels,
} from '../../adapters/models/index.ts'
import type { Check } from './check.ts'

/** The models that OCR would take, each compared with the lock. */
export async function checkOcrModels(config: Config): Promise<Check> {
  const models = await ocrModels(config)
  if (!models) return { name: 'OCR models', state: 'missing', detail: 'no PP-OCR models; pages are read by tesseract.js. Run npm ci again' }
  const lock = readModelsLock()
  const parts = [
    `finds lines: ${named(models.det, lock)}`,
    `reads: ${named(models.rec, lock)}`,
    models.cyrillic ? `Cyrillic: ${named(models.cyrillic, lock)}` : 'Cyrillic by tesseract.js',
    models.cls ? `way up: ${named(models.cls, lock)}` : 'no model for upside-down pages',
  ]
  return { name: 'OCR models', state: 'ok', detail: parts.join('; ') }
}

export function ocrModels(config: Config): Promise<OcrModels | null> {
  return findOcrModels({ ownDir: config.DOCKET_MODELS_DIR, fetchedDir: fetchedModelsDir(config.DOCKET_CACHE_DIR) })
}

/** Every file of the lock, used or not: one that is not the locked one must not stay. */
export async function checkModelFiles({ DOCKET_CACHE_DIR: cacheDir }: Pick<Config, 'DOCKET_CACHE_DIR'>): Promise<Check> {
  const name = 'Model files'
  const states = await verifyModels(readModelsLock(), fetchedModelsDir(cacheDir))
  const damaged = states.filter(({ state }) => state === 'damaged')
  if (damaged.length > 0)
    return { name, state: 'failed', detail: `${list(damaged)}: not the locked file. docket models verify says what to do` }
  const byDefault = states.filter(({ model, state }) => state === 'missing' && model.source.kind !== 'wheel')
  if (byDefault.length > 0) return { name, state: 'missing', detail: `${list(byDefault)}: run npm ci again` }
  const rest = states.filter(({ state }) => state === 'missing').length
  return { name, state: 'ok', detail: rest === 0 ? 'all there' : `the default ones are there; ${rest} more by docket models fetch` }
}

function list(states: readonly { readonly model: LockedModel }[]): string {
  return states.map(({ model }) => model.name).join(', ')
}

function named({ name, sha256 }: ModelFile, lock: readonly LockedModel[]): string {
  return `${name} (${lock.some((model) => model.sha256 === sha256) ? 'verified' : 'not in the lock: your own, unverified'})`
}
