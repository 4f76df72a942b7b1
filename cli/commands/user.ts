import { parseConfig } from '../../adapters/config.ts'
import { createAccounts, openDatabase } from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { PipelineError } from '../../core/errors.ts'
import { Role } from '../../core/permissions.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'

export const userCommand: Command = {
  name: 'user',
  usage: 'list | add EMAIL NAME ROLE | link EMAIL',
  summary: `People who may sign in, and one-time links for them. Roles: ${Role.options.join(', ')}.`,
  async run([action, ...args]) {
    const config = parseConfig(process.env)
    const db = openDatabase(await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      const accounts = createAccounts(db)
      const organisation = (await accounts.organisations())[0]
      if (!organisation) throw new PipelineError('not_found', 'There is no organisation yet. Start Docket once: npm start')
      if (action === 'list') {
        for (const user of await accounts.users(organisation.id))
          print(`${user.email}\t${user.role}\t${user.name}${user.disabled ? '\tdisabled' : ''}`)
      } else if (action === 'add') {
        const [email, name, role] = args
        const known = Role.safeParse(role)
        if (!email?.includes('@') || !name || !known.success)
          throw new UsageError(`wants: add EMAIL NAME ROLE, with a role of ${Role.options.join(', ')}`)
        await accounts.createUser(organisation.id, { email, name, role: known.data })
        print(`Added ${email}. Make a sign-in link with: docket user link ${email}`)
      } else if (action === 'link') {
        const user = (await accounts.users(organisation.id)).find((u) => u.email === args[0]?.toLowerCase())
        if (!user) throw new UsageError(`there is no user ${args[0] ?? ''}; see: docket user list`)
        const base = config.DOCKET_BASE_URL ?? `http://${config.DOCKET_HOST}:${config.DOCKET_PORT}`
        print(`${base}/sign-in?token=${await accounts.createLink(user.id)}\nThe link works once, for 15 minutes.`)
      } else throw new UsageError('wants one of: list, add, link')
      return EXIT.done
    } finally {
      await db.close()
    }
  },
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
