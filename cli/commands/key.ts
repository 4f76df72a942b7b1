import { parseConfig } from '../../adapters/config.ts'
import { createAccessLog, createAccounts, createApiClients, openDatabase } from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { PipelineError } from '../../core/errors.ts'
import { SCOPES } from '../../core/permissions.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'

const ACTIONS = 'list | add NAME SCOPE… | rotate ID | revoke ID'

export const keyCommand: Command = {
  name: 'key',
  usage: ACTIONS,
  summary: `Programs that use the API, and their secrets. Scopes: ${SCOPES.join(', ')}.`,
  async run([action, ...args]) {
    const config = parseConfig(process.env)
    const db = openDatabase(await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      const clients = createApiClients(db)
      const [organisation] = await createAccounts(db).organisations()
      if (!organisation) throw new PipelineError('not_found', 'There is no organisation yet. Start Docket once: npm start')
      const journal = (kind: string, client: string) =>
        createAccessLog(db).write({ organisationId: organisation.id, kind, actor: 'command line', address: '', detail: { client } })
      const [first, ...wanted] = args
      if (action === 'list') {
        for (const { id, name, scopes, revoked } of await clients.list(organisation.id))
          print(`${id}\t${name}\t${scopes.join(' ')}${revoked ? '\trevoked' : ''}`)
      } else if (action === 'add') {
        const scopes = SCOPES.filter((scope) => wanted.includes(scope))
        if (!first || scopes.length === 0 || scopes.length < wanted.length)
          throw new UsageError(`wants: add NAME SCOPE…, with scopes of ${SCOPES.join(', ')}`)
        const made = await clients.create(organisation.id, { name: first, scopes, createdBy: 'command line' })
        await journal('client_added', made.id)
        print(`client_id      ${made.id}\nclient_secret  ${made.secret}\nThe secret is shown only now.`)
      } else if (action === 'rotate') {
        const secret = await clients.rotate(organisation.id, first ?? '')
        if (secret === null) throw new UsageError(`there is no program ${first ?? ''}; see: docket key list`)
        await journal('client_secret_added', first ?? '')
        print(`client_secret  ${secret}\nThe secret before it works until the next rotate.`)
      } else if (action === 'revoke') {
        await clients.revoke(organisation.id, first ?? '')
        await journal('client_revoked', first ?? '')
        print('Revoked.')
      } else throw new UsageError(`wants one of: ${ACTIONS}`)
      return EXIT.done
    } finally {
      await db.close()
    }
  },
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
