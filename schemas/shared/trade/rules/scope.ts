import { valueAt } from '../../../../core/paths.ts'
import { Decimal, dec, type Lookup, minorUnit } from '../../../../core/rules/index.ts'
import { minorUnits } from '../../../../core/values/index.ts'
import type { TradePaper } from '../schema.ts'

/** What every arithmetic rule of one invoice shares. */
export interface Scope {
  readonly data: TradePaper
  /** Decimals of the currency's minor unit. */
  readonly places: number
  /** One minor unit, `u` of the tolerances. */
  readonly unit: Decimal
  readonly at: Lookup
  /** Whether a path holds a value. */
  readonly has: (path: string) => boolean
}

export function scopeOf(data: TradePaper): Scope {
  const places = inWholeUnits(data) ? 0 : minorUnits(data.currency)
  const numbers = new Map<string, Decimal>()
  const text = (path: string): string | null => (valueAt(data, path) as string | null | undefined) ?? null
  return {
    data,
    places,
    unit: minorUnit(places),
    has: (path) => text(path) !== null,
    at: (path) => {
      const known = numbers.get(path)
      if (known) return known
      const number = dec(text(path) ?? 'NaN')
      numbers.set(path, number)
      return number
    },
  }
}

/** Forints have no coins below 1 any more and the VAT law rounds to whole ones; ISO 4217 still gives them two decimals. */
function inWholeUnits({ currency, totals }: TradePaper): boolean {
  const amounts = [totals.net, totals.tax, totals.gross].flatMap((amount) => (amount === null ? [] : [new Decimal(amount)]))
  return currency === 'HUF' && amounts.length > 0 && amounts.every((amount) => amount.isInteger())
}

/** n·u/2, the slack of a sum of n rounded amounts. */
export function sumTolerance(scope: Scope, count: number): Decimal {
  return scope.unit.times(count).div(2)
}

export function orZero(scope: Scope, path: string): readonly string[] {
  return scope.has(path) ? [path] : []
}

export const ZERO = new Decimal(0)
