import type { Client } from '@temporalio/client'
import { DATES_CHANGED, type DatedDocument, REMIND_OF_DATES, remindersId } from '../core/calendar/index.ts'

const DEADLINE_MS = 5_000

/** Has the document's timer look again; one that does not run is started. */
export async function wakeReminders(client: Client, { organisationId, documentId }: DatedDocument): Promise<void> {
  const document: DatedDocument = { organisationId, documentId }
  await client.connection.withDeadline(Date.now() + DEADLINE_MS, () =>
    client.workflow.signalWithStart(REMIND_OF_DATES, {
      workflowId: remindersId(document),
      taskQueue: 'cpu',
      priority: { fairnessKey: organisationId },
      args: [document],
      signal: DATES_CHANGED,
      signalArgs: [],
    }),
  )
}
