import { Hono } from 'hono'
import type { UiDeps } from '../deps.ts'
import type { UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { boundedLimit } from './documents.ts'

/** What the accounting system pulls: approved records in the order they were frozen, each acknowledged when it is booked. */
export function recordRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()
  app.get('/', async (c) => {
    const after = c.req.query('after') || null
    const { records, next } = await deps.records.after(c.get('session').organisationId, after, boundedLimit(c.req.query('limit'), 50))
    if (next !== null) c.header('Link', `</api/v1/records?after=${encodeURIComponent(next)}>; rel="next"`)
    return c.json({ items: records, next })
  })
  app.post('/:id/ack', async (c) => {
    const { organisationId, person } = c.get('session')
    const known = /^[\w-]{1,64}$/.test(c.req.param('id')) && (await deps.records.acknowledge(organisationId, c.req.param('id'), person))
    if (!known) throw new HttpProblem('not_found', 'There is no such record.')
    return c.json({ id: c.req.param('id'), acknowledged: true })
  })
  return app
}
