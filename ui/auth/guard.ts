import { matchedRoutes } from 'hono/route'
import type { Session } from '../../adapters/db/index.ts'
import type { UiDeps } from '../deps.ts'
import type { UiContext } from '../http/env.ts'
import { HttpProblem } from '../http/problem.ts'
import { type Need, POLICIES } from './policies.ts'

/** What the route of this request asks for: null where no route matches, `closed` where one was forgotten in the table. */
export function needOf(c: UiContext): Need | 'closed' | null {
  const route = matchedRoutes(c).find(({ method }) => method !== 'ALL')
  return route ? (POLICIES[`${route.method} ${route.path}`] ?? 'closed') : null
}

/** Throws `forbidden` unless the session may. Objects of other organisations are not decided here: the database does not show them. */
export function requirePermission(need: Need | 'closed' | null, session: Session, { log }: Pick<UiDeps, 'log'>, requestId: string): void {
  if (need === null || need === 'public' || need === 'anyone') return
  if (need === 'closed') log.error('route_without_policy', { requestId })
  else if (session.permissions.has(need)) return
  throw forbidden()
}

export function forbidden(): HttpProblem {
  return new HttpProblem('forbidden', 'Your role does not allow this. Ask an administrator of your organisation.')
}
