import type { createStartOutbox } from '../../adapters/db/index.ts'
import { PipelineError } from '../../core/errors.ts'
import { type Hooks, processDocument } from '../../core/pipeline.ts'
import type { ReviewOutcome } from '../../core/process-contract.ts'
import type { DocumentInput, ReviewDecision, Stages } from '../../core/stages.ts'
import type { WorkflowGateway } from '../../temporal/gateway.ts'

interface Desk {
  readonly version: number
  decide(decision: ReviewDecision): Promise<ReviewOutcome>
}

/** The one control flow with its review, without a workflow server: what the screens need, in one process. */
export function createLocalDriver(stages: Stages, outbox: ReturnType<typeof createStartOutbox>, asksLlm = false, shadows = false) {
  const desks = new Map<string, Desk>()
  let timer: NodeJS.Timeout | undefined

  /** Resolves when the document has been read: it waits for a person or has come to an end. */
  const read = (document: DocumentInput): Promise<void> =>
    new Promise((rested) => {
      let answer: (outcome: ReviewOutcome) => void = () => {}
      const hooks: Hooks = {
        awaitReview: ({ version }) =>
          new Promise((taken) => {
            const decide = (decision: ReviewDecision) => {
              desks.delete(document.documentId)
              return new Promise<ReviewOutcome>((resolve) => {
                answer = resolve
                taken(decision)
              })
            }
            desks.set(document.documentId, { version, decide })
            rested()
          }),
        reviewed: (outcome) => answer(outcome),
        failure: (error) => ({ code: error instanceof PipelineError ? error.code : 'internal', message: (error as Error).message }),
        now: () => performance.now(),
        asksLlm,
        shadows,
      }
      void processDocument(document, stages, hooks).then(() => rested())
    })

  const work = async () => {
    const taken = await outbox.take(20)
    await outbox.markStarted(taken.map(({ id }) => id))
    await Promise.all(taken.map(({ document }) => read(document)))
  }

  const gateway: WorkflowGateway = {
    async submitReview(documentId, decision, expectedVersion) {
      const desk = desks.get(documentId)
      if (!desk || desk.version !== expectedVersion) throw new PipelineError('conflict', 'The document is not waiting at this version')
      return desk.decide(decision)
    },
    waitAnew: async () => {},
    cancel: async () => {},
    healthy: async () => true,
    close: async () => {},
  }
  return {
    gateway,
    work,
    keepWorking() {
      timer ??= setInterval(() => void work(), 200)
    },
    stop: () => clearInterval(timer),
  }
}
