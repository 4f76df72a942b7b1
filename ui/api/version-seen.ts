import type { UiContext } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'

/** The version in `If-Match`. Errors: `precondition_required` where there is none. */
export function versionSeen(c: UiContext): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(c.req.header('If-Match')?.trim() ?? '')
  if (!match) throw new HttpProblem('precondition_required', 'Send If-Match with the version that you saw (its ETag).')
  return Number(match[1])
}
