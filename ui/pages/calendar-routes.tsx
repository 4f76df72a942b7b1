import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { isTimeZone, type ReminderSettings, writeICalendar } from '../../core/calendar/index.ts'
import { isCalendarDate } from '../../core/values/index.ts'
import { journal } from '../api/companies.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { peerOf, type UiEnv } from '../http/env.ts'
import { attachment } from '../http/file-name.ts'
import { HttpProblem } from '../http/problem.ts'
import type { Assets } from '../islands/build.ts'
import { calendarTexts } from '../texts/calendar.ts'
import { keyDatesOf } from '../views/key-dates-view.ts'
import { CalendarPage, type CalendarSaid } from './calendar.tsx'
import { page } from './render.tsx'

const SAID = ['saved', 'chosen'] as const
const DaysBefore = z.array(z.int().min(0).max(365)).min(1).max(10)

/** The dates of contracts and the reminders of them. The file leaves on a click, which the journal of access keeps. */
export function calendarRoutes(deps: UiDeps, assets: () => Promise<Assets>): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  const shown = async (c: Context<UiEnv>, said: CalendarSaid | null, status = 200) => {
    const view = await keyDatesOf(deps, c.get('session').organisationId)
    return page(c, assets, (frame) => <CalendarPage frame={frame} view={view} said={said} />, status)
  }
  const formOf = async (c: Context<UiEnv>) => new URLSearchParams(await bodyText(c.req.raw, 10_000))

  app.get('/calendar', (c) => shown(c, SAID.find((said) => said === c.req.query('notice')) ?? null))

  app.post('/calendar/settings', async (c) => {
    const { organisationId, userId } = c.get('session')
    const settings = settingsIn(await formOf(c))
    if (!settings) return shown(c, 'wrong_settings', 422)
    await deps.dateReminders.saveSettings(organisationId, settings, userId)
    await journal(deps, c, 'date_reminders_set', { days: settings.daysBefore.join(', '), hour: settings.hour, timeZone: settings.timeZone })
    return c.redirect('/calendar?notice=saved', 303)
  })

  app.post('/calendar/reminders/:id', async (c) => {
    const { organisationId, userId } = c.get('session')
    const form = await formOf(c)
    const { today, dates } = await keyDatesOf(deps, organisationId)
    const one = dates.find(
      ({ documentId, kind, date }) => documentId === c.req.param('id') && kind === form.get('kind') && date === form.get('date'),
    )
    if (!one) throw new HttpProblem('not_found', 'There is no such date any more; the contract may have been corrected.')
    const action = form.get('action')
    const day = form.get('day') ?? ''
    if (action === 'postpone' && !(isCalendarDate(day) && day >= today && day <= one.date)) return shown(c, 'wrong_day', 422)
    const { documentId, kind, date } = one
    const choice = { kind, date, off: action === 'off', notBefore: action === 'postpone' ? day : null }
    await deps.dateReminders.choose(organisationId, documentId, choice, userId)
    await journal(deps, c, 'date_reminder_chosen', {
      document: documentId,
      kind,
      date,
      choice: action === 'postpone' ? day : String(action),
    })
    return c.redirect('/calendar?notice=chosen', 303)
  })

  app.get('/calendar/file', (c) => c.redirect('/calendar', 303))

  app.post('/calendar/file', async (c) => {
    const { organisationId, userId } = c.get('session')
    const t = calendarTexts(c.get('language'))
    const base = deps.config.DOCKET_BASE_URL?.replace(/\/$/, '') ?? new URL(c.req.url).origin
    const { dates } = await keyDatesOf(deps, organisationId)
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

/** Null = something in it cannot be. */
function settingsIn(form: URLSearchParams): ReminderSettings | null {
  const days = (form.get('days') ?? '').split(/[\s,;]+/).filter((part) => part !== '')
  const daysBefore = DaysBefore.safeParse(days.map((part) => (/^\d{1,3}$/.test(part) ? Number(part) : Number.NaN)))
  const hour = form.get('hour') ?? ''
  const timeZone = (form.get('timeZone') ?? '').trim()
  if (!daysBefore.success || !/^(1?\d|2[0-3])$/.test(hour) || !isTimeZone(timeZone)) return null
  return { daysBefore: [...new Set(daysBefore.data)].toSorted((a, b) => b - a), hour: Number(hour), timeZone }
}
