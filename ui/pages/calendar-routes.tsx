import { Hono } from 'hono'
import { writeICalendar } from '../../core/calendar/index.ts'
import type { UiDeps } from '../deps.ts'
import { peerOf, type UiEnv } from '../http/env.ts'
import { attachment } from '../http/file-name.ts'
import type { Assets } from '../islands/build.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { keyDatesOf } from '../views/key-dates-view.ts'
import { CalendarPage } from './calendar.tsx'
import { page } from './render.tsx'

/** The dates of contracts. The file leaves on a click, which the journal of access keeps. */
export function calendarRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/calendar', async (c) => {
    const dates = await keyDatesOf(deps, c.get('session').organisationId, today())
    return page(c, assets, (frame) => <CalendarPage frame={frame} dates={dates} />)
  })

  app.get('/calendar/file', (c) => c.redirect('/calendar', 303))

  app.post('/calendar/file', async (c) => {
    const { organisationId, userId } = c.get('session')
    const t = calendarTexts(c.get('language'))
    const base = deps.config.DOCKET_BASE_URL?.replace(/\/$/, '') ?? new URL(c.req.url).origin
    const dates = await keyDatesOf(deps, organisationId, today())
    const events = dates.map(({ documentId, kind, date, number, partner }) => ({
      uid: `${documentId}-${kind}@docket`,
      date,
      title: [t.kinds[kind], number, partner].filter(Boolean).join(': '),
      url: `${base}/documents/${documentId}`,
    }))
    await deps.access.write({
      organisationId,
      kind: 'calendar_downloaded',
      actor: userId,
      address: peerOf(c),
      detail: { dates: events.length },
    })
    return c.body(writeICalendar(events, new Date().toISOString()), 200, {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': attachment('docket-dates.ics'),
      'Cache-Control': 'private, no-store',
    })
  })

  return app
}

function today(): string {
  return new Date().toISOString().slice(0, 10)
}
