import { processDocument as runPipeline } from '../../core/pipeline.ts'
import type { ProcessSettings } from '../../core/process-contract.ts'
import type { DocumentInput } from '../../core/stages.ts'
import { failureOf } from '../../workflows/failure.ts'
import { stagesFor } from '../../workflows/proxies.ts'

/** The mistake that replay tests are for: a release that delivers before it publishes, while older documents are in flight. */
export function processDocument(document: DocumentInput, settings: ProcessSettings) {
  const stages = stagesFor(settings)
  const publish: typeof stages.publish = async (...args) => {
    await stages.deliver(document, 'record-1')
    return stages.publish(...args)
  }
  return runPipeline(
    document,
    { ...stages, publish },
    {
      awaitReview: async () => ({ kind: 'deferred' }),
      reviewed: () => {},
      failure: failureOf,
      now: () => Date.now(),
    },
  )
}
