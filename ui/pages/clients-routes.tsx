import { Hono } from 'hono'
import { displayName } from '../../core/display-name.ts'
import { SCOPES } from '../../core/permissions.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { peerOf, type UiContext, type UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { ClientsPage } from './clients.tsx'
import { page } from './render.tsx'

/** Programs that use the API: added, given new secrets and revoked by an administrator. */
export function clientRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  const show = async (c: UiContext, secret: Parameters<typeof ClientsPage>[0]['secret']) => {
    const clients = await deps.clients.list(c.get('session').organisationId)
    const asked = c.req.query('notice')
    const notice = asked === 'saved' || asked === 'invalid' ? asked : null
    return page(c, assets, (frame) => <ClientsPage frame={frame} clients={clients} notice={secret ? null : notice} secret={secret} />)
  }
  const journal = (c: UiContext, kind: string, client: string) => {
    const { organisationId, userId } = c.get('session')
    return deps.access.write({ organisationId, kind, actor: userId, address: peerOf(c), detail: { client } })
  }

  app.get('/clients', (c) => show(c, null))

  app.post('/clients', async (c) => {
    const { organisationId, userId } = c.get('session')
    const form = new URLSearchParams(await bodyText(c.req.raw, 10_000))
    const name = (form.get('name') ?? '').trim()
    const scopes = SCOPES.filter((scope) => form.getAll('scope').includes(scope))
    if (name === '' || scopes.length === 0) return c.redirect('/clients?notice=invalid', 303)
    const made = await deps.clients.create(organisationId, { name: displayName(name), scopes, createdBy: userId })
    await journal(c, 'client_added', made.id)
    return show(c, { name: displayName(name), ...made })
  })

  app.post('/clients/:id', async (c) => {
    const { organisationId } = c.get('session')
    const id = c.req.param('id')
    const action = new URLSearchParams(await bodyText(c.req.raw, 10_000)).get('action')
    const client = (await deps.clients.list(organisationId)).find((one) => one.id === id)
    if (!client) throw new HttpProblem('not_found', 'There is no such program.')
    if (action === 'rotate') {
      const secret = await deps.clients.rotate(organisationId, client.id)
      await journal(c, 'client_secret_added', client.id)
      return show(c, secret === null ? null : { name: client.name, id: client.id, secret })
    }
    if (action === 'revoke') await deps.clients.revoke(organisationId, client.id)
    else if (action === 'drop-old') await deps.clients.dropOldSecrets(organisationId, client.id)
    else return c.redirect('/clients?notice=invalid', 303)
    await journal(c, action === 'revoke' ? 'client_revoked' : 'client_secrets_dropped', client.id)
    return c.redirect('/clients?notice=saved', 303)
  })

  return app
}
