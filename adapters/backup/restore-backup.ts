import { dirname, join } from 'node:path'
import { PipelineError } from '../../core/errors.ts'
import { migrate } from '../db/index.ts'
import { withClient } from '../db/with-client.ts'
import { namesIn } from './copy-files.ts'
import { loadTables } from './dump-tables.ts'
import { copyBlobs, erasedIn, type Installation, mirrorKeys } from './make-backup.ts'
import { type Manifest, readManifest, tablesKeyOf } from './manifest.ts'

export interface Restored {
  readonly manifest: Manifest
  /** Ids of documents that were erased after the backup had been made: their files are not brought back, their rows are to go again. */
  readonly erased: ReadonlySet<string>
}

/**
 * Brings a backup into an installation in which nothing is yet: keys, files, then all rows in one transaction, at the state of the schema that the backup
 * was made at; then what is newer. Cut off in the middle, it is repeated. Errors: `configuration` (not empty, other master key, keys missing, newer
 * version), `blob_corrupt` (damaged), `storage_full`.
 */
export async function restoreBackup(dir: string, keysFrom: string | null, into: Installation): Promise<Restored> {
  const manifest = await readManifest(dir, into.masterKey)
  await migrate(into.ownerUrl, manifest.migrations)
  await refuseFilled(into.ownerUrl)
  if (keysFrom) await mirrorKeys(keysFrom, into.keysDir)
  const erased = new Set(await erasedIn(into.keysDir))
  const blobs = join(dirname(dir), 'blobs')
  const left = manifest.documents.filter((id) => !erased.has(id))
  await refuseWithoutKeys(left, blobs, into.keysDir)
  await copyBlobs(blobs, into.blobsDir, left)
  await loadTables(into.ownerUrl, { dir, key: tablesKeyOf(into.masterKey), madeAt: manifest.madeAt }, manifest)
  await migrate(into.ownerUrl)
  return { manifest, erased: new Set(manifest.documents.filter((id) => erased.has(id))) }
}

async function refuseFilled(ownerUrl: string): Promise<void> {
  const filled = await withClient(ownerUrl, async (client) => {
    const { rows } = await client.query<{ filled: boolean }>('select exists (select from organisations) as filled')
    return rows[0]?.filled ?? true
  })
  if (filled)
    throw new PipelineError(
      'configuration',
      'There is something in this installation already. A backup goes into an empty one: name another DOCKET_DATA_DIR, or an empty database.',
    )
}

/** Files without their key would open nothing. A part of a file that is not read yet has neither. */
async function refuseWithoutKeys(documents: readonly string[], blobs: string, keysDir: string): Promise<void> {
  const [keys, stored] = [new Set(await namesIn(keysDir)), new Set(await namesIn(blobs))]
  const missing = documents.filter((id) => stored.has(id) && !keys.has(id))
  if (missing.length > 0)
    throw new PipelineError(
      'configuration',
      `The keys of ${missing.length} of ${documents.length} documents are missing. Name the folder that \`docket backup\` mirrored them to: --keys DIR`,
    )
}
