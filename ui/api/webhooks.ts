import { Hono } from 'hono'
import { z } from 'zod'
import type { Webhook } from '../../adapters/db/index.ts'
import { MESSAGE_KINDS } from '../../core/message-kinds.ts'
import type { UiDeps } from '../deps.ts'
import { peerOf, type UiContext, type UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { boundedLimit } from './documents.ts'
import { jsonBody } from './json-body.ts'

export const NewWebhook = z.strictObject({
  url: z.string().min(1).max(2000),
  kinds: z.array(z.enum(MESSAGE_KINDS)).min(1).max(MESSAGE_KINDS.length),
})
export const Replay = z.strictObject({ since: z.iso.datetime({ offset: true }), until: z.iso.datetime({ offset: true }) })

/** `/api/v1/webhooks`: where the organisation wants to hear what happens. */
export function webhookRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/', async (c) => c.json({ items: await deps.webhooks.list(c.get('session').organisationId) }))

  app.post('/', async (c) => {
    const made = await createWebhook(deps, c, await jsonBody(c.req.raw, NewWebhook))
    c.header('Location', `/api/v1/webhooks/${made.id}`)
    return c.json(made, 201)
  })

  app.get('/:id', async (c) => c.json(await webhookOf(deps, c)))

  app.delete('/:id', async (c) => {
    const { id } = await webhookOf(deps, c)
    await deps.webhooks.remove(c.get('session').organisationId, id)
    await journal(deps, c, 'webhook_removed', id)
    return c.body(null, 204)
  })

  app.get('/:id/deliveries', async (c) => {
    const { id } = await webhookOf(deps, c)
    const limit = boundedLimit(c.req.query('limit'), 50)
    const { items, next } = await deps.webhooks.deliveries(c.get('session').organisationId, id, c.req.query('after') || null, limit)
    if (next !== null) c.header('Link', `</api/v1/webhooks/${id}/deliveries?limit=${limit}&after=${encodeURIComponent(next)}>; rel="next"`)
    return c.json({ items, next })
  })

  app.post('/:id/rotate', async (c) => {
    const { id } = await webhookOf(deps, c)
    const secret = await deps.webhooks.rotate(c.get('session').organisationId, id)
    await journal(deps, c, 'webhook_secret_changed', id)
    return c.json({ id, secret })
  })

  app.post('/:id/enable', async (c) => {
    const { id } = await webhookOf(deps, c)
    await deps.webhooks.enable(c.get('session').organisationId, id)
    await journal(deps, c, 'webhook_enabled', id)
    return c.json(await webhookOf(deps, c))
  })

  app.post('/:id/replay', async (c) => {
    const { id } = await webhookOf(deps, c)
    const { since, until } = await jsonBody(c.req.raw, Replay)
    const count = await deps.webhooks.replay(c.get('session').organisationId, id, since, until)
    await journal(deps, c, 'webhook_replayed', id)
    return c.json({ id, count }, 202)
  })

  return app
}

/** Errors: `invalid_input` with the reason when the address may not be called from here. */
export async function createWebhook(deps: UiDeps, c: UiContext, { url, kinds }: z.infer<typeof NewWebhook>) {
  const { organisationId, userId } = c.get('session')
  const target = await deps.checkTarget(url)
  if (target.kind === 'refused') throw new HttpProblem('invalid_input', target.why, { field: 'url' })
  const made = await deps.webhooks.create(organisationId, { url: target.url, kinds, createdBy: userId })
  await journal(deps, c, 'webhook_added', made.id)
  return { ...made, url: target.url, kinds }
}

export async function webhookOf(deps: UiDeps, c: UiContext): Promise<Webhook> {
  const id = c.req.param('id') ?? ''
  const webhook = /^[\w-]{1,64}$/.test(id) ? await deps.webhooks.get(c.get('session').organisationId, id) : null
  if (!webhook) throw new HttpProblem('not_found', 'There is no such webhook.')
  return webhook
}

export function journal(deps: UiDeps, c: UiContext, kind: string, webhook: string): Promise<void> {
  const { organisationId, userId } = c.get('session')
  return deps.access.write({ organisationId, kind, actor: userId, address: peerOf(c), detail: { webhook } })
}
