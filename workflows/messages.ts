import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow'
import { DATES_CHANGED } from '../core/calendar/index.ts'
import { PROGRESS, type Progress, type ReviewOutcome, type ReviewSubmission, SUBMIT_REVIEW } from '../core/process-contract.ts'

/** A reviewer's decision. Refused with type `conflict` unless the document waits for review at the version the reviewer saw. */
export const submitReview = defineUpdate<ReviewOutcome, [ReviewSubmission]>(SUBMIT_REVIEW)

export const progress = defineQuery<Progress>(PROGRESS)

/** Something about the dates of a contract, or about its reminders, is no longer as it was. */
export const datesChanged = defineSignal(DATES_CHANGED)
