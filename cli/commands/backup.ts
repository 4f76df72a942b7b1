import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { makeBackup } from '../../adapters/backup/index.ts'
import { readMasterKey } from '../../adapters/blobs/index.ts'
import { parseConfig } from '../../adapters/config.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'
import { storedIn } from '../stored-in.ts'

const WANTS = 'DIR (--keys DIR2 | --without-keys) [--keep N]'

export const backupCommand: Command = {
  name: 'backup',
  usage: WANTS,
  summary:
    'Copies rows and files of a running installation into DIR/<moment>; files that an earlier backup in DIR has are not copied again. --keys mirrors the documents’ keys to a folder apart; the master key is never copied. --keep N takes older backups away.',
  async run(args) {
    const { dir, keysTo, keep } = parsed(args)
    const config = parseConfig(process.env)
    const installation = {
      ...storedIn(config),
      ownerUrl: config.DATABASE_OWNER_URL ?? (await databaseUrl(config)),
      masterKey: readMasterKey(config),
    }
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
    const made = await makeBackup(installation, { dir, keysTo, keep, appVersion: version, now: new Date() })
    const rows = made.manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    print(
      `${made.dir}\t${made.manifest.documents.length} documents, ${rows} rows; ${made.blobs.files} files copied (${megabytes(made.blobs.bytes)} MB)`,
    )
    for (const name of made.removed) print(`removed ${name}`)
    if (!config.DOCKET_MASTER_KEY)
      print(`Keep ${config.DOCKET_DATA_DIR}/master.key somewhere else as well: without it no backup can be read.`)
    return EXIT.done
  },
}

function parsed(args: readonly string[]): { readonly dir: string; readonly keysTo: string | null; readonly keep: number | null } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { keys: { type: 'string' }, 'without-keys': { type: 'boolean', default: false }, keep: { type: 'string' } },
    })
    const [dir] = positionals
    if (!dir || positionals.length > 1) throw new UsageError(`wants: ${WANTS}`)
    if ((values.keys === undefined) === !values['without-keys'])
      throw new UsageError(
        'say where the documents’ keys go: --keys DIR2, or --without-keys where they are kept otherwise. Without them no file in a backup opens.',
      )
    if (values.keep !== undefined && !/^[1-9]\d{0,3}$/.test(values.keep))
      throw new UsageError('--keep wants a number of backups, at least 1')
    return { dir: resolve(dir), keysTo: values.keys ? resolve(values.keys) : null, keep: values.keep ? Number(values.keep) : null }
  } catch (error) {
    throw error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error))
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
