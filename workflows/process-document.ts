import { ApplicationFailure, allHandlersFinished, condition, isCancellation, setHandler, TemporalFailure } from '@temporalio/workflow'
import { type Outcome, processDocument as runPipeline } from '../core/pipeline.ts'
import type { ProcessSettings } from '../core/process-contract.ts'
import type { DocumentInput } from '../core/stages.ts'
import { failureOf } from './failure.ts'
import { progress, submitReview, waitAnew } from './messages.ts'
import { createPageReports } from './page-reports.ts'
import { stagesFor } from './proxies.ts'
import { createReviewDesk } from './review-desk.ts'

/** One document, from the uploaded file to the approved record: `core/pipeline.ts` with activities as stages and a person as an Update. */
export async function processDocument(document: DocumentInput, settings: ProcessSettings): Promise<Outcome> {
  const stages = stagesFor(settings)
  const desk = createReviewDesk(document, settings, stages.journal)
  setHandler(submitReview, desk.submit, { validator: desk.validate })
  setHandler(waitAnew, desk.waitAnew)
  setHandler(progress, desk.progress)
  try {
    return await runPipeline(document, desk.watch(stages), {
      awaitReview: desk.awaitReview,
      reviewed: desk.reviewed,
      failure: failureOf,
      now: () => Date.now(),
      // Settings from before know none of these: their workflows go on as they began.
      ...(settings.llm && { asksLlm: true }),
      ...(settings.llm?.shadow && { shadows: true }),
      ...(settings.pace && { pace: settings.pace, pagesRead: createPageReports(document, stages.reportPages) }),
    })
  } catch (error) {
    // A stray Error would be retried by Temporal for ever, unseen.
    if (error instanceof TemporalFailure) throw error
    throw ApplicationFailure.nonRetryable(error instanceof Error ? error.message : String(error), 'internal')
  } finally {
    desk.close()
    await handlersFinished()
  }
}

/** A reviewer whose decision was accepted gets an answer before the workflow closes. */
async function handlersFinished(): Promise<void> {
  try {
    await condition(allHandlersFinished)
  } catch (error) {
    if (!isCancellation(error)) throw error
  }
}
