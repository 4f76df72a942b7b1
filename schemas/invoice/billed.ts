import type { Billed } from '../../core/orders/index.ts'
import { Decimal } from '../../core/rules/index.ts'
import type { Invoice, InvoiceLine } from './schema.ts'

/** What the invoice bills of the order that it names. A credit note bills nothing. */
export function invoiceBilled(data: Invoice): Billed | null {
  const { purchaseOrder, lines, typeCode } = data
  if (purchaseOrder === null || typeCode === '381') return null
  return {
    number: purchaseOrder,
    lines: lines.map((line) => ({
      itemIds: [line.sellerItemId, line.gtin].filter((id) => id !== null),
      name: line.name ?? line.description,
      quantity: line.quantity,
      units: [line.unit, line.unitRaw].filter((unit) => unit !== null),
      unitPrice: netPrice(line, data.lineAmountsIncludeTax === true),
    })),
  }
}

/** Orders are kept net and per unit: from what the line costs where its price is not. */
function netPrice({ unitPrice, priceBaseQty, net, quantity }: InvoiceLine, withTax: boolean): string | null {
  if (!withTax && unitPrice !== null)
    return priceBaseQty === null || new Decimal(priceBaseQty).isZero() ? unitPrice : new Decimal(unitPrice).div(priceBaseQty).toFixed()
  if (net === null || quantity === null || new Decimal(quantity).isZero()) return null
  // The net of a line is rounded to cents, so its share of one unit is known no better.
  return new Decimal(net).div(quantity).toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed()
}
