import { parseConfig } from '../../adapters/config.ts'
import { ensureLoginOf, migrate } from '../../adapters/db/index.ts'
import { PipelineError } from '../../core/errors.ts'
import { type Command, EXIT } from '../command.ts'

export const migrateCommand: Command = {
  name: 'migrate',
  usage: '',
  summary:
    'Brings the database of DATABASE_URL up to date, as the owner in DATABASE_OWNER_URL where that is set; then makes the login that DATABASE_URL names. The embedded database is migrated by serve itself.',
  async run() {
    const { DATABASE_URL, DATABASE_OWNER_URL } = parseConfig(process.env)
    if (!DATABASE_URL)
      throw new PipelineError(
        'configuration',
        'Set DATABASE_URL to the PostgreSQL server to migrate, as in postgres://user:password@host:5432/docket.',
      )
    const applied = await migrate(DATABASE_OWNER_URL ?? DATABASE_URL)
    if (DATABASE_OWNER_URL) await ensureLoginOf(DATABASE_OWNER_URL, DATABASE_URL)
    process.stdout.write(applied.length > 0 ? `Applied: ${applied.join(', ')}\n` : 'The database is up to date.\n')
    return EXIT.done
  },
}
