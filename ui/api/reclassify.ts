import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { putJson } from '../../adapters/blobs/json-blob.ts'
import type { DocumentRow, Session } from '../../adapters/db/index.ts'
import { carryOver } from '../../core/carry-over.ts'
import type { ReviewOutcome } from '../../core/process-contract.ts'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import { HttpProblem } from '../http/problem.ts'
import { isHidden } from './blind.ts'
import { isConflict, openForDecision } from './decide.ts'

/** The body of `POST /documents/{id}/type`. */
export const TypeBody = z.strictObject({ type: z.string().min(1).max(60) })

interface Said {
  readonly type: string
  /** The version that the reviewer saw. */
  readonly version: number
}

/**
 * A person says what the document is: it is read again as that type and comes back to the desk. What was corrected stays where the other type has the
 * field. Answers as soon as reading has begun. Errors: `invalid_input` (no such type, or the one it has), `version_conflict`.
 */
export async function reclassify(deps: UiDeps, session: Session, row: DocumentRow, said: Said): Promise<ReviewOutcome> {
  const { type, result, earlier } = await openForDecision(deps, session, row)
  const other = deps.types.find(({ name }) => name === said.type)
  if (!other || other.name === (result?.type ?? row.type)) {
    const names = deps.types.flatMap(({ name }) => (name === type?.name ? [] : [name]))
    throw new HttpProblem('invalid_input', `Name another document type: ${names.join(', ')}.`)
  }
  if (row.version !== said.version || row.status !== 'review') throw changedMeanwhile()
  // A blind reviewer has entered what counts: a document of another type is wrong as a whole.
  if (await isHidden(deps, session, row, result)) await deps.acceptance.enter(session.organisationId, row.id, row.run, session.userId, {})
  const corrections = await putJson(deps.blobs, row.id, carryOver(earlier, type ?? { fields: [] }, other))
  const decision = { kind: 'reclassify', reviewId: randomUUID(), actor: session.userId, type: other.name, corrections } as const
  try {
    return await deps.gateway.submitReview(row.id, decision, said.version, row.run)
  } catch (error) {
    throw isConflict(error) ? changedMeanwhile() : error
  }
}

export async function typeFromJson(request: Request): Promise<string> {
  const body = TypeBody.safeParse(parsed(await bodyText(request, 10_000)))
  if (!body.success) throw new HttpProblem('invalid_input', 'Send {"type": "…"}, the name of a document type.')
  return body.data.type
}

function changedMeanwhile(): HttpProblem {
  return new HttpProblem('version_conflict', 'Somebody changed the document meanwhile; read it again and repeat the change.')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
