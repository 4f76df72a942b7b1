import { Decimal } from '../../../../core/rules/index.ts'
import type { Invoice } from '../../schema.ts'
import { CREDIT_NOTE_TYPES } from './codes.ts'

/**
 * A credit note says by its type that money goes back, so its amounts are positive. Printed ones often carry a minus as well: said twice it would
 * mean the opposite. Only a credit note whose total is negative is turned; a single line with the other sign is turned with the rest.
 */
export function positiveCredit(data: Invoice): Invoice {
  const { gross } = data.totals
  if (gross === null || !new Decimal(gross).isNegative() || !CREDIT_NOTE_TYPES.has(data.typeCode ?? '')) return data
  const { totals } = data
  return {
    ...data,
    totals: {
      ...totals,
      linesNet: turned(totals.linesNet),
      allowances: turned(totals.allowances),
      charges: turned(totals.charges),
      net: turned(totals.net),
      tax: turned(totals.tax),
      gross: turned(totals.gross),
      prepaid: turned(totals.prepaid),
      rounding: turned(totals.rounding),
      due: turned(totals.due),
    },
    taxes: data.taxes.map((tax) => ({ ...tax, base: turned(tax.base), amount: turned(tax.amount) })),
    allowances: data.allowances.map((one) => ({ ...one, amount: turned(one.amount) })),
    charges: data.charges.map((one) => ({ ...one, amount: turned(one.amount) })),
    lines: data.lines.map((line) => ({
      ...line,
      quantity: isNegative(line.unitPrice) ? line.quantity : turned(line.quantity),
      unitPrice: isNegative(line.unitPrice) ? turned(line.unitPrice) : line.unitPrice,
      allowances: turned(line.allowances),
      charges: turned(line.charges),
      net: turned(line.net),
      tax: turned(line.tax),
      gross: turned(line.gross),
    })),
  }
}

function isNegative(value: string | null): boolean {
  return value !== null && new Decimal(value).isNegative()
}

function turned(value: string | null): string | null {
  return value === null ? null : new Decimal(value).negated().toFixed(Math.max(2, new Decimal(value).decimalPlaces()))
}
