import type { Status } from '../../core/status.ts'
import type { ProblemCode } from '../http/problem.ts'

/** What became of one file of an upload. */
export type UploadOutcome =
  | { readonly kind: 'accepted'; readonly fileName: string; readonly id: string; readonly status: Status }
  | { readonly kind: 'duplicate'; readonly fileName: string; readonly id: string; readonly status: Status; readonly duplicateOf: string }
  | { readonly kind: 'refused'; readonly fileName: string; readonly code: ProblemCode; readonly detail: string }
