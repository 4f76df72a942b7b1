import { candidate } from '../../../core/extraction/labels/index.ts'
import type { Candidate } from '../../../core/field.ts'
import { Decimal } from '../../../core/rules/index.ts'
import type { Amount } from './amounts.ts'
import type { SlipRow } from './rows.ts'
import { type CaptionedSum, equal, sumsOf } from './sums.ts'
import type { SlipTax } from './tax-rows.ts'

interface Vote {
  readonly value: string
  readonly weight: number
  /** The place that says it best. */
  readonly at: Amount | null
}

export interface TotalFacts {
  readonly rows: readonly SlipRow[]
  readonly sums: readonly CaptionedSum[]
  readonly taxes: readonly SlipTax[]
  /** Sum of the item rows; null when there are none. */
  readonly lineSum: string | null
}

const LEAST = 1 // votes; a sum that nothing names and nothing confirms is not offered

/**
 * The total is the printed sum with the most votes: its caption, cash less change, the card, the tax table, rounding, the items. So one misread digit
 * beside the caption is outvoted by the arithmetic of the rest of the slip.
 */
export function readTotal(facts: TotalFacts): readonly Candidate[] {
  const votes = [...captions(facts), ...payments(facts), ...arithmetic(facts)]
  const values = new Map<string, { weight: number; at: Amount }>()
  for (const { value, weight, at } of votes) {
    const place = values.get(value)?.at ?? at ?? printed(facts.rows, value)
    if (place && new Decimal(value).gt(0)) values.set(value, { weight: (values.get(value)?.weight ?? 0) + weight, at: place })
  }
  const best = [...values].sort((a, b) => b[1].weight - a[1].weight).filter(([, { weight }]) => weight >= LEAST)
  const first = best[0]?.[1].weight ?? 0
  return best
    .slice(0, 4)
    .map(([value, { weight, at }]) => candidate('total', value, [at.span], score(weight, first, best[1]?.[1].weight ?? 0)))
}

/** 0..1: how far the winner leads counts as much as how many agree. */
function score(weight: number, first: number, second: number): number {
  if (weight < first) return Math.min(0.55, 0.1 * weight)
  return Math.min(0.98, 0.4 + 0.08 * weight + 0.12 * Math.min(2, weight - second))
}

function captions({ sums }: TotalFacts): readonly Vote[] {
  const totals = sumsOf(sums, 'total', 'rounded')
  return [
    ...totals.map(({ amount, exact, kind }, i) => ({
      value: amount.value,
      at: amount,
      // Later totals include what was added below the first: tax, service, rounding.
      weight: (exact ? 3 : 2.4) * (amount.sure ? 1 : 0.5) + (kind === 'rounded' ? 1 : 0) + Math.min(0.6, 0.2 * i),
    })),
    ...sumsOf(sums, 'subtotal').map(({ amount }) => ({ value: amount.value, at: amount, weight: 1 })),
  ]
}

function payments({ sums }: TotalFacts): readonly Vote[] {
  const cash = sumsOf(sums, 'cash')
  const change = sumsOf(sums, 'change').filter(({ amount }) => amount.sure)
  const less = cash.flatMap((given) =>
    change.map((back) => ({
      value: new Decimal(given.amount.value).minus(new Decimal(back.amount.value).abs()).toFixed(2),
      at: null,
      weight: 2.5,
    })),
  )
  const paid = [...sumsOf(sums, 'card'), ...(change.length === 0 ? cash : [])]
  return [...less, ...paid.map(({ amount }) => ({ value: amount.value, at: amount, weight: 1.5 }))]
}

function arithmetic({ rows, sums, taxes, lineSum }: TotalFacts): readonly Vote[] {
  const rounding = sumsOf(sums, 'rounding').filter(({ amount }) => !equal(amount.value, '0'))
  // What is paid is the rounded sum, where it is printed; the one before it has lost its claim.
  const rounded = rounding.flatMap(({ amount: by }) =>
    sumsOf(sums, 'total', 'subtotal').flatMap(({ amount }) => {
      const value = new Decimal(amount.value).plus(by.value).toFixed(2)
      const at = printed(rows, value)
      return at
        ? [
            { value, at, weight: 3 },
            { value: amount.value, at: null, weight: -1.5 },
          ]
        : []
    }),
  )
  const gross = taxes.reduce((sum, { gross }) => sum.plus(gross), new Decimal(0))
  return [
    ...rounded,
    ...(taxes.length > 0 ? [{ value: gross.toFixed(2), at: null, weight: 1.5 }] : []),
    ...(lineSum === null ? [] : [{ value: lineSum, at: null, weight: 1.5 }]),
  ]
}

/** Where a calculated sum is printed; nothing is offered that no place of the slip shows. */
function printed(rows: readonly SlipRow[], value: string): Amount | null {
  return rows.flatMap(({ amounts }) => amounts).findLast((amount) => equal(amount.value, value)) ?? null
}
