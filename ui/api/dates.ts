import { Hono } from 'hono'
import type { UiDeps } from '../deps.ts'
import type { UiEnv } from '../http/env.ts'
import { keyDatesOf } from '../views/key-dates-view.ts'

/** `/api/v1/dates`: the days to come of approved contracts, the nearest first. */
export function dateRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  app.get('/', async (c) => {
    const { settings, dates } = await keyDatesOf(deps, c.get('session').organisationId)
    const items = dates.map(({ documentId, kind, date, number, partner, reminder }) => ({
      documentId,
      kind,
      date,
      number,
      partner,
      reminder: 'day' in reminder ? reminder.day : null,
    }))
    return c.json({ timeZone: settings.timeZone, items }, 200, { 'Cache-Control': 'private, no-store' })
  })
  return app
}
