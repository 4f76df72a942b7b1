import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type LockedModel, pathOf } from './models-lock.ts'

export interface ModelState {
  readonly model: LockedModel
  readonly path: string | null
  /** `damaged`: a file is there, and it is not the locked one. */
  readonly state: 'ok' | 'missing' | 'damaged'
}

/** Compares the SHA-256 of each model's file with the lock. Reads every file whole, a chunk at a time. */
export async function verifyModels(models: readonly LockedModel[], fetchedDir: string): Promise<readonly ModelState[]> {
  const states: ModelState[] = []
  for (const model of models) {
    const path = pathOf(model, fetchedDir)
    const hash = path && (await sha256Of(path))
    states.push({ model, path, state: !hash ? 'missing' : hash === model.sha256 ? 'ok' : 'damaged' })
  }
  return states
}

/** Lower-case hex; null where there is no such file. */
async function sha256Of(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
    return hash.digest('hex')
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
}
