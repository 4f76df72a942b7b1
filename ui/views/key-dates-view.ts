import { conform } from '../../core/assess/index.ts'
import type { KeyDate } from '../../core/calendar/index.ts'
import { addDays } from '../../core/values/index.ts'
import { headlineOf } from '../../schemas/define.ts'
import type { UiDeps } from '../deps.ts'

const SOON_DAYS = 30

export interface KeyDateView extends KeyDate {
  readonly documentId: string
  readonly approvedAt: string
  readonly number: string | null
  readonly partner: string | null
  readonly isSoon: boolean
}

/** The days to come of all approved documents whose type has any, the nearest first. `today`: ISO day. */
export async function keyDatesOf(deps: UiDeps, organisationId: string, today: string): Promise<readonly KeyDateView[]> {
  const types = new Map(deps.types.flatMap((type) => (type.keyDates ? [[type.name, type] as const] : [])))
  const records = await deps.latestRecords.ofTypes(organisationId, [...types.keys()])
  const soon = addDays(today, SOON_DAYS)
  return records
    .flatMap(({ documentId, approvedAt, type: name, data }) => {
      const type = types.get(name)
      if (!type) return []
      const { number, partner } = headlineOf(type, data)
      const dates = type.keyDates?.(conform(type.schema, data).data, today) ?? []
      return dates.map((one) => ({ ...one, documentId, approvedAt, number, partner, isSoon: one.date <= soon }))
    })
    .sort((a, b) => (a.date === b.date ? (a.documentId < b.documentId ? -1 : 1) : a.date < b.date ? -1 : 1))
}
