import { defineQuery, defineUpdate } from '@temporalio/workflow'
import { PROGRESS, type Progress, type ReviewOutcome, type ReviewSubmission, SUBMIT_REVIEW } from '../core/process-contract.ts'

/** A reviewer's decision. Refused with type `conflict` unless the document waits for review at the version the reviewer saw. */
export const submitReview = defineUpdate<ReviewOutcome, [ReviewSubmission]>(SUBMIT_REVIEW)

export const progress = defineQuery<Progress>(PROGRESS)
