import { Decimal } from '../../../core/rules/index.ts'

/** A setting such as `19=9,7=8`: what the receiving system calls each VAT rate. Exempt supplies stand under `E` and the other categories' letters. */
export const CODE_MAP = /^[0-9A-Z.]{1,6}=[0-9A-Za-z]{0,4}(,[0-9A-Z.]{1,6}=[0-9A-Za-z]{0,4})*$/

/** The code for a category and rate: under the category's letters where it is not the standard one, else under the rate. Null where there is none. */
export function codeFor(map: string, category: string | null, rate: string | null): string | null {
  const codes = new Map(map.split(',').map((pair) => pair.split('=') as [string, string]))
  const special = category !== null && category !== 'S' ? codes.get(category) : undefined
  return special ?? (rate === null ? null : (codes.get(new Decimal(rate).toFixed()) ?? null))
}
