import { dec, sum } from '../../core/rules/index.ts'
import type { Derived } from '../define.ts'
import type { Receipt } from './schema.ts'

/** The tax contained is the sum of the tax table; the amount of a row follows from quantity and price. */
export function deriveReceipt({ taxes, tax, lines }: Receipt): Readonly<Record<string, Derived>> {
  const amounts = taxes.map(({ amount }) => amount)
  const all = amounts.length > 0 && amounts.every((amount) => amount !== null) && tax === null
  const rows = lines.flatMap(({ quantity, price, amount }, i): [string, Derived][] =>
    quantity === null || price === null || amount !== null
      ? []
      : [
          [
            `lines[${i}].amount`,
            { value: dec(quantity)!.times(dec(price)!).toFixed(2), from: [`lines[${i}].quantity`, `lines[${i}].price`] },
          ],
        ],
  )
  return {
    ...(all && {
      tax: { value: sum(amounts.map((amount) => dec(amount)!)).toFixed(2), from: amounts.map((_, i) => `taxes[${i}].amount`) },
    }),
    ...Object.fromEntries(rows),
  }
}
