import type { Database } from '../database.ts'
import { documentsBehind } from './behind.ts'
import { costFigures } from './cost.ts'
import { handFigures } from './hands.ts'
import { outcomeFigures } from './outcomes.ts'
import { qualityFigures } from './quality.ts'
import { queueFigures } from './queue.ts'

export type { Asked } from './asked.ts'
export { BEHIND, type Behind } from './behind.ts'
export { WORK_SECONDS, type Work } from './hands.ts'
export { OUTCOMES, type Outcome } from './outcomes.ts'
export { AGE_HOURS } from './queue.ts'

export type Figures = ReturnType<typeof createFigures>

/** What the dashboards show. Every figure is counted from rows when it is asked for; nothing is kept beside them. */
export function createFigures(db: Database) {
  return {
    ...outcomeFigures(db),
    ...queueFigures(db),
    ...handFigures(db),
    ...qualityFigures(db),
    ...costFigures(db),
    ...documentsBehind(db),
  }
}
