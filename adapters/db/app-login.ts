import { createHmac } from 'node:crypto'
import pg from 'pg'
import { withClient } from './with-client.ts'

/**
 * The login under which web and worker reach the database: a member of `docket_app`, owner of nothing, so that neither `set role` nor
 * `row_security = off` opens another organisation's rows, whatever statement is smuggled in. Made by the owner after the migrations; its password
 * follows from the installation's master key, so no file has to keep it. Returns the address with that login.
 */
export async function ensureAppLogin(ownerUrl: string, masterKey: Uint8Array): Promise<string> {
  const url = new URL(ownerUrl)
  const database = decodeURIComponent(url.pathname.slice(1))
  // Roles belong to the server, not to the database: the name keeps two installations on one server apart.
  const name = `docket_web_${database}`.slice(0, 63)
  const password = createHmac('sha256', masterKey).update(`postgres login ${name}`).digest('hex')
  await makeLogin(ownerUrl, name, password)
  url.username = encodeURIComponent(name)
  url.password = password
  return url.href
}

/** The same for a login that the administrator has chosen: `appUrl` names it with its password. */
export async function ensureLoginOf(ownerUrl: string, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl)
  await makeLogin(ownerUrl, decodeURIComponent(username), decodeURIComponent(password))
}

async function makeLogin(ownerUrl: string, name: string, password: string): Promise<void> {
  await withClient(ownerUrl, async (client) => {
    const role = pg.escapeIdentifier(name)
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [name])
    const what = 'login nosuperuser nobypassrls nocreatedb nocreaterole'
    await client.query(`${rowCount === 0 ? 'create' : 'alter'} role ${role} ${what} password ${pg.escapeLiteral(password)}`)
    await client.query(`grant docket_app to ${role}`)
  })
}

/** Whether this login could pass row-level security: it is a superuser, may bypass it, or owns the tables. */
export async function isTooStrong(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ strong: boolean }>(
      `select r.rolsuper or r.rolbypassrls or exists (select from pg_class where relname = 'documents' and relowner = r.oid) as strong
       from pg_roles r where r.rolname = session_user`,
    )
    return rows[0]?.strong ?? true
  })
}
