import { ActivityFailure, isCancellation, proxyActivities } from '@temporalio/workflow'
import type { CheckCause, LanguageModelChecks } from '../core/llm/check-models.ts'

const PLAN = { taskQueue: 'cpu', startToCloseTimeout: '30 seconds', retry: { maximumAttempts: 5 } } as const
/** Nothing waits for a check, so it gives documents on the same queue as much time as they need. */
const PATIENCE = '2 hours'
const MARGIN_MS = 30_000

/** Asks the language models about known documents, one model after the other. One that cannot be asked does not keep the others from it. */
export async function checkLanguageModels(cause: CheckCause, providers: readonly string[] | null): Promise<void> {
  const { planModelChecks } = proxyActivities<LanguageModelChecks>(PLAN)
  for (const model of await planModelChecks(providers)) {
    const { checkModel } = proxyActivities<LanguageModelChecks>({
      taskQueue: 'llm',
      scheduleToStartTimeout: PATIENCE,
      startToCloseTimeout: model.limitMs + MARGIN_MS,
      heartbeatTimeout: '20 seconds',
      retry: { maximumAttempts: 2 },
    })
    try {
      await checkModel(model, cause)
    } catch (error) {
      if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error
    }
  }
}
