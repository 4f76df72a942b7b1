import { ApplicationFailure, Client, Connection, WorkflowUpdateFailedError } from '@temporalio/client'
import { WorkflowExecutionAlreadyStartedError, WorkflowNotFoundError } from '@temporalio/common'
import { PipelineError } from '../core/errors.ts'
import {
  PROCESS_DOCUMENT,
  type ProcessSettings,
  type ReviewOutcome,
  type ReviewSubmission,
  SUBMIT_REVIEW,
  WAIT_ANEW,
  workflowIdOf,
} from '../core/process-contract.ts'
import type { DocumentInput } from '../core/stages.ts'
import { createCodec } from './codec.ts'
import type { WorkflowGateway } from './gateway.ts'

export interface TemporalAt {
  readonly address: string
  readonly namespace: string
  readonly masterKey: Uint8Array
}

/** Connects with the first call and again after every loss, so the web side starts and stays up without Temporal. */
export function createTemporalClient({ address, namespace, masterKey }: TemporalAt): Client {
  return new Client({
    connection: Connection.lazy({ address, connectTimeout: '3s' }),
    namespace,
    dataConverter: { payloadCodecs: [createCodec(masterKey)] },
  })
}

/** Long enough to validate and score again on a busy machine; the browser shows progress meanwhile. */
const REVIEW_DEADLINE_MS = 25_000
const SHORT_DEADLINE_MS = 5_000

export function createGateway(client: Client): WorkflowGateway {
  const within = <T>(ms: number, call: () => Promise<T>) => client.connection.withDeadline(Date.now() + ms, call)
  return {
    async submitReview(documentId, decision, expectedVersion, run = 1) {
      const handle = client.workflow.getHandle(workflowIdOf(documentId, run))
      // The server answers the same update id with the same outcome, also after a lost connection and after the workflow has closed.
      const update = { args: [{ decision, expectedVersion }] as [ReviewSubmission], updateId: decision.reviewId }
      try {
        return await within(REVIEW_DEADLINE_MS, () => handle.executeUpdate<ReviewOutcome, [ReviewSubmission]>(SUBMIT_REVIEW, update))
      } catch (error) {
        throw reviewError(error)
      }
    },
    async waitAnew(documentId, patience, run = 1) {
      try {
        await within(SHORT_DEADLINE_MS, () => client.workflow.getHandle(workflowIdOf(documentId, run)).signal(WAIT_ANEW, patience))
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw unavailable(error)
      }
    },
    async cancel(documentId, run = 1) {
      try {
        await within(SHORT_DEADLINE_MS, () => client.workflow.getHandle(workflowIdOf(documentId, run)).cancel())
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) throw unavailable(error)
      }
    },
    async healthy() {
      try {
        await within(2_000, () => client.workflowService.getSystemInfo({}))
        return true
      } catch {
        return false
      }
    },
    close: () => client.connection.close(),
  }
}

/** Starts the document's workflow. True when this call started it, false when it was started before: both mean that it is safely in Temporal. */
export async function startProcessing(client: Client, document: DocumentInput, settings: ProcessSettings): Promise<boolean> {
  // Pages were moved while the run before waits for a person: nobody may decide there any more.
  if (document.cut && document.run > 1) await createGateway(client).cancel(document.documentId, document.run - 1)
  try {
    await client.connection.withDeadline(Date.now() + SHORT_DEADLINE_MS, () =>
      client.workflow.start(PROCESS_DOCUMENT, {
        workflowId: workflowIdOf(document.documentId, document.run),
        workflowIdReusePolicy: 'REJECT_DUPLICATE',
        taskQueue: 'cpu',
        priority: { fairnessKey: document.organisationId },
        args: [document, settings],
      }),
    )
    return true
  } catch (error) {
    if (error instanceof WorkflowExecutionAlreadyStartedError) return false
    throw unavailable(error)
  }
}

function reviewError(error: unknown): PipelineError {
  if (error instanceof WorkflowUpdateFailedError) {
    const failure = error.cause
    if (failure instanceof ApplicationFailure && failure.type === 'conflict')
      return new PipelineError('conflict', failure.message, { cause: error })
    return new PipelineError('internal', 'The decision could not be carried out', { cause: error })
  }
  if (error instanceof WorkflowNotFoundError)
    return new PipelineError('conflict', 'The document is no longer being processed', { cause: error })
  return unavailable(error)
}

function unavailable(cause: unknown): PipelineError {
  return new PipelineError('dependency_unavailable', 'Temporal does not answer; nothing is lost, try again in a moment', {
    retryable: true,
    cause,
  })
}
