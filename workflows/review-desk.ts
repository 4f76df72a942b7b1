import { ApplicationFailure, condition } from '@temporalio/workflow'
import type { Hooks } from '../core/pipeline.ts'
import type { ProcessSettings, Progress, ReviewOutcome, ReviewSubmission } from '../core/process-contract.ts'
import type { Patience } from '../core/queues.ts'
import type { DocumentInput, JournalEvent } from '../core/stages.ts'
import type { Activities } from '../workers/activities/index.ts'

export interface ReviewDesk {
  /** The stages, watched: from the moment that the journal may show `review` to people, a decision is welcome. */
  readonly watch: (stages: Activities) => Activities
  readonly validate: (submission: ReviewSubmission) => void
  readonly submit: (submission: ReviewSubmission) => Promise<ReviewOutcome>
  readonly awaitReview: Hooks['awaitReview']
  readonly reviewed: Hooks['reviewed']
  /** The time left is another one now. Told while nothing waits, it says nothing: the journal tells the next wait. */
  readonly waitAnew: (patience: Patience) => void
  readonly progress: () => Progress
  /** Answers a decision that was accepted but can no longer be carried out. */
  close(): void
}

/** Where the pipeline and the reviewer meet: at most one decision at a time, each answered once its journal entry is committed. */
export function createReviewDesk(document: DocumentInput, settings: ProcessSettings, journal: Activities['journal']): ReviewDesk {
  const answers = new Map<string, Promise<ReviewOutcome>>()
  /** `opening`: the journal is being told, a person may already see it; `open`: waiting; `closed`: no decision is possible. */
  let desk: 'closed' | 'opening' | 'open' = 'closed'
  let version: number | null = null
  let decision: Pending | null = null
  let inWork: Pending | null = null
  let renewed: Patience | null = null

  const objection = ({ expectedVersion }: ReviewSubmission): ApplicationFailure | null => {
    if (desk !== 'open' || decision) return conflict('The document is not waiting for review')
    if (version !== expectedVersion) return conflict(`The document is at version ${version}, the decision is for ${expectedVersion}`)
    return null
  }

  const take = async (submission: ReviewSubmission): Promise<ReviewOutcome> => {
    await condition(() => desk !== 'opening')
    const refused = objection(submission)
    if (refused) throw refused
    decision = pendingOf(submission.decision)
    return decision.answer
  }

  const isDisturbed = () => decision !== null || renewed !== null

  /** Reminds until a decision comes or the time left becomes another one. */
  const remind = async (round: string, patience: Patience): Promise<void> => {
    for (const { kind, afterMs, key } of reminders(patience)) {
      if (await condition(isDisturbed, afterMs)) return
      await journal(reminder(document, kind, `${key}:${round}`))
    }
    await condition(isDisturbed)
  }

  const decided = async (round: number, first: Patience): Promise<Pending> => {
    for (let turn = 0, patience = first; ; turn++) {
      await remind(turn === 0 ? `${round}` : `${round}.${turn}`, patience)
      if (decision !== null) return decision
      patience = renewed ?? patience
      renewed = null
    }
  }

  return {
    watch: (stages) => ({
      ...stages,
      async journal(event) {
        if (event.status !== 'review') return stages.journal(event)
        desk = 'opening'
        renewed = null
        const { remindAfterMs, escalateAfterMs } = settings
        return stages.journal({ ...event, patience: { remindAfterMs, escalateAfterMs } })
      },
    }),
    validate(submission) {
      if (desk === 'opening' || answers.has(submission.decision.reviewId)) return
      const refused = objection(submission)
      if (refused) throw refused
    },
    submit(submission) {
      const { reviewId } = submission.decision
      const answer = answers.get(reviewId) ?? take(submission)
      answers.set(reviewId, answer)
      return answer
    },
    async awaitReview(request) {
      version = request.version
      desk = 'open'
      const taken = await decided(request.round, request.patience ?? settings)
      desk = 'closed'
      decision = null
      inWork = taken
      return taken.decision
    },
    reviewed(outcome) {
      inWork?.resolve(outcome)
      inWork = null
    },
    waitAnew(patience) {
      if (desk !== 'closed') renewed = patience
    },
    progress: () => ({ waitingForReview: desk === 'open' && decision === null, version }),
    close() {
      for (const left of [decision, inWork]) left?.reject(conflict('Processing ended before the decision was carried out'))
      desk = 'closed'
      decision = inWork = null
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
function reminders({ remindAfterMs, escalateAfterMs }: Patience): readonly Reminder[] {
  if (escalateAfterMs === null) return []
  const count = Math.max(0, Math.ceil(escalateAfterMs / remindAfterMs) - 1)
  const reminded = Array.from(
    { length: count },
    (_, i): Reminder => ({ kind: 'review_reminded', key: `reminded${i + 1}`, afterMs: remindAfterMs }),
  )
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
