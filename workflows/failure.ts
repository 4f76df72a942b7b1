import { ActivityFailure, ApplicationFailure, isCancellation, TimeoutFailure } from '@temporalio/workflow'

/** A stage's final error as a code and a message for people. A cancelled workflow is not a failed document: that goes on as it is. */
export function failureOf(error: unknown): { readonly code: string; readonly message: string } {
  if (isCancellation(error)) throw error
  const cause = error instanceof ActivityFailure ? error.cause : error
  if (cause instanceof ApplicationFailure) return { code: cause.type ?? 'internal', message: cause.message }
  if (cause instanceof TimeoutFailure)
    return { code: 'timeout', message: 'The step took too long or its worker was lost, several times in a row' }
  return { code: 'internal', message: cause instanceof Error ? cause.message : 'Unknown error' }
}
