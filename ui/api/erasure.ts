import { Hono } from 'hono'
import { z } from 'zod'
import type { DocumentRow } from '../../adapters/db/index.ts'
import { PipelineError } from '../../core/errors.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { documentOf } from './documents.ts'
import { jsonBody } from './json-body.ts'
import { versionSeen } from './version-seen.ts'

export const LONGEST_REASON = 500

/** Why something is held or released; it stays in the journal. */
export const Reason = z.strictObject({ reason: z.string().trim().min(1).max(LONGEST_REASON) })

/** `DELETE /documents/{id}` and the legal hold that forbids it. */
export function erasureRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.delete('/:id', async (c) => {
    const row = await documentOf(deps, c)
    await eraseDocument(deps, c, row, { version: versionSeen(c), reason: reasonOf(c), force: forceOf(c) })
    return c.body(null, 204)
  })

  app.put('/:id/hold', async (c) => {
    const { id } = await documentOf(deps, c)
    const reason = await whyOf(c)
    await deps.erasure.hold(c.get('session').organisationId, id, c.get('session').userId, reason)
    return c.body(null, 204)
  })

  app.post('/:id/hold/lift', async (c) => {
    const { id } = await documentOf(deps, c)
    const reason = await whyOf(c)
    await deps.erasure.lift(c.get('session').organisationId, id, c.get('session').userId, reason)
    return c.body(null, 204)
  })

  return app
}

/** Errors: HttpProblem `version_conflict`; those of Erasure.erase. */
export async function eraseDocument(
  deps: UiDeps,
  c: UiContext,
  row: DocumentRow,
  order: { readonly version: number; readonly reason: string | null; readonly force: boolean },
): Promise<void> {
  if (row.version !== order.version)
    throw new HttpProblem('version_conflict', 'Somebody changed the document meanwhile; read it again and repeat the order.')
  const { organisationId, userId } = c.get('session')
  const { documents } = await deps.erasure.erase(organisationId, { id: row.id, actor: userId, ...order })
  // Its timers would wake up to nothing; without Temporal they end by themselves.
  for (const { id: erased, run } of documents)
    await deps.gateway.cancel(erased, run).catch((error: unknown) => {
      if (!(error instanceof PipelineError)) throw error
      deps.log.warn('erased_workflow_not_cancelled', { documentId: erased, code: error.code })
    })
}

async function whyOf(c: UiContext): Promise<string> {
  const reason = plainReason((await jsonBody(c.req.raw, Reason)).reason)
  if (reason === '') throw new HttpProblem('invalid_input', 'Say why; it stays in the journal.')
  return reason
}

function forceOf(c: UiContext): boolean {
  const sent = c.req.query('force') ?? 'false'
  if (sent !== 'true' && sent !== 'false') throw new HttpProblem('invalid_input', 'force is true or false.')
  return sent === 'true'
}

function reasonOf(c: UiContext): string | null {
  const sent = plainReason(c.req.query('reason') ?? '')
  if (sent.length > LONGEST_REASON) throw new HttpProblem('invalid_input', `reason has at most ${LONGEST_REASON} characters.`)
  return sent === '' ? null : sent
}

/** A reason as it goes into the journal: one line. */
export function plainReason(text: string): string {
  return text.replaceAll('\0', '').toWellFormed().replace(/\s+/g, ' ').trim()
}
