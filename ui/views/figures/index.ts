import type { Ask } from './ask.ts'
import type { Figure, FigureName } from './figure.ts'
import { auditsFigure, calibrationFigure, ownFigure, queueFigure, suppliersFigure, workFigure } from './over-documents.ts'
import { costFigure, outcomesFigure, throughputFigure, waitingFigure } from './over-time.ts'

export type { Ask } from './ask.ts'
export { type Question, queryOf, questionOf } from './asked.ts'
export { FIGURES, type Figure, type FigureName, type Linked, type Plot, tableOf } from './figure.ts'
export { type Headline, headlinesOf } from './headlines.ts'
export { type ReturnView, returnView } from './return.ts'

const MAKERS: Readonly<Record<FigureName, (ask: Ask) => Promise<Figure>>> = {
  outcomes: outcomesFigure,
  audits: auditsFigure,
  queue: queueFigure,
  waiting: waitingFigure,
  throughput: throughputFigure,
  work: workFigure,
  own: ownFigure,
  calibration: calibrationFigure,
  cost: costFigure,
  suppliers: suppliersFigure,
}

export function figureOf(name: FigureName, ask: Ask): Promise<Figure> {
  return MAKERS[name](ask)
}
