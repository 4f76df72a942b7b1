import { type ErrorCode, PipelineError } from '../../core/errors.ts'

/** Codes that only the web side knows; they stand beside the pipeline's in every answer. */
export type ProblemCode =
  | ErrorCode
  | 'bad_request'
  | 'method_not_allowed'
  | 'length_mismatch'
  | 'unsupported_encoding'
  | 'too_many_requests'
  | 'cross_site'
  | 'precondition_required'
  | 'second_person_required'
  | 'version_conflict'
  | 'idempotency_mismatch'
  | 'quota_exceeded'

/** The one place where codes become HTTP statuses. */
const STATUS: Readonly<Record<ProblemCode, number>> = {
  bad_request: 400,
  length_mismatch: 400,
  unauthenticated: 401,
  forbidden: 403,
  cross_site: 403,
  second_person_required: 403,
  not_found: 404,
  method_not_allowed: 405,
  timeout: 408,
  conflict: 409,
  version_conflict: 412,
  file_too_large: 413,
  unsupported_type: 415,
  unsupported_encoding: 415,
  empty_file: 422,
  invalid_input: 422,
  idempotency_mismatch: 422,
  unreadable: 422,
  too_complex: 422,
  too_large: 422,
  too_many_pages: 422,
  too_many_pixels: 422,
  password_required: 422,
  malware: 422,
  xml_unsafe: 422,
  archive_unsafe: 422,
  export_refused: 422,
  unsupported_encryption: 422,
  precondition_required: 428,
  too_many_requests: 429,
  blob_missing: 500,
  blob_corrupt: 500,
  configuration: 500,
  internal: 500,
  dependency_unavailable: 503,
  storage_full: 507,
  quota_exceeded: 507,
}

export function statusOf(code: ProblemCode): number {
  return STATUS[code]
}

/** An answer that the caller caused and can act on. `message` says what to do next; it never holds document text, SQL or host paths. */
export class HttpProblem extends Error {
  readonly code: ProblemCode
  readonly facts: Readonly<Record<string, unknown>>

  constructor(code: ProblemCode, message: string, facts: Readonly<Record<string, unknown>> = {}) {
    super(message)
    this.name = 'HttpProblem'
    this.code = code
    this.facts = facts
  }
}

/** RFC 9457. `type` is stable and resolves to this product's own description of the code. */
export interface Problem {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly code: ProblemCode
  readonly detail: string
  readonly requestId: string
  readonly [fact: string]: unknown
}

/** What a caller may know about `error`. Unknown errors are a request id and nothing else. */
export function problemOf(error: unknown, requestId: string): Problem {
  const code = codeOf(error)
  const status = STATUS[code]
  const hidden = status === 500
  const detail = hidden
    ? `Something went wrong on our side. Quote the request id ${requestId} when you report it.`
    : (error as Error).message
  const facts = error instanceof HttpProblem ? error.facts : {}
  return {
    ...facts,
    type: `/problems/${code}`,
    title: TITLE[status] ?? 'Error',
    status,
    code: hidden ? 'internal' : code,
    detail,
    requestId,
  }
}

function codeOf(error: unknown): ProblemCode {
  if (error instanceof HttpProblem) return error.code
  if (error instanceof PipelineError) return error.code
  return 'internal'
}

const TITLE: Readonly<Record<number, string>> = {
  400: 'The request is malformed',
  401: 'Sign in first',
  403: 'Not allowed',
  404: 'Not found',
  405: 'This address takes other methods',
  408: 'The request took too long',
  409: 'Conflict',
  412: 'Somebody changed the document meanwhile',
  413: 'The file is too large',
  415: 'This kind of content is not accepted',
  422: 'The content cannot be processed',
  428: 'The version is missing',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'A part of the system does not answer',
  507: 'No space left',
}
