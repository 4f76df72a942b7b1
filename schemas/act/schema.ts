import { z } from 'zod'
import { TradePaper } from '../shared/trade/schema.ts'

const {
  number,
  issueDate,
  currency,
  contractRef,
  purchaseOrder,
  period,
  seller,
  buyer,
  totals,
  taxes,
  lines,
  lineAmountsIncludeTax,
  signatories,
} = TradePaper.shape

/** Act of acceptance (DOMAIN §1.4), on the paths of a trade paper: the seller did the work, the buyer took it. Every leaf may be null = not on the document. */
export const Act = z.object({
  number: number.describe('number of the act'),
  issueDate: issueDate.describe('date of the act'),
  currency,
  contractRef: contractRef.describe('the contract under which the work was done'),
  purchaseOrder: purchaseOrder.describe('the order that the act refers to'),
  period: period.describe('when the services were rendered'),
  seller: seller.describe('who did the work (исполнитель, подрядчик)'),
  buyer: buyer.describe('who took it (заказчик)'),
  totals: totals.omit({ prepaid: true, rounding: true, due: true, charges: true }),
  taxes,
  lines: z.array(
    lines.element.omit({ gtin: true, priceBaseQty: true, charges: true, originCountry: true, customsDecl: true, excise: true }),
  ),
  lineAmountsIncludeTax,
  noClaims: z.boolean().nullable().describe('the paper states that the work is accepted and the customer has no claims'),
  signatories,
})
export type Act = z.infer<typeof Act>
