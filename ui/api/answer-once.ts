import { createHash } from 'node:crypto'
import type { MiddlewareHandler } from 'hono'
import type { KeptReplies } from '../../adapters/db/index.ts'
import { canonicalJson } from '../../core/canonical-json.ts'
import { bodyBytes } from '../http/body.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { idempotencyKey, otherRequest } from '../http/idempotency-key.ts'
import { HttpProblem } from '../http/problem.ts'

/** Tables of master data are the largest; what a route itself allows is less or the same. */
const LONGEST = 20_000_000
/** What an answer needs besides its body to be the same answer. */
const HEADERS = ['Content-Type', 'Location', 'ETag']

/**
 * A change of the API under an Idempotency-Key is carried out once: its repeats get the answer of the first time, byte by byte. Only what was done is
 * kept; a refusal changed nothing and is judged afresh. Uploads look after their keys themselves (upload.ts): there the key is written together with
 * the document.
 */
export function answerOnce(replies: KeptReplies): MiddlewareHandler<UiEnv> {
  return async (c, next) => {
    const session = c.get('session')
    const key = c.req.method === 'POST' && session !== undefined ? idempotencyKey(c.req.raw.headers) : null
    if (key === null || c.req.path === '/api/v1/documents') return next()
    const body = await bodyBytes(c.req.raw, LONGEST)
    c.req.raw = new Request(c.req.raw.url, { method: 'POST', headers: c.req.raw.headers, body })
    const named = idsIn(`${c.req.path} ${Buffer.from(body).toString('latin1')}`)
    const request = { organisationId: session.organisationId, caller: session.userId, key, sha256: sameness(c, body), about: named }
    const claim = await replies.claim(request)
    if (claim.kind === 'another request') throw otherRequest()
    if (claim.kind === 'in work') {
      c.header('Retry-After', '1')
      throw new HttpProblem('conflict', 'The same request is being carried out; ask again in a moment for its answer.')
    }
    if (claim.kind === 'answered') {
      const { status, headers, body: before } = claim.reply
      return c.newResponse(status === 204 ? null : before, status as 200, { ...headers, 'Idempotency-Replayed': 'true' })
    }
    await next()
    if (!c.res.ok) return replies.giveBack(request)
    const headers = Object.fromEntries(HEADERS.flatMap((name) => (c.res.headers.has(name) ? [[name, c.res.headers.get(name)!]] : [])))
    const answer = await c.res.clone().text()
    await replies.keep(request, { status: c.res.status, headers, body: answer }, idsIn(`${headers.Location ?? ''} ${answer}`))
  }
}

/** Whatever looks like the id of a document or record: one id too many costs a stored answer, one too few keeps what was to be erased. */
function idsIn(text: string): readonly string[] {
  return [...new Set(text.match(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g) ?? [])]
}

function sameness(c: UiContext, body: Uint8Array): string {
  const { pathname, search } = new URL(c.req.url)
  const content = createHash('sha256').update(body).digest('hex')
  return createHash('sha256')
    .update(canonicalJson([pathname, search, c.req.header('If-Match') ?? null, content]))
    .digest('hex')
}
