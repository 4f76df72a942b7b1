import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import { DATES_CHANGED } from '../core/calendar/index.ts'
import { PROGRESS, type Progress, type ReviewOutcome, type ReviewSubmission, SUBMIT_REVIEW, WAIT_ANEW } from '../core/process-contract.ts'
import type { Patience } from '../core/queues.ts'

/** A reviewer's decision. Refused with type `conflict` unless the document waits for review at the version the reviewer saw. */
export const submitReview = defineUpdate<ReviewOutcome, [ReviewSubmission]>(SUBMIT_REVIEW)

/** How long to wait for a person from now on: the due time of a waiting document has been changed. */
export const waitAnew = defineSignal<[Patience]>(WAIT_ANEW)

export const progress = defineQuery<Progress>(PROGRESS)

/** Something about the dates of a contract, or about its reminders, is no longer as it was. */
export const datesChanged = defineSignal(DATES_CHANGED)
