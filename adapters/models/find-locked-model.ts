import { PipelineError } from '../../core/errors.ts'
import type { ModelFile } from './model-files.ts'
import { readModelsLock } from './models-lock.ts'
import { verifyModels } from './verify-models.ts'

/**
 * A model of the lock by its name, for parts that do without when it was not fetched: null then. A file that is not the locked one is never
 * used: throws `configuration`. Throws RangeError for a name that is not in the lock.
 */
export async function findLockedModel(name: string, fetchedDir: string): Promise<ModelFile | null> {
  const model = readModelsLock().find((one) => one.name === name)
  if (!model) throw new RangeError(`models.lock.json has no model ${name}`)
  const [found] = await verifyModels([model], fetchedDir)
  if (!found || found.state === 'missing' || found.path === null) return null
  if (found.state === 'ok') return { name, path: found.path, sha256: model.sha256 }
  throw new PipelineError('configuration', `${model.file} is damaged. Get it again: docket models fetch ${name}`)
}
