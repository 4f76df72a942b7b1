import { conform } from '../../core/assess/index.ts'
import { dayIn, type KeyDate, type ReminderSettings, remindersOf } from '../../core/calendar/index.ts'
import { addDays } from '../../core/values/index.ts'
import { headlineOf } from '../../schemas/define.ts'
import type { UiDeps } from '../deps.ts'

const SOON_DAYS = 30

/** `set`: people are told on that day; `setting`: its timer has not heard of the latest change yet; `off`: a person wants none; `none`: no more will come. */
export type ReminderState =
  | { readonly kind: 'set' | 'setting'; readonly day: string; readonly postponed: boolean }
  | { readonly kind: 'off' | 'none' }

export interface KeyDateView extends KeyDate {
  readonly documentId: string
  readonly number: string | null
  readonly partner: string | null
  readonly isSoon: boolean
  readonly reminder: ReminderState
}

export interface KeyDates {
  /** Today in the organisation's time zone, ISO. */
  readonly today: string
  readonly settings: ReminderSettings
  readonly dates: readonly KeyDateView[]
}

/** The days to come of all approved documents whose type has any, the nearest first, with the next reminder of each. */
export async function keyDatesOf(deps: UiDeps, organisationId: string, nowMs = Date.now()): Promise<KeyDates> {
  const types = new Map(deps.types.flatMap((type) => (type.keyDates ? [[type.name, type] as const] : [])))
  const [records, settings, choices, waiting] = await Promise.all([
    deps.latestRecords.ofTypes(organisationId, [...types.keys()]),
    deps.dateReminders.settings(organisationId),
    deps.dateReminders.choices(organisationId),
    deps.dateReminders.waiting(organisationId),
  ])
  const today = dayIn(settings.timeZone, nowMs)
  const soon = addDays(today, SOON_DAYS)
  const reminderOf = (documentId: string, one: KeyDate): ReminderState => {
    const choice = choices.find(({ documentId: of, kind, date }) => of === documentId && kind === one.kind && date === one.date)
    if (choice?.off) return { kind: 'off' }
    const next = remindersOf([one], settings, choice ? [choice] : []).find(({ atMs }) => atMs > nowMs)
    if (!next) return { kind: 'none' }
    return { kind: waiting.has(documentId) ? 'setting' : 'set', day: next.day, postponed: choice?.notBefore === next.day }
  }
  const dates = records.flatMap(({ documentId, type: name, data }): readonly KeyDateView[] => {
    const type = types.get(name)
    if (!type) return []
    const { number, partner } = headlineOf(type, data)
    const found = type.keyDates?.(conform(type.schema, data).data, today) ?? []
    return found.map((one) => ({
      ...one,
      documentId,
      number,
      partner,
      isSoon: one.date <= soon,
      reminder: reminderOf(documentId, one),
    }))
  })
  const byDate = (a: KeyDateView, b: KeyDateView) => (a.date === b.date ? (a.documentId < b.documentId ? -1 : 1) : a.date < b.date ? -1 : 1)
  return { today, settings, dates: dates.toSorted(byDate) }
}
