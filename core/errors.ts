/**
 * Why the machine could not do its work. The code is a contract (API, metrics, retry policy, result JSON); the message is for people.
 * Document text, file paths of the host and secrets never enter a message.
 */
export type ErrorCode =
  | 'empty_file'
  | 'unsupported_type'
  | 'file_too_large'
  | 'unreadable'
  | 'too_complex'
  | 'too_large'
  | 'too_many_pages'
  | 'too_many_pixels'
  | 'password_required'
  | 'unsupported_encryption'
  | 'malware'
  | 'xml_unsafe'
  | 'archive_unsafe'
  | 'blob_missing'
  | 'blob_corrupt'
  | 'storage_full'
  | 'not_found'
  | 'conflict'
  | 'invalid_input'
  | 'forbidden'
  | 'unauthenticated'
  | 'dependency_unavailable'
  | 'configuration'
  | 'timeout'
  | 'export_refused'
  | 'internal'

export class PipelineError extends Error {
  readonly code: ErrorCode
  /** Decided where the facts are known: true when the same call may succeed later. */
  readonly retryable: boolean
  readonly details: Readonly<Record<string, string | number | boolean>>

  constructor(
    code: ErrorCode,
    message: string,
    options: { retryable?: boolean; details?: Readonly<Record<string, string | number | boolean>>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause })
    this.name = 'PipelineError'
    this.code = code
    this.retryable = options.retryable ?? false
    this.details = options.details ?? {}
  }
}

/** The file itself is refused: nothing to retry, the uploader must act. `message` says what to do. */
export interface Refusal {
  readonly kind: 'refused'
  readonly code: ErrorCode
  readonly message: string
}

export function refusal(code: ErrorCode, message: string): Refusal {
  return { kind: 'refused', code, message }
}
