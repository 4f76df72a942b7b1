import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { restoreBackup } from '../../adapters/backup/index.ts'
import { readMasterKey } from '../../adapters/blobs/index.ts'
import { type Config, parseConfig } from '../../adapters/config.ts'
import { resumeDocuments, startPostgresServer } from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { type Command, UsageError } from '../command.ts'
import { lockData } from '../serve/data-lock.ts'
import { openStorage } from '../serve/open-storage.ts'
import { storedIn } from '../stored-in.ts'
import { tell, verify } from './verify.ts'

export const restoreCommand: Command = {
  name: 'restore',
  usage: 'DIR/<moment> [--keys DIR2]',
  summary:
    'Brings a backup into an empty installation, sets what was under way going again, forgets what was erased since, and verifies everything. Docket must not run; the master key must be that of the backup. Exit 1 when something is missing or damaged.',
  async run(args) {
    const { dir, keysFrom } = parsed(args)
    const config = parseConfig(process.env)
    const lock = await lockData(config.DOCKET_DATA_DIR)
    try {
      return await withDatabase(config, async (ownerUrl) => {
        const installation = { ...storedIn(config), ownerUrl, masterKey: readMasterKey(config) }
        const { manifest, erased } = await restoreBackup(dir, keysFrom, installation)
        const storage = openStorage(config, ownerUrl, createLog(config.DOCKET_LOG_LEVEL))
        try {
          const resumed = { erased: 0, startedAgain: 0, takenUp: 0 }
          for (const { id } of await storage.accounts.organisations()) {
            const one = await resumeDocuments(storage.db, id, erased)
            resumed.erased += one.erased
            resumed.startedAgain += one.startedAgain
            resumed.takenUp += one.takenUp
          }
          process.stdout.write(
            `Backup of ${manifest.madeAt}: ${manifest.documents.length} documents; ${resumed.takenUp} wait for a person again, ${resumed.startedAgain} are read again, ${resumed.erased} had been erased since.\n`,
          )
          return tell(await verify(storage, storedIn(config)))
        } finally {
          await storage.close()
        }
      })
    } finally {
      await lock.release()
    }
  },
}

/** The configured server, or the embedded one, started for this work alone. */
async function withDatabase<T>(config: Config, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const named = config.DATABASE_OWNER_URL ?? config.DATABASE_URL
  if (named) return work(named)
  const server = await startPostgresServer({ dir: join(config.DOCKET_DATA_DIR, 'postgres') })
  try {
    return await work(server.url)
  } finally {
    await server.stop()
  }
}

function parsed(args: readonly string[]): { readonly dir: string; readonly keysFrom: string | null } {
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { keys: { type: 'string' } } })
    const [dir] = positionals
    if (!dir || positionals.length > 1) throw new UsageError('wants: DIR/<moment> [--keys DIR2]')
    return { dir: resolve(dir), keysFrom: values.keys ? resolve(values.keys) : null }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error))
  }
}
