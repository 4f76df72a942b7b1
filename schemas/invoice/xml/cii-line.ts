import type { XmlElement } from '../../../core/xml.ts'
import { all, type Collector, compact, money, one, quantity, withAttribute } from './collect.ts'
import { total } from './total.ts'

/** One `IncludedSupplyChainTradeLineItem`, either generation. The price is the net price (BT-146). */
export function readCiiLine(out: Collector, path: string, line: XmlElement): void {
  const product = one(line, 'SpecifiedTradeProduct')
  const price = one(line, 'SpecifiedLineTradeAgreement|SpecifiedSupplyChainTradeAgreement/NetPriceProductTradePrice')
  const billed = one(line, 'SpecifiedLineTradeDelivery|SpecifiedSupplyChainTradeDelivery/BilledQuantity')
  const settlement = one(line, 'SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement')
  const tax = one(settlement, 'ApplicableTradeTax')
  out.put(`${path}.no`, one(line, 'AssociatedDocumentLineDocument/LineID'))
  out.put(`${path}.name`, one(product, 'Name'))
  out.put(`${path}.description`, one(product, 'Description'))
  out.put(`${path}.sellerItemId`, one(product, 'SellerAssignedID'))
  out.put(`${path}.gtin`, withAttribute(all(product, 'GlobalID'), 'schemeID', '0160'), compact)
  out.put(`${path}.originCountry`, one(product, 'OriginTradeCountry/ID'), compact)
  out.put(`${path}.quantity`, billed, quantity)
  if (billed?.attributes.unitCode) out.putValue(`${path}.unit`, billed.attributes.unitCode, [billed])
  out.put(`${path}.unitPrice`, one(price, 'ChargeAmount'), quantity)
  out.put(`${path}.priceBaseQty`, one(price, 'BasisQuantity'), quantity)
  const changes = all(settlement, 'SpecifiedTradeAllowanceCharge')
  const isCharge = (change: XmlElement) => one(change, 'ChargeIndicator/Indicator')?.text === 'true'
  total(
    out,
    `${path}.allowances`,
    changes.filter((c) => !isCharge(c)).flatMap((c) => all(c, 'ActualAmount')),
  )
  total(
    out,
    `${path}.charges`,
    changes.filter(isCharge).flatMap((c) => all(c, 'ActualAmount')),
  )
  out.put(
    `${path}.net`,
    one(settlement, 'SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation/LineTotalAmount'),
    money,
  )
  out.put(`${path}.taxCategory`, one(tax, 'CategoryCode'), compact)
  out.put(`${path}.taxRate`, one(tax, 'RateApplicablePercent|ApplicablePercent'), quantity)
}
