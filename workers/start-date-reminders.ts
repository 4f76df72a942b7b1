import { setTimeout as delay } from 'node:timers/promises'
import type { DateReminders, DueDates } from '../adapters/db/index.ts'
import type { Log } from '../adapters/log.ts'
import type { DocumentType } from '../schemas/define.ts'

export interface DateReminderSetup {
  readonly dateReminders: Pick<DateReminders, 'takeDue' | 'done'>
  readonly types: readonly Pick<DocumentType, 'name' | 'keyDates'>[]
  /** Starts the document's timer or has it look again; throws when Temporal cannot be asked. */
  readonly wake: (document: DueDates) => Promise<void>
  readonly log: Log
  readonly pollMs?: number
}

const BATCH = 50

/** Tells the timers in Temporal what changed about the dates of contracts. Whose turn it is stands in the database: a restart loses nothing. */
export function startDateReminders({ dateReminders, types, wake, log, pollMs = 2_000 }: DateReminderSetup) {
  const over = new AbortController()
  const dated = new Set(types.flatMap(({ name, keyDates }) => (keyDates ? [name] : [])))
  const round = async (): Promise<number> => {
    const due = await dateReminders.takeDue(BATCH)
    for (const document of due) {
      if (document.type !== null && dated.has(document.type)) await wake(document)
      await dateReminders.done(document)
    }
    return due.length
  }
  const run = async () => {
    while (!over.signal.aborted) {
      const taken = await round().catch((error: unknown) => {
        log.warn('date_reminders_wait', { error: error instanceof Error ? error.name : typeof error })
        return 0
      })
      if (taken < BATCH) await delay(pollMs, undefined, { signal: over.signal }).catch(() => {})
    }
  }
  const running = run()
  return {
    async stop() {
      over.abort()
      await running
    },
  }
}
