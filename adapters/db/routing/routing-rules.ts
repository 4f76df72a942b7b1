import type { Database } from '../database.ts'
import { foresee } from './forecast.ts'
import { createRules, rulesVersion } from './rules.ts'
import { standingOf } from './standing.ts'
import { applyToWaiting, movesOf } from './waiting.ts'
import { createWorkingTime } from './working-time.ts'

export type RoutingRules = ReturnType<typeof createRoutingRules>

/** The routing rules of an organisation and its working time: kept in order, tried on what has been read, applied to what waits. */
export function createRoutingRules(db: Database) {
  return {
    ...createRules(db),
    ...createWorkingTime(db),
    version: rulesVersion,
    /** Who and what rules may name now; document types are the caller's. */
    standing: (organisationId: string) => db.transaction(organisationId, standingOf),
    foresee: (organisationId: string, most: number) => foresee(db, organisationId, most),
    moves: (organisationId: string) => movesOf(db, organisationId),
    applyToWaiting: (organisationId: string, seen: number, actor: string) => applyToWaiting(db, organisationId, seen, actor),
  }
}
