import { element as el, group } from '../../../../core/xml-write.ts'
import type { InvoiceLine } from '../../schema.ts'
import { CHANGE_REASON } from '../en16931/index.ts'

export function ciiLine(line: InvoiceLine): string {
  return el('ram:IncludedSupplyChainTradeLineItem', [
    el('ram:AssociatedDocumentLineDocument', [el('ram:LineID', line.no)]),
    el('ram:SpecifiedTradeProduct', [
      el('ram:GlobalID', line.gtin, { schemeID: '0160' }),
      el('ram:SellerAssignedID', line.sellerItemId),
      el('ram:Name', line.name),
      el('ram:Description', line.description),
      group('ram:OriginTradeCountry', [el('ram:ID', line.originCountry)]),
    ]),
    el('ram:SpecifiedLineTradeAgreement', [
      el('ram:NetPriceProductTradePrice', [
        el('ram:ChargeAmount', line.unitPrice),
        el('ram:BasisQuantity', line.priceBaseQty, { unitCode: line.unit }),
      ]),
    ]),
    el('ram:SpecifiedLineTradeDelivery', [el('ram:BilledQuantity', line.quantity, { unitCode: line.unit })]),
    el('ram:SpecifiedLineTradeSettlement', [
      el('ram:ApplicableTradeTax', [
        el('ram:TypeCode', 'VAT'),
        el('ram:CategoryCode', line.taxCategory),
        el('ram:RateApplicablePercent', line.taxRate),
      ]),
      change('allowance', line.allowances),
      change('charge', line.charges),
      el('ram:SpecifiedTradeSettlementLineMonetarySummation', [el('ram:LineTotalAmount', line.net)]),
    ]),
  ])
}

function change(kind: 'allowance' | 'charge', amount: string | null): string {
  if (amount === null) return ''
  return el('ram:SpecifiedTradeAllowanceCharge', [
    el('ram:ChargeIndicator', [el('udt:Indicator', String(kind === 'charge'))]),
    el('ram:ActualAmount', amount),
    el('ram:ReasonCode', CHANGE_REASON[kind]),
  ])
}
