import { parseConfig } from '../../adapters/config.ts'
import { createMailboxChannel } from '../../adapters/intake/index.ts'
import { openStorage } from '../../cli/serve/open-storage.ts'
import { PipelineError } from '../../core/errors.ts'
import { silent } from './source-world.ts'

/**
 * A process that looks at a mailbox until a look ends well, as a worker does: a message that another process files away meanwhile is asked for again
 * later. Arguments: database, data folder, organisation, the source as JSON.
 */
const [databaseUrl = '', dir = '', organisationId = '', source = ''] = process.argv.slice(2)
const storage = openStorage(parseConfig({ DOCKET_DATA_DIR: dir }), databaseUrl, silent)
const channel = createMailboxChannel(JSON.parse(source))
const look = () => channel.look({ organisationId, intake: storage.intake, journal: storage.intakeJournal, goOn: () => true })
for (let left = 20; ; left--) {
  try {
    await look()
    break
  } catch (error) {
    if (left === 0 || !(error instanceof PipelineError) || !error.retryable) throw error
  }
}
await storage.close()
