import type { ReviewOutcome } from '../core/process-contract.ts'
import type { Patience } from '../core/queues.ts'
import type { ReviewDecision } from '../core/stages.ts'

export type { ReviewOutcome }

/**
 * What the web side may ask of Temporal. Reads never go through here (ARCHITECTURE §3).
 * Errors: PipelineError `conflict` (wrong version or not in review), `not_found`, `dependency_unavailable` (retryable).
 */
export interface WorkflowGateway {
  /** Sends the Update `submitReview` and waits for its outcome. `expectedVersion` is the version the reviewer saw. The same `reviewId` twice gives the same outcome. */
  submitReview(
    documentId: string,
    decision: Exclude<ReviewDecision, { kind: 'deferred' }>,
    expectedVersion: number,
    /** The document's run; every reprocess has a workflow of its own. */
    run?: number,
  ): Promise<ReviewOutcome>
  /** Tells the waiting workflow how long it is to wait from now on; nothing where none waits. */
  waitAnew(documentId: string, patience: Patience, run?: number): Promise<void>
  /** Ends the document's workflow if it runs (erasure). */
  cancel(documentId: string, run?: number): Promise<void>
  healthy(): Promise<boolean>
  close(): Promise<void>
}
