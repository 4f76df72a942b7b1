import { Hono } from 'hono'
import { z } from 'zod'
import type { UiDeps } from '../deps.ts'
import { bodyText } from '../http/body.ts'
import type { UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { boundedLimit } from './documents.ts'
import { exportAnswer, formatsOf, recordOf } from './record-files.ts'

/** What the accounting system pulls: approved records in the order they were frozen, each acknowledged when it is booked. */
export function recordRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  app.get('/', async (c) => {
    const after = c.req.query('after') || null
    const { records, next } = await deps.records.after(c.get('session').organisationId, after, boundedLimit(c.req.query('limit'), 50))
    if (next !== null) c.header('Link', `</api/v1/records?after=${encodeURIComponent(next)}>; rel="next"`)
    return c.json({ items: records, next })
  })
  app.get('/:id/formats', async (c) => c.json({ items: await formatsOf(deps, c, await recordOf(deps, c, c.req.param('id'))) }))
  // `/records/{id}.ubl.xml`: an id has no dot, so the first one starts the format.
  app.get('/:file{[\\w-]+\\.[\\w.-]+}', async (c) => {
    const { id, format } = /^(?<id>[^.]+)\.(?<format>.+)$/.exec(c.req.param('file'))!.groups as { id: string; format: string }
    return exportAnswer(deps, c, await recordOf(deps, c, id), format)
  })
  app.post('/:id/ack', async (c) => {
    const { organisationId, userId } = c.get('session')
    const outcome = await acknowledgement(c.req.raw)
    const known =
      /^[\w-]{1,64}$/.test(c.req.param('id')) && (await deps.records.acknowledge(organisationId, c.req.param('id'), userId, outcome))
    if (!known) throw new HttpProblem('not_found', 'There is no such record.')
    return c.json({ id: c.req.param('id'), acknowledged: true, status: outcome.status })
  })
  return app
}

const Posted = z.strictObject({ status: z.literal('posted').default('posted'), reason: z.null().optional() })
const Rejected = z.strictObject({
  status: z.literal('rejected'),
  reason: z.string().min(1).max(2000).describe('Shown to the person who corrects'),
})
export const Acknowledgement = z.union([Posted, Rejected])

/** An empty body means that the record is posted. */
async function acknowledgement(request: Request): Promise<z.infer<typeof Acknowledgement>> {
  const text = await bodyText(request, 10_000)
  let body: unknown = {}
  try {
    if (text.trim() !== '') body = JSON.parse(text)
  } catch {
    throw new HttpProblem('bad_request', 'The body is not valid JSON.')
  }
  const parsed = Acknowledgement.safeParse(body)
  if (!parsed.success) throw new HttpProblem('invalid_input', 'Send {"status":"posted"} or {"status":"rejected","reason":"…"}.')
  if (parsed.data.status === 'posted') return parsed.data
  return { status: 'rejected', reason: parsed.data.reason.replaceAll('\0', '').toWellFormed() }
}
