import { Decimal } from 'decimal.js'
import { z } from 'zod'

const amount = z.string().regex(/^\d{1,12}(\.\d{1,4})?$/)
const minutes = z.number().min(0).max(600)

/** What an organisation assumes about its own work. Null = measured here. Amounts are decimal strings in `currency`. */
export const Assumptions = z
  .object({
    /** Hands on one document before Docket. */
    minutesBefore: minutes,
    minutesAfter: minutes.nullable(),
    documentsPerMonth: z.number().min(0).max(10_000_000).nullable(),
    /** What an hour of the people costs, with everything on top of the wage. */
    hourCost: amount,
    /** Servers, licences, care: what runs on whether documents come or not. */
    monthlyCost: amount,
    /** Setting up and learning, paid once. */
    setUpCost: amount,
    currency: z.string().regex(/^[A-Z]{3}$/),
  })
  .readonly()
export type Assumptions = z.infer<typeof Assumptions>

/** 7.5 minutes: the middle of the published 3 to 12 for one invoice by hand. Money has no default that fits everybody: 0 until it is typed. */
export const FIRST_ASSUMPTIONS: Assumptions = {
  minutesBefore: 7.5,
  minutesAfter: null,
  documentsPerMonth: null,
  hourCost: '0',
  monthlyCost: '0',
  setUpCost: '0',
  currency: 'EUR',
}

/** What was measured; null where nothing was, or where too few people had a part in it. */
export interface Measured {
  readonly minutesAfter: number | null
  readonly documentsPerMonth: number | null
  /** Language models, per document, in the currency of the assumptions. */
  readonly modelCost: string
}

/** Money with two decimals, minutes and hours with two; null where a part of the sum is unknown. */
export interface Return {
  readonly minutesBefore: string
  readonly minutesAfter: string | null
  readonly minutesSaved: string | null
  readonly documentsPerMonth: string | null
  readonly hoursSaved: string | null
  readonly costBefore: string
  /** People, language models, and the document's share of what runs on. */
  readonly costAfter: string | null
  readonly savedPerMonth: string | null
  /** Months until the set-up is paid back; `never` when nothing is saved. */
  readonly payback: string | 'never' | null
}

/**
 * minutes saved = before − after; hours a month = documents × minutes saved ÷ 60; cost before = minutes before ÷ 60 × hour; cost after = minutes after
 * ÷ 60 × hour + models + monthly cost ÷ documents; saved a month = documents × (cost before − cost after); payback = set-up ÷ saved a month.
 */
export function returnOf(assumed: Assumptions, measured: Measured): Return {
  const before = new Decimal(assumed.minutesBefore)
  const after = decimalOf(assumed.minutesAfter ?? measured.minutesAfter)
  const documents = decimalOf(assumed.documentsPerMonth ?? measured.documentsPerMonth)
  const costOf = (minutesSpent: Decimal) => minutesSpent.div(60).times(assumed.hourCost)
  const share = documents?.gt(0) ? new Decimal(assumed.monthlyCost).div(documents) : null
  const costAfter = after && share ? costOf(after).plus(measured.modelCost).plus(share) : null
  const saved = documents && costAfter ? documents.times(costOf(before).minus(costAfter)) : null
  const minutesSaved = after && before.minus(after)
  return {
    minutesBefore: before.toFixed(2),
    minutesAfter: after?.toFixed(2) ?? null,
    minutesSaved: minutesSaved?.toFixed(2) ?? null,
    documentsPerMonth: documents?.toFixed(0) ?? null,
    hoursSaved: documents && minutesSaved ? documents.times(minutesSaved).div(60).toFixed(2) : null,
    costBefore: costOf(before).toFixed(2),
    costAfter: costAfter?.toFixed(2) ?? null,
    savedPerMonth: saved?.toFixed(2) ?? null,
    payback: saved === null ? null : paybackOf(new Decimal(assumed.setUpCost), saved),
  }
}

function paybackOf(setUp: Decimal, saved: Decimal): string {
  if (setUp.isZero()) return '0.0'
  return saved.gt(0) ? setUp.div(saved).toFixed(1) : 'never'
}

function decimalOf(value: number | null): Decimal | null {
  return value === null ? null : new Decimal(value)
}
