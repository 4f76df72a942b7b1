import { parseConfig } from '../../adapters/config.ts'
import { createAccounts, openDatabase, verifyChain } from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'

export const auditCommand: Command = {
  name: 'audit',
  usage: 'verify',
  summary: 'Recomputes the hash chain of every organisation’s journal. Exit 1 when an event was changed, removed, swapped or inserted.',
  async run([action]) {
    if (action !== 'verify') throw new UsageError('wants: verify')
    const config = parseConfig(process.env)
    const db = openDatabase(await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      let whole = true
      for (const { id, name } of await createAccounts(db).organisations()) {
        const { events, brokenAt } = await verifyChain(db, id)
        whole &&= brokenAt === null
        process.stdout.write(`${name}\t${brokenAt === null ? `${events} events, whole` : `broken at event ${brokenAt} of ${events}`}\n`)
      }
      return whole ? EXIT.done : EXIT.internal
    } finally {
      await db.close()
    }
  },
}
