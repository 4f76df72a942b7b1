import { z } from 'zod'
import { text } from '../shared/leaves.ts'
import { TradePaper } from '../shared/trade/schema.ts'

const { number, issueDate, currency, contractRef, seller, buyer, consignor, consignee, totals, taxes, pageSubtotals, lines } =
  TradePaper.shape

/** Товарная накладная ТОРГ-12 (DOMAIN §1.4), on the paths of a trade paper: the supplier sells, the payer buys. Every leaf may be null = not on the document. */
export const Waybill = z.object({
  number: number.describe('number of the waybill'),
  issueDate: issueDate.describe('date on which it was drawn up'),
  currency,
  contractRef: contractRef.describe('the contract or order it is based on (основание)'),
  seller: seller.extend({ okpo: text }).describe('supplier (поставщик)'),
  buyer: buyer.extend({ okpo: text }).describe('payer (плательщик)'),
  consignor: consignor.describe('who sends the goods, as printed'),
  consignee: consignee.describe('who receives the goods, as printed'),
  totals: totals.omit({ prepaid: true, rounding: true, due: true, charges: true, allowances: true }),
  taxes,
  pageSubtotals,
  lines: z.array(
    lines.element.omit({ priceBaseQty: true, allowances: true, charges: true, originCountry: true, customsDecl: true, excise: true }),
  ),
  lineAmountsIncludeTax: TradePaper.shape.lineAmountsIncludeTax,
})
export type Waybill = z.infer<typeof Waybill>
