import { PipelineError } from '../core/errors.ts'

/** RFC 9457 problem for a file that was refused or failed, as printed on stderr. */
export function problemOf(file: string, error: unknown): Record<string, unknown> {
  const known =
    error instanceof PipelineError ? error : new PipelineError('internal', error instanceof Error ? error.message : String(error))
  const refused = known.code !== 'internal' && !known.retryable
  return {
    type: `urn:docket:problem:${known.code}`,
    title: refused ? 'The file was refused' : 'The file could not be processed',
    status: refused ? 422 : 500,
    code: known.code,
    detail: known.message,
    file,
  }
}
