import { parseConfig } from '../../adapters/config.ts'
import { createLog } from '../../adapters/log.ts'
import { documentTypes } from '../../schemas/registry.ts'
import { indexDocuments } from '../../workers/index-documents.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'
import { openStorage } from '../serve/open-storage.ts'

export const searchCommand: Command = {
  name: 'search',
  usage: 'reindex [--later]',
  summary:
    'Brings every document with a result into the search index again, beside the running servers; --later leaves the work to them. Exit 1 when some could not be brought in: they stay due and are tried again.',
  async run([action, ...rest]) {
    if (action !== 'reindex' || rest.some((each) => each !== '--later')) throw new UsageError('wants: reindex [--later]')
    const config = parseConfig(process.env)
    const storage = openStorage(config, await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      let due = 0
      for (const { id } of await storage.accounts.organisations()) due += await storage.searchDue.all(id)
      process.stdout.write(`${due} documents are due\n`)
      const failed = rest.length > 0 ? [] : await indexAll(storage)
      if (failed.length > 0) process.stderr.write(`${failed.length} could not be brought in: ${[...new Set(failed)].join(', ')}\n`)
      return failed.length > 0 ? EXIT.internal : EXIT.done
    } finally {
      await storage.close()
    }
  },
}

async function indexAll(storage: ReturnType<typeof openStorage>): Promise<readonly string[]> {
  const failed: string[] = []
  for (;;) {
    const round = await indexDocuments({ ...storage, types: documentTypes })
    failed.push(...round.failed)
    if (round.taken === 0) return failed
  }
}
