import { text } from 'node:stream/consumers'
import { parseConfig } from '../../adapters/config.ts'
import { createAccessLog, createAccounts, openDatabase } from '../../adapters/db/index.ts'
import { createLog } from '../../adapters/log.ts'
import { PipelineError } from '../../core/errors.ts'
import { Role } from '../../core/permissions.ts'
import { type Command, EXIT, UsageError } from '../command.ts'
import { databaseUrl } from '../database-url.ts'

const ACTIONS = 'list | add EMAIL NAME ROLE | role EMAIL ROLE | disable EMAIL | enable EMAIL | link EMAIL | password EMAIL < FILE'

export const userCommand: Command = {
  name: 'user',
  usage: ACTIONS,
  summary: `People who may sign in, their roles, and one-time links for them. Roles: ${Role.options.join(', ')}.`,
  async run([action, ...args]) {
    const config = parseConfig(process.env)
    const db = openDatabase(await databaseUrl(config), createLog(config.DOCKET_LOG_LEVEL))
    try {
      const accounts = createAccounts(db)
      const organisation = await firstOrganisation(accounts, action === 'add')
      const journal = (kind: string, detail: Readonly<Record<string, string>>) =>
        createAccessLog(db).write({ organisationId: organisation.id, kind, actor: 'command line', address: '', detail })
      const personOf = async (email: string | undefined) => {
        const user = (await accounts.users(organisation.id)).find((u) => u.email === email?.toLowerCase())
        if (!user) throw new UsageError(`there is no user ${email ?? ''}; see: docket user list`)
        return user
      }
      if (action === 'list') {
        for (const user of await accounts.users(organisation.id))
          print(`${user.email}\t${user.role}\t${user.name}${user.disabled ? '\tdisabled' : ''}`)
      } else if (action === 'add') {
        const [email, name, role] = args
        const known = Role.safeParse(role)
        if (!email?.includes('@') || !name || !known.success)
          throw new UsageError(`wants: add EMAIL NAME ROLE, with a role of ${Role.options.join(', ')}`)
        const person = await accounts.createUser(organisation.id, { email, name, role: known.data })
        await journal('person_added', { person, role: known.data })
        print(`Added ${email}. Make a sign-in link with: docket user link ${email}`)
      } else if (action === 'role' || action === 'disable' || action === 'enable') {
        const user = await personOf(args[0])
        const role = Role.safeParse(args[1])
        if (action === 'role' && !role.success) throw new UsageError(`wants: role EMAIL ROLE, with a role of ${Role.options.join(', ')}`)
        const change = action === 'role' && role.success ? { role: role.data } : { disabled: action === 'disable' }
        await accounts.changeUser(organisation.id, user.id, change)
        await journal('person_changed', { person: user.id, action, ...(role.success && { role: role.data }) })
        print(`Changed ${user.email}.`)
      } else if (action === 'link') {
        const user = await personOf(args[0])
        const base = config.DOCKET_BASE_URL ?? `http://${config.DOCKET_HOST}:${config.DOCKET_PORT}`
        print(`${base}/sign-in?token=${await accounts.createLink(user.id)}\nThe link works once, for 15 minutes.`)
        await journal('link_made', { person: user.id })
      } else if (action === 'password') {
        const user = await personOf(args[0])
        // From a pipe, so that it stays out of the shell's history and the list of processes.
        const password = (await text(process.stdin)).replace(/\r?\n$/, '')
        if ([...password].length < 12 || password.length > 200)
          throw new UsageError('the password on standard input needs 12 to 200 characters')
        await accounts.resetPassword(organisation.id, user.id, password)
        await journal('password_set', { person: user.id })
        print(`The password of ${user.email} is set; all sessions of ${user.email} have ended.`)
      } else throw new UsageError(`wants one of: ${ACTIONS}`)
      return EXIT.done
    } finally {
      await db.close()
    }
  },
}

/** `docket serve` makes it on an own machine; beside a server of one's own the first `user add` does. */
async function firstOrganisation(accounts: ReturnType<typeof createAccounts>, mayMake: boolean): Promise<{ readonly id: string }> {
  const [organisation] = await accounts.organisations()
  if (organisation) return organisation
  if (!mayMake) throw new PipelineError('not_found', 'There is no organisation yet. Add its first person: docket user add EMAIL NAME admin')
  return { id: await accounts.createOrganisation('Docket') }
}

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}
