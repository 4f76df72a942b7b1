import type { ReviewDecision } from '../core/stages.ts'
import type { Status } from '../core/status.ts'

/** What came of a review: the document's new status and version; `blocking` counts errors that still forbid approval. */
export interface ReviewOutcome {
  readonly status: Status
  readonly version: number
  readonly blocking: number
}

/**
 * What the web side may ask of Temporal. Reads never go through here (ARCHITECTURE §3).
 * Errors: PipelineError `conflict` (wrong version or not in review), `not_found`, `dependency_unavailable` (retryable).
 */
export interface WorkflowGateway {
  /** Sends the Update `submitReview` and waits for its outcome. `expectedVersion` is the version the reviewer saw. The same `reviewId` twice gives the same outcome. */
  submitReview(documentId: string, decision: Exclude<ReviewDecision, { kind: 'deferred' }>, expectedVersion: number): Promise<ReviewOutcome>
  /** Ends the document's workflow if it runs (erasure). */
  cancel(documentId: string): Promise<void>
  healthy(): Promise<boolean>
  close(): Promise<void>
}
