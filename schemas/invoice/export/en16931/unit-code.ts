import { UNIT_CODES } from './unit-codes.ts'

/** Codes of Rec 20 that older lists had under another name. */
const RENAMED: Readonly<Record<string, string>> = { PCE: 'H87', PCS: 'H87', NAR: 'H87', NPR: 'PR', STK: 'H87', MTS: 'MTR', NIU: 'C62' }

/** The norm's code for a unit: itself, or a kind of package (Rec 21) behind an X. A code that the list does not know stays and is refused later. */
export function unitCode(unit: string | null): string | null {
  if (unit === null || UNIT_CODES.has(unit)) return unit
  if (UNIT_CODES.has(`X${unit}`)) return `X${unit}`
  return RENAMED[unit] ?? unit
}
