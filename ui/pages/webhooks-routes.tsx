import { Hono } from 'hono'
import { createWebhook, journal, NewWebhook, Replay, webhookOf } from '../api/webhooks.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { page } from './render.tsx'
import { WebhookPage, WebhooksPage } from './webhooks.tsx'

const PAGE = 50

/** The screens over `/api/v1/webhooks`: addresses, and the journal of calls. */
export function webhookPageRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  const list = async (c: UiContext, refused: string | null, secret: string | null) => {
    const webhooks = await deps.webhooks.list(c.get('session').organisationId)
    return page(
      c,
      assets,
      (frame) => <WebhooksPage frame={frame} webhooks={webhooks} refused={refused} secret={secret} />,
      refused ? 422 : 200,
    )
  }
  const one = async (c: UiContext, shown: { readonly secret?: string | null; readonly replayed?: number } = {}) => {
    const webhook = await webhookOf(deps, c)
    const { items, next } = await deps.webhooks.deliveries(c.get('session').organisationId, webhook.id, c.req.query('after') || null, PAGE)
    return page(c, assets, (frame) => (
      <WebhookPage
        frame={frame}
        webhook={webhook}
        deliveries={items}
        next={next}
        secret={shown.secret ?? null}
        replayed={shown.replayed ?? null}
      />
    ))
  }
  const formOf = async (c: UiContext) => new URLSearchParams(await bodyText(c.req.raw, 10_000))

  app.get('/webhooks', (c) => list(c, null, null))

  app.post('/webhooks', async (c) => {
    const form = await formOf(c)
    const wanted = NewWebhook.safeParse({ url: form.get('url'), kinds: form.getAll('kind') })
    if (!wanted.success) return list(c, '', null)
    try {
      const { secret } = await createWebhook(deps, c, wanted.data)
      return list(c, null, secret)
    } catch (error) {
      if (error instanceof HttpProblem && error.code === 'invalid_input') return list(c, error.message, null)
      throw error
    }
  })

  app.get('/webhooks/:id', (c) => one(c))

  app.post('/webhooks/:id', async (c) => {
    const { id } = await webhookOf(deps, c)
    const { organisationId } = c.get('session')
    const form = await formOf(c)
    const action = form.get('action')
    if (action === 'rotate') {
      const secret = await deps.webhooks.rotate(organisationId, id)
      await journal(deps, c, 'webhook_secret_changed', id)
      return one(c, { secret })
    }
    if (action === 'replay') {
      // The form's times are UTC without saying so.
      const span = Replay.safeParse({ since: `${form.get('since')}:00Z`, until: `${form.get('until')}:00Z` })
      if (!span.success) throw new HttpProblem('invalid_input', 'Enter both times.')
      const replayed = await deps.webhooks.replay(organisationId, id, span.data.since, span.data.until)
      await journal(deps, c, 'webhook_replayed', id)
      return one(c, { replayed })
    }
    if (action === 'remove') {
      await deps.webhooks.remove(organisationId, id)
      await journal(deps, c, 'webhook_removed', id)
      return c.redirect('/webhooks', 303)
    }
    if (action === 'enable') await deps.webhooks.enable(organisationId, id)
    else if (action === 'disable') await deps.webhooks.disable(organisationId, id)
    else throw new HttpProblem('bad_request', 'There is no such action.')
    await journal(deps, c, `webhook_${action}d`, id)
    return c.redirect(`/webhooks/${id}`, 303)
  })

  return app
}
