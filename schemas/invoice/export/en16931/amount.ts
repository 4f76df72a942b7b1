import { Decimal } from '../../../../core/rules/index.ts'

/** Two decimals at least; a third one that counts is kept, and refused later (BR-DEC). */
export function amount(value: string): string
export function amount(value: string | null): string | null
export function amount(value: string | null): string | null {
  if (value === null) return null
  const number = new Decimal(value)
  return number.toFixed(Math.max(2, number.decimalPlaces()))
}
