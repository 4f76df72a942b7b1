import { Decimal } from 'decimal.js'
import { type Assumptions, daysIn, type Measured, type Period, type Return, returnOf } from '../../../core/figures/index.ts'
import type { Ask } from './ask.ts'

const DAYS_PER_MONTH = 365.25 / 12

export interface ReturnView {
  readonly assumed: Assumptions
  /** False while the organisation has entered nothing. */
  readonly isOwn: boolean
  readonly measured: Measured
  readonly result: Return
  /** What language models cost in currencies that the sum leaves out. */
  readonly otherCosts: readonly { readonly currency: string; readonly cost: string }[]
}

/** Assumptions, what the period says, and what follows. `today` is an ISO date in UTC: days to come have no documents yet. */
export async function returnView({ figures, organisationId, question }: Ask, today: string): Promise<ReturnView> {
  const { period } = question
  const [{ assumed, isOwn }, throughput, work, costs, first] = await Promise.all([
    figures.assumptions(organisationId),
    figures.throughput(organisationId, question, 'month'),
    figures.groupWork(organisationId, question),
    figures.modelCost(organisationId, question, 'month'),
    figures.firstDay(organisationId),
  ])
  const sum = (of: 'straight' | 'decided') => throughput.reduce((total, row) => total + row[of], 0)
  const [decided, settled] = [sum('decided'), sum('straight') + sum('decided')]
  const totals = costs.filter(({ at }) => at === null)
  const modelCost = totals.find(({ currency }) => currency === assumed.currency)?.cost ?? '0'
  const measured: Measured = {
    minutesAfter: minutesOf(decided, settled, work?.meanS ?? null),
    documentsPerMonth: settled === 0 ? null : (settled / daysIn(livedThrough(period, first, today))) * DAYS_PER_MONTH,
    modelCost: settled === 0 ? '0' : new Decimal(modelCost).div(settled).toFixed(6),
  }
  return {
    assumed,
    isOwn,
    measured,
    result: returnOf(assumed, measured),
    otherCosts: totals.filter(({ currency }) => currency !== assumed.currency).map(({ currency, cost }) => ({ currency, cost })),
  }
}

/** Documents that nobody touched need none; those that were not measured are taken to need what the others do. Null = not known. */
function minutesOf(decided: number, settled: number, meanS: number | null): number | null {
  if (settled === 0) return null
  if (decided === 0) return 0
  return meanS === null ? null : ((decided / settled) * meanS) / 60
}

/** The part of the period in which there could be documents: from the first one's day to today. */
function livedThrough({ from, until }: Period, first: string | null, today: string): Period {
  const end = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
  return { from: first !== null && first > from ? first : from, until: end < until ? end : until }
}
