import type { Pace } from './read-file.ts'
import type { ReviewDecision } from './stages.ts'
import type { Status } from './status.ts'

/** Names and shapes that the workflow, its starter and the web side agree on. Renaming one strands running workflows. */
export const PROCESS_DOCUMENT = 'processDocument'
export const SUBMIT_REVIEW = 'submitReview'
export const PROGRESS = 'progress'
export const WAIT_ANEW = 'waitAnew'

/** One workflow per document and run, so that starting twice is refused by the server. */
export function workflowIdOf(documentId: string, run: number): string {
  return run === 1 ? `doc-${documentId}` : `doc-${documentId}-r${run}`
}

/** Decisions of the installation that a running workflow must not see change: recorded once, as its second argument. */
export interface ProcessSettings {
  /** Queue that reads page images; `ocr-gpu` falls back to `cpu` when nobody serves it. */
  readonly ocrQueue: 'cpu' | 'ocr-gpu'
  /** Waiting longer than this for a slot on `ocr-gpu` means that nobody serves it. */
  readonly gpuPatienceMs: number
  /** Absent in workflows from before long files were read in several ranges at once. */
  readonly pace?: Pace
  /** Present where language models are set up. `patienceMs`: how long a question may wait for a free slot on the queue `llm`. */
  readonly llm?: {
    readonly patienceMs: number
    /** Present where a second model is asked beside; `limitMs` is its time for a document. */
    readonly shadow?: { readonly limitMs: number }
  }
  readonly remindAfterMs: number
  readonly escalateAfterMs: number
}

export interface ReviewSubmission {
  readonly decision: Exclude<ReviewDecision, { kind: 'deferred' }>
  /** Version of the document that the reviewer saw. */
  readonly expectedVersion: number
}

/** What came of a review: the document's new status and version; `blocking` counts errors that still forbid approval. */
export interface ReviewOutcome {
  readonly status: Status
  readonly version: number
  readonly blocking: number
  /** The approval counts; somebody else has to confirm it. */
  readonly secondPerson?: true
}

export interface Progress {
  /** `finishing`: a decision is taken or the machine is reading; `review`: a decision is welcome. */
  readonly waitingForReview: boolean
  readonly version: number | null
}
