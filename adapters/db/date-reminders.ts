import { z } from 'zod'
import type { DatedDocument, Reminder, ReminderChoice, ReminderSettings } from '../../core/calendar/index.ts'
import type { Database } from './database.ts'
import { json } from './events.ts'
import { newId } from './ids.ts'
import { sql } from './sql.ts'

const LEASE_SECONDS = 30 // a worker that died gives its documents back after this

const Settings = z
  .object({ days_before: z.array(z.number()), hour: z.number(), time_zone: z.string() })
  .transform(({ days_before, hour, time_zone }): ReminderSettings => ({ daysBefore: days_before, hour, timeZone: time_zone }))

const USUAL: ReminderSettings = { daysBefore: [30, 7], hour: 9, timeZone: 'Europe/Moscow' }

const Choice = z
  .object({
    document_id: z.string(),
    kind: z.enum(['ends', 'renews', 'notice_by']),
    date: z.string(),
    off: z.boolean(),
    not_before: z.string().nullable(),
  })
  .transform(({ document_id, not_before, ...same }) => ({ ...same, documentId: document_id, notBefore: not_before }))

const Due = z
  .object({ document_id: z.string(), organisation_id: z.string(), type: z.string().nullable(), since: z.string() })
  .transform(({ document_id, organisation_id, ...same }) => ({ ...same, documentId: document_id, organisationId: organisation_id }))
export type DueDates = z.infer<typeof Due>

export type DateReminders = ReturnType<typeof createDateReminders>

/** When people are reminded of the dates of contracts, what they chose about single dates, and whose timer has yet to hear of it. */
export function createDateReminders(db: Database) {
  return {
    async settings(organisationId: string): Promise<ReminderSettings> {
      const row = await db.transaction(organisationId, (tx) =>
        tx.row(Settings, sql`select days_before, hour, time_zone from date_reminder_settings where organisation_id = ${organisationId}`),
      )
      return row ?? USUAL
    },

    async saveSettings(organisationId: string, { daysBefore, hour, timeZone }: ReminderSettings, actor: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into date_reminder_settings (organisation_id, days_before, hour, time_zone, updated_by)
          values (${organisationId}, ${[...daysBefore]}, ${hour}, ${timeZone}, ${actor})
          on conflict (organisation_id) do update set days_before = excluded.days_before, hour = excluded.hour, time_zone = excluded.time_zone,
                 updated_by = excluded.updated_by, updated_at = now()`),
      )
    },

    choices: (organisationId: string, documentId: string | null = null) =>
      db.transaction(organisationId, (tx) =>
        tx.rows(
          Choice,
          sql`select document_id, kind, date::text, off, not_before::text from date_reminder_choices
              where ${documentId === null ? sql`true` : sql`document_id = ${documentId}`}`,
        ),
      ),

    async choose(organisationId: string, documentId: string, { kind, date, off, notBefore }: ReminderChoice, actor: string): Promise<void> {
      await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into date_reminder_choices (document_id, kind, date, organisation_id, off, not_before, chosen_by)
          values (${documentId}, ${kind}, ${date}, ${organisationId}, ${off}, ${notBefore}, ${actor})
          on conflict (document_id, kind, date) do update set off = excluded.off, not_before = excluded.not_before,
                 chosen_by = excluded.chosen_by, chosen_at = now()`),
      )
    },

    /** Writes the notice of a reminder, once however often it is asked. `days`: whole days that are left. */
    async tell({ organisationId, documentId }: DatedDocument, { kind, date, day }: Reminder, days: number): Promise<boolean> {
      const told = await db.transaction(organisationId, (tx) =>
        tx.run(sql`
          insert into notices (id, organisation_id, kind, document_id, audience, data, source_key)
          select ${newId()}, ${organisationId}, 'dates', id, 'approvers', ${json({ date: kind, days })}, ${`date:${documentId}:${kind}:${date}:${day}`}
          from documents where id = ${documentId} and status = 'approved'
          on conflict (organisation_id, source_key) do nothing`),
      )
      return told === 1
    },

    /** Documents whose timers have not heard of the latest change. */
    waiting: async (organisationId: string): Promise<ReadonlySet<string>> => {
      const rows = await db.transaction(organisationId, (tx) =>
        tx.rows(z.object({ document_id: z.string() }), sql`select document_id from date_reminders_due`),
      )
      return new Set(rows.map(({ document_id }) => document_id))
    },

    /** Up to `limit` documents whose timer has to hear of a change; several workers share them. */
    takeDue: (limit: number): Promise<readonly DueDates[]> =>
      db.system((tx) =>
        tx.rows(
          Due,
          sql`update date_reminders_due set taken_until = now() + make_interval(secs => ${LEASE_SECONDS})
              where document_id in (
                select document_id from date_reminders_due where taken_until is null or taken_until < now()
                order by since limit ${limit} for update skip locked)
              returning document_id, organisation_id, type, since::text`,
        ),
      ),

    done: ({ documentId, organisationId, since }: DueDates): Promise<number> =>
      db.transaction(organisationId, (tx) =>
        tx.run(sql`delete from date_reminders_due where document_id = ${documentId} and since = ${since}::timestamptz`),
      ),
  }
}
