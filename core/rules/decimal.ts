import { Decimal } from 'decimal.js'

export { Decimal }

/** Canonical decimal string to number; null stays null. Inside the schema every amount is well formed. */
export function dec(value: string): Decimal
export function dec(value: string | null | undefined): Decimal | null
export function dec(value: string | null | undefined): Decimal | null {
  return value === null || value === undefined ? null : new Decimal(value)
}

/** Half away from zero, as invoices round. Negative amounts mirror positive ones. */
export function round(value: Decimal, places: number): Decimal {
  return value.toDecimalPlaces(places, Decimal.ROUND_HALF_UP)
}

export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), new Decimal(0))
}

/** One minor unit of a currency with so many decimals: 0.01. */
export function minorUnit(places: number): Decimal {
  return new Decimal(10).pow(-places)
}

/** Decimal places as written: "9.9000" has four but only one counts. */
export function significantPlaces(value: string): number {
  return new Decimal(value).decimalPlaces()
}
