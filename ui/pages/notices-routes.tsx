import { Hono } from 'hono'
import { NOTICE_KINDS, type NoticeKind } from '../../core/notices/index.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import type { Assets } from '../islands/build.ts'
import { NoticesPage } from './notices.tsx'
import { page } from './render.tsx'

const MOST_ROOMS = 20

/** What each person wants to be told, by e-mail and in chats. */
export function noticeRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const formOf = async (c: UiContext) => new URLSearchParams(await bodyText(c.req.raw, 10_000))
  const kindsIn = (form: URLSearchParams): readonly NoticeKind[] => NOTICE_KINDS.filter((kind) => form.getAll('kind').includes(kind))

  const shown = async (
    c: UiContext,
    { refused = null, secret = null }: { readonly refused?: string | null; readonly secret?: string | null },
  ) => {
    const { organisationId, userId } = c.get('session')
    const [settings, rooms, people] = await Promise.all([
      deps.notices.settings(organisationId, userId),
      deps.notices.rooms(organisationId, userId),
      deps.accounts.users(organisationId),
    ])
    const email = people.find(({ id }) => id === userId)?.email ?? ''
    const isSaved = c.req.method === 'GET' && c.req.query('saved') === '1'
    return page(
      c,
      assets,
      (frame) => (
        <NoticesPage
          frame={frame}
          email={email}
          hasMail={deps.hasMail}
          settings={settings}
          rooms={rooms}
          isSaved={isSaved}
          refused={refused}
          secret={secret}
        />
      ),
      refused === null ? 200 : 422,
    )
  }

  app.get('/account/notices', (c) => shown(c, {}))

  app.post('/account/notices', async (c) => {
    const { organisationId, userId } = c.get('session')
    const form = await formOf(c)
    const hour = form.get('digest') ?? ''
    const digestHour = /^(1?\d|2[0-3])$/.test(hour) ? Number(hour) : null
    await deps.notices.saveSettings(organisationId, userId, { emailKinds: [...kindsIn(form)], digestHour })
    return c.redirect('/account/notices?saved=1', 303)
  })

  app.post('/account/rooms', async (c) => {
    const { organisationId, userId, permissions } = c.get('session')
    const form = await formOf(c)
    const target = await deps.checkTarget(form.get('url') ?? '')
    if (target.kind === 'refused') return shown(c, { refused: target.why })
    if ((await deps.notices.rooms(organisationId, userId)).length >= MOST_ROOMS)
      return shown(c, { refused: `There are ${MOST_ROOMS} chats already.` })
    const isShared = form.get('shared') === 'yes' && permissions.has('webhooks:write')
    const secret = await deps.notices.addRoom(organisationId, { url: target.url, kinds: kindsIn(form), userId: isShared ? null : userId })
    return shown(c, { secret })
  })

  app.post('/account/rooms/:id', async (c) => {
    const { organisationId, userId, permissions } = c.get('session')
    await deps.notices.removeRoom(organisationId, c.req.param('id'), userId, permissions.has('webhooks:write'))
    return c.redirect('/account/notices?saved=1', 303)
  })

  return app
}
