import { Decimal } from 'decimal.js'

/** Quantity × price = amount; canonical decimal strings, null = not there. */
export interface LineProduct {
  readonly quantity: string | null
  readonly price: string | null
  readonly amount: string | null
}

const AMOUNT_PLACES = 2
const FACTOR_PLACES = 4

/**
 * What the wanted one of the three must be by the other two; null when one of those is missing, nothing divides, or no factor of at most four decimals
 * gives the amount back. The amount is rounded to two decimals, half away from zero.
 */
export function completeProduct({ quantity, price, amount }: LineProduct, wanted: keyof LineProduct): string | null {
  if (wanted === 'amount') {
    if (quantity === null || price === null) return null
    return rounded(new Decimal(quantity).times(price)).toFixed(AMOUNT_PLACES)
  }
  const other = wanted === 'quantity' ? price : quantity
  if (other === null || amount === null || new Decimal(other).isZero()) return null
  const factor = new Decimal(amount).div(other).toDecimalPlaces(FACTOR_PLACES, Decimal.ROUND_HALF_UP)
  return rounded(factor.times(other)).equals(rounded(new Decimal(amount))) ? factor.toFixed() : null
}

function rounded(value: Decimal): Decimal {
  return value.toDecimalPlaces(AMOUNT_PLACES, Decimal.ROUND_HALF_UP)
}
