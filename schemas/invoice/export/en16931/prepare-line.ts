import { Decimal, dec } from '../../../../core/rules/index.ts'
import type { Invoice, InvoiceLine, InvoiceTax } from '../../schema.ts'
import { amount } from './amount.ts'
import { standardCategory } from './prepare-taxes.ts'
import { unitCode } from './unit-code.ts'

// Enough for any price per piece; the schema keeps ten.
const PRICE_PLACES = 8

/** A line as the norm sees it: net price times quantity, less the line's allowances, is its net amount. */
export function prepareLine(data: Invoice, line: InvoiceLine, index: number, taxes: Invoice['taxes']): InvoiceLine {
  const only = taxes.length === 1 ? taxes[0]! : null
  const taxCategory = categoryOf(line, taxes, only)
  const priced = netPrice(data, line)
  return {
    ...line,
    no: line.no ?? String(index + 1),
    // Without a unit the quantity counts ones (C62). A unit that is printed and not understood is another matter.
    unit: line.unit === null && (line.unitRaw === null || line.quantity === null) ? 'C62' : unitCode(line.unit),
    ...priced,
    net: amount(line.net),
    taxCategory,
    taxRate: taxCategory === 'O' ? null : (line.taxRate ?? rateOf(taxCategory, only)),
  }
}

/**
 * A line on paper says "0 %", which is read as zero rated; why no tax is due stands in the breakdown. Where that has one group at 0 %, the line is of it:
 * BR-Z-01 allows no zero rated line without a group of its own.
 */
function categoryOf({ taxCategory, taxRate }: InvoiceLine, taxes: Invoice['taxes'], only: InvoiceTax | null): string | null {
  const free = taxes.filter(({ rate, category }) => category !== null && category !== 'O' && dec(rate)?.isZero())
  if (free.length === 1 && dec(taxRate)?.isZero() && (taxCategory === null || taxCategory === 'Z')) return free[0]!.category
  return taxCategory ?? (taxRate === null ? (only?.category ?? null) : standardCategory(taxRate, only))
}

/** 0 for categories without tax; the document's only rate otherwise. */
function rateOf(category: string | null, only: InvoiceTax | null): string | null {
  if (category !== null && ['Z', 'E', 'AE', 'K', 'G'].includes(category)) return '0'
  return only !== null && category === only.category ? only.rate : null
}

const PLAIN = { priceBaseQty: null, allowances: null, charges: null } as const

type Priced = Pick<InvoiceLine, 'quantity' | 'unitPrice' | 'priceBaseQty' | 'allowances' | 'charges'>

/**
 * Prices that contain VAT are replaced by what one piece costs net: line amount by quantity. The discount is then inside the price. A negative price
 * (BR-27 forbids it) with a quantity is the same as a positive one with a negative quantity.
 */
function netPrice(data: Invoice, line: InvoiceLine): Priced {
  const { unitPrice, priceBaseQty, allowances, charges } = line
  const [net, count] = [dec(line.net), dec(line.quantity)]
  // A sum without a quantity is one piece that costs it.
  if (count === null && net !== null) return positive({ quantity: '1', unitPrice: net.toFixed(), ...PLAIN })
  if ((data.lineAmountsIncludeTax === true || unitPrice === null) && net !== null && count !== null && !count.isZero()) {
    const price = net.div(count).toDecimalPlaces(PRICE_PLACES, Decimal.ROUND_HALF_UP)
    return positive({ quantity: line.quantity, unitPrice: price.toFixed(), ...PLAIN })
  }
  const some = (value: string | null) => (value !== null && !new Decimal(value).isZero() ? amount(value) : null)
  return positive({ quantity: line.quantity, unitPrice, priceBaseQty, allowances: some(allowances), charges: some(charges) })
}

function positive(priced: Priced): Priced {
  const [price, count] = [dec(priced.unitPrice), dec(priced.quantity)]
  if (price === null || count === null || !price.isNegative()) return priced
  return { ...priced, unitPrice: price.negated().toFixed(), quantity: count.negated().toFixed() }
}
