import type { DateReminders as KeptReminders, LatestRecords } from '../../adapters/db/index.ts'
import { conform } from '../../core/assess/index.ts'
import { type DateReminders, dayIn, remindersOf, splitReminders, timeIn } from '../../core/calendar/index.ts'
import { addDays, daysBetween } from '../../core/values/index.ts'
import type { DocumentType } from '../../schemas/define.ts'

interface Deps {
  readonly latestRecords: Pick<LatestRecords, 'ofDocument'>
  readonly dateReminders: Pick<KeptReminders, 'settings' | 'choices' | 'tell'>
  readonly types: readonly DocumentType[]
  /** Milliseconds since 1970. */
  readonly now?: () => number
}

/** Longest sleep of a timer: a release that counts dates in another way is heard of by then. */
const LONGEST_MS = 30 * 86_400_000

/** Counts the dates anew at every look, from what stands approved then: a timer that was set before a correction tells nothing wrong. */
export function createTellDates({ latestRecords, dateReminders, types, now = Date.now }: Deps): DateReminders {
  return {
    async tellDates(document) {
      const { organisationId, documentId } = document
      const record = await latestRecords.ofDocument(organisationId, documentId)
      const type = types.find(({ name }) => name === record?.type)
      if (!record || !type?.keyDates) return { againInMs: null }
      const settings = await dateReminders.settings(organisationId)
      const nowMs = now()
      const today = dayIn(settings.timeZone, nowMs)
      const dates = type.keyDates(conform(type.schema, record.data).data, today)
      const [last] = dates.map(({ date }) => date).toSorted()
      if (last === undefined) return { againInMs: null }
      const choices = await dateReminders.choices(organisationId, documentId)
      const { due, next } = splitReminders(remindersOf(dates, settings, choices), nowMs)
      for (const reminder of due) await dateReminders.tell(document, reminder, daysBetween(today, reminder.date))
      // After the nearest date a contract that renews itself has others.
      const dayAfter = timeIn(settings.timeZone, addDays(last, 1), settings.hour)
      return { againInMs: Math.min(LONGEST_MS, (next?.atMs ?? dayAfter) - nowMs, dayAfter - nowMs) }
    },
  }
}
