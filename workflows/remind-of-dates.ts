import { condition, continueAsNew, proxyActivities, setHandler, workflowInfo } from '@temporalio/workflow'
import type { DatedDocument, DateReminders } from '../core/calendar/index.ts'
import { datesChanged } from './messages.ts'

/** Postgres: a reminder is tried until the database is back. */
const TELL = {
  taskQueue: 'cpu',
  startToCloseTimeout: '30 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '1 minute' },
} as const

/**
 * The timer of one contract: tells what is due and sleeps until the next reminder, or until something about the dates has changed (they were corrected,
 * a reminder was postponed, the document is no longer approved). Ends with its last date.
 */
export async function remindOfDates(document: DatedDocument): Promise<void> {
  let changed = false
  setHandler(datesChanged, () => {
    changed = true
  })
  const { tellDates } = proxyActivities<DateReminders>(TELL)
  for (;;) {
    changed = false
    const { againInMs } = await tellDates(document)
    if (changed) continue
    if (againInMs === null) return
    await condition(() => changed, againInMs)
    if (workflowInfo().continueAsNewSuggested) await continueAsNew<typeof remindOfDates>(document)
  }
}
