import { join } from 'node:path'
import type { Config } from '../adapters/config.ts'

/** Folders of an installation that a backup is made of. */
export function storedIn({ DOCKET_DATA_DIR }: Pick<Config, 'DOCKET_DATA_DIR'>): { readonly blobsDir: string; readonly keysDir: string } {
  const blobsDir = join(DOCKET_DATA_DIR, 'blobs')
  return { blobsDir, keysDir: `${blobsDir}-keys` }
}
