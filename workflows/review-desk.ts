import { ApplicationFailure, condition } from '@temporalio/workflow'
import type { Hooks } from '../core/pipeline.ts'
import type { ProcessSettings, Progress, ReviewOutcome, ReviewSubmission } from '../core/process-contract.ts'
import type { DocumentInput, JournalEvent } from '../core/stages.ts'
import type { Activities } from '../workers/activities/index.ts'

export interface ReviewDesk {
  readonly validate: (submission: ReviewSubmission) => void
  readonly submit: (submission: ReviewSubmission) => Promise<ReviewOutcome>
  readonly awaitReview: Hooks['awaitReview']
  readonly reviewed: Hooks['reviewed']
  readonly progress: () => Progress
  /** Answers a decision that was accepted but can no longer be carried out. */
  close(): void
}

/** Where the pipeline and the reviewer meet: at most one decision at a time, each answered once its journal entry is committed. */
export function createReviewDesk(document: DocumentInput, settings: ProcessSettings, stages: Pick<Activities, 'journal'>): ReviewDesk {
  const answers = new Map<string, Promise<ReviewOutcome>>()
  let request: { readonly round: number; readonly version: number } | null = null
  let decision: Pending | null = null
  let inWork: Pending | null = null

  const objection = ({ decision: made, expectedVersion }: ReviewSubmission): ApplicationFailure | null => {
    if (answers.has(made.reviewId)) return null
    if (!request || decision) return conflict('The document is not waiting for review')
    if (request.version !== expectedVersion) return conflict(`The document is at version ${request.version}, the decision is for ${expectedVersion}`)
    return null
  }

  const remind = async (round: number) => {
    for (const { kind, afterMs, key } of reminders(settings)) {
      if (await condition(() => decision !== null, afterMs)) return
      await stages.journal(reminder(document, kind, `${key}:${round}`))
    }
  }

  return {
    validate(submission) {
      const refused = objection(submission)
      if (refused) throw refused
    },
    // Not async up to the decision: two Updates in one workflow task must see each other.
    submit(submission) {
      const { reviewId } = submission.decision
      const known = answers.get(reviewId)
      if (known) return known
      const refused = objection(submission)
      if (refused) return Promise.reject(refused)
      const pending = pendingOf(submission.decision)
      decision = pending
      answers.set(reviewId, pending.answer)
      return pending.answer
    },
    async awaitReview({ round, version }) {
      request = { round, version }
      await remind(round)
      await condition(() => decision !== null)
      inWork = decision
      request = null
      decision = null
      return (inWork as Pending).decision
    },
    reviewed(outcome) {
      inWork?.resolve(outcome)
      inWork = null
    },
    progress: () => ({ waitingForReview: request !== null && decision === null, version: request?.version ?? null }),
    close() {
      for (const left of [decision, inWork]) left?.reject(conflict('Processing ended before the decision was carried out'))
      request = decision = inWork = null
    },
  }
}

interface Pending {
  readonly decision: ReviewSubmission['decision']
  readonly answer: Promise<ReviewOutcome>
  readonly resolve: (outcome: ReviewOutcome) => void
  readonly reject: (error: Error) => void
}

function pendingOf(decision: ReviewSubmission['decision']): Pending {
  const { promise: answer, resolve, reject } = Promise.withResolvers<ReviewOutcome>()
  return { decision, answer, resolve, reject }
}

interface Reminder {
  readonly kind: 'review_reminded' | 'review_escalated'
  readonly key: string
  /** After the reminder before. */
  readonly afterMs: number
}

/** A reminder every `remindAfterMs` until the document is escalated; then it waits in silence. */
function reminders({ remindAfterMs, escalateAfterMs }: ProcessSettings): readonly Reminder[] {
  const count = Math.max(0, Math.ceil(escalateAfterMs / remindAfterMs) - 1)
  const reminded = Array.from({ length: count }, (_, i): Reminder => ({ kind: 'review_reminded', key: `reminded${i + 1}`, afterMs: remindAfterMs }))
  return [...reminded, { kind: 'review_escalated', key: 'escalated', afterMs: escalateAfterMs - count * remindAfterMs }]
}

function reminder(document: DocumentInput, kind: Reminder['kind'], key: string): JournalEvent {
  return {
    documentId: document.documentId,
    organisationId: document.organisationId,
    key: `run${document.run}:${key}`,
    kind,
    status: 'review',
    actor: 'system',
    reason: null,
    result: null,
    reviewId: null,
    corrections: null,
  }
}

function conflict(message: string): ApplicationFailure {
  return ApplicationFailure.nonRetryable(message, 'conflict')
}
