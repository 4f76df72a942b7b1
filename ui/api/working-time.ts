import { Hono } from 'hono'
import type { KeptWorkingTime } from '../../adapters/db/index.ts'
import { WorkingTime } from '../../core/calendar/index.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext, UiEnv } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { journal } from './companies.ts'
import { jsonBody } from './json-body.ts'
import { versionSeen } from './version-seen.ts'

/** `/api/v1/working-time`: when the organisation works. Where it has said nothing, deadlines run round the clock and there is nothing here (404). */
export function workingTimeRoutes(deps: UiDeps): Hono<UiEnv> {
  const app = new Hono<UiEnv>()

  app.get('/', async (c) => {
    const kept = await deps.routing.workingTime(c.get('session').organisationId)
    if (!kept) throw new HttpProblem('not_found', 'No working time is set: deadlines run round the clock.')
    return answer(c, kept)
  })

  app.put('/', async (c) => {
    const time = await jsonBody(c.req.raw, WorkingTime)
    const version = await keepWorkingTime(deps, c, time, c.req.header('If-Match') === undefined ? null : versionSeen(c))
    return answer(c, { time, version })
  })

  app.delete('/', async (c) => {
    await keepWorkingTime(deps, c, null, versionSeen(c))
    return c.body(null, 204)
  })

  return app
}

/** `time` null = round the clock again; `seen` null = nothing was kept yet. Returns the new version. Errors: `version_conflict`. */
export async function keepWorkingTime(deps: UiDeps, c: UiContext, time: WorkingTime | null, seen: number | null): Promise<number> {
  const { organisationId, userId } = c.get('session')
  const version = await deps.routing.keepWorkingTime(organisationId, time, seen, userId)
  if (version === null) throw new HttpProblem('version_conflict', 'The working time has changed since you saw it. Fetch it again.')
  await journal(deps, c, time === null ? 'working_time_removed' : 'working_time_changed', {})
  return version
}

function answer(c: UiContext, { time, version }: KeptWorkingTime): Response {
  c.header('ETag', `"${version}"`)
  return c.json(time)
}
