import { addDays } from '../values/index.ts'
import type { KeyDate } from './key-date.ts'
import { timeIn } from './zoned-time.ts'

/** When an organisation wants to be reminded: so many days before a date, at this hour (0..23) of its time zone (IANA name). */
export interface ReminderSettings {
  readonly daysBefore: readonly number[]
  readonly hour: number
  readonly timeZone: string
}

/** What a person has decided about one date: no reminder of it, or none before that day (ISO). Of another date it says nothing. */
export interface ReminderChoice extends KeyDate {
  readonly off: boolean
  readonly notBefore: string | null
}

export interface Reminder extends KeyDate {
  /** The day of the reminder, ISO. */
  readonly day: string
  /** Milliseconds since 1970. */
  readonly atMs: number
}

/** The reminders of these dates, the earliest first. A postponed date has one on the day that was chosen, and those that come later anyway. */
export function remindersOf(
  dates: readonly KeyDate[],
  { daysBefore, hour, timeZone }: ReminderSettings,
  choices: readonly ReminderChoice[],
): readonly Reminder[] {
  return dates
    .flatMap(({ kind, date }) => {
      const choice = choices.find((one) => one.kind === kind && one.date === date)
      if (choice?.off) return []
      const usual = daysBefore.map((days) => addDays(date, -days))
      const from = choice?.notBefore ?? null
      const days = from === null ? usual : [from, ...usual.filter((day) => day > from)]
      return [...new Set(days)].map((day) => ({ kind, date, day, atMs: timeIn(timeZone, day, hour) }))
    })
    .sort((a, b) => a.atMs - b.atMs)
}

/**
 * Which of them are to be told now, and when to look again. Of several whose time has passed the last one is told: a contract that is approved late,
 * and days without power, cost one reminder and not all.
 */
export function splitReminders(
  reminders: readonly Reminder[],
  nowMs: number,
): { readonly due: readonly Reminder[]; readonly next: Reminder | null } {
  const passed = reminders.filter(({ atMs }) => atMs <= nowMs)
  const due = passed.filter((one) => !passed.some(({ kind, date, atMs }) => kind === one.kind && date === one.date && atMs > one.atMs))
  return { due, next: reminders.find(({ atMs }) => atMs > nowMs) ?? null }
}
