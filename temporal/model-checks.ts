import { type Client, ScheduleAlreadyRunning, ScheduleNotFoundError } from '@temporalio/client'
import { WorkflowExecutionAlreadyStartedError } from '@temporalio/common'
import { CHECK_MODELS, CHECK_MODELS_ID, type CheckCause } from '../core/llm/check-models.ts'

/** Sets the time between two checks of the language models, also where it was another; null = none by the clock. */
export async function scheduleModelChecks(client: Client, everyDays: number | null): Promise<void> {
  const handle = client.schedule.getHandle(CHECK_MODELS_ID)
  if (everyDays === null) {
    await handle.delete().catch((error: unknown) => {
      if (!(error instanceof ScheduleNotFoundError)) throw error
    })
    return
  }
  const spec = { intervals: [{ every: `${everyDays} days` as const }] }
  const args: [CheckCause, null] = ['schedule', null]
  const action = {
    type: 'startWorkflow' as const,
    workflowType: CHECK_MODELS,
    workflowId: `${CHECK_MODELS_ID}-clock`,
    taskQueue: 'cpu',
    args,
  }
  // A check that is still running is enough; one that was missed is made up for within a day.
  const policies = { overlap: 'SKIP' as const, catchupWindow: '1 day' as const }
  try {
    await client.schedule.create({ scheduleId: CHECK_MODELS_ID, spec, action, policies })
  } catch (error) {
    if (!(error instanceof ScheduleAlreadyRunning)) throw error
    await handle.update((before) => ({ ...before, spec, action, policies }))
  }
}

/** Checks these providers now; false when such a check is still running. */
export async function checkModelsNow(client: Client, providers: readonly string[]): Promise<boolean> {
  const args: [CheckCause, readonly string[]] = ['new_model', providers]
  try {
    await client.workflow.start(CHECK_MODELS, { workflowId: `${CHECK_MODELS_ID}-new`, taskQueue: 'cpu', args })
    return true
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false
    throw error
  }
}
