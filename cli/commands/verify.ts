import { checkStorage, type StorageReport } from '../../adapters/backup/index.ts'
import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'
import { openStorage, type Storage } from '../serve/open-storage.ts'
import { storedIn } from '../stored-in.ts'

export const verifyCommand: Command = {
  name: 'verify',
  usage: '',
  summary:
    'Opens every stored file, follows every reference, recomputes every journal. Changes nothing. Exit 1 when something is missing, damaged or was tampered with, and says what.',
  async run(args) {
    if (args.length > 0) throw new UsageError('takes no arguments')
    const config = parseConfig(process.env)
    const storage = openStorage(config, await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      return tell(await verify(storage, storedIn(config)))
    } finally {
      await storage.close()
    }
  },
}

export async function verify(
  { db, blobs, accounts }: Pick<Storage, 'db' | 'blobs' | 'accounts'>,
  places: ReturnType<typeof storedIn>,
): Promise<StorageReport> {
  const organisations = await accounts.organisations()
  return checkStorage(
    { db, blobs, ...places },
    organisations.map(({ id }) => id),
  )
}

/** Prints the report; the exit code that it stands for. */
export function tell(report: StorageReport): number {
  const { documents, blobs, events, missing, damaged, strangers, brokenJournals } = report
  const lines = [
    `${documents} documents, ${blobs} files, ${events} events`,
    `${missing.length} missing, ${damaged.length} damaged, ${brokenJournals.length} journals broken, ${strangers.length} folders of no document`,
    ...missing.map((name) => `missing ${name}`),
    ...damaged.map((name) => `damaged ${name}`),
    ...brokenJournals.map((id) => `journal of ${id}: see docket audit verify`),
    ...strangers.map((id) => `of no document: ${id}`),
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
  return missing.length + damaged.length + brokenJournals.length === 0 ? EXIT.done : EXIT.internal
}
