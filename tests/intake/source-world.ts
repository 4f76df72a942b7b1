import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { openStorage, type Storage } from '../../cli/serve/open-storage.ts'
import { startTestPostgres, type TestPostgres } from '../postgres.ts'

export interface SourceWorld {
  readonly storage: Storage
  readonly organisationId: string
  readonly databaseUrl: string
  /** The data folder; sources may lie in it. */
  readonly dir: string
  close(): Promise<void>
}

export const silent = createLog('error', () => {})

/** Storage as a worker opens it, with one organisation. */
export async function createSourceWorld(postgres: TestPostgres): Promise<SourceWorld> {
  const dir = await mkdtemp(join(tmpdir(), 'docket-intake-'))
  const databaseUrl = await postgres.database()
  const storage = openStorage(parseConfig({ DOCKET_DATA_DIR: dir }), databaseUrl, silent)
  const organisationId = await storage.accounts.createOrganisation('Specimen GmbH')
  return {
    storage,
    organisationId,
    databaseUrl,
    dir,
    async close() {
      await storage.close()
      await rm(dir, { recursive: true, force: true })
    },
  }
}

export { startTestPostgres }
