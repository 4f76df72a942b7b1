import { element as el, group } from '../../../../core/xml-write.ts'
import type { InvoiceLine } from '../../schema.ts'
import { CHANGE_REASON } from '../en16931/index.ts'
import { VAT } from './totals.ts'

export function ublLine(line: InvoiceLine, currencyID: string, credit: boolean): string {
  const { unit, taxCategory } = line
  return el(credit ? 'cac:CreditNoteLine' : 'cac:InvoiceLine', [
    el('cbc:ID', line.no),
    el(credit ? 'cbc:CreditedQuantity' : 'cbc:InvoicedQuantity', line.quantity, { unitCode: unit }),
    el('cbc:LineExtensionAmount', line.net, { currencyID }),
    change('allowance', line.allowances, currencyID),
    change('charge', line.charges, currencyID),
    el('cac:Item', [
      el('cbc:Description', line.description),
      el('cbc:Name', line.name),
      group('cac:SellersItemIdentification', [el('cbc:ID', line.sellerItemId)]),
      group('cac:StandardItemIdentification', [el('cbc:ID', line.gtin, { schemeID: '0160' })]),
      group('cac:OriginCountry', [el('cbc:IdentificationCode', line.originCountry)]),
      el('cac:ClassifiedTaxCategory', [el('cbc:ID', taxCategory), el('cbc:Percent', line.taxRate), VAT]),
    ]),
    el('cac:Price', [el('cbc:PriceAmount', line.unitPrice, { currencyID }), el('cbc:BaseQuantity', line.priceBaseQty, { unitCode: unit })]),
  ])
}

function change(kind: 'allowance' | 'charge', amount: string | null, currencyID: string): string {
  if (amount === null) return ''
  return el('cac:AllowanceCharge', [
    el('cbc:ChargeIndicator', String(kind === 'charge')),
    el('cbc:AllowanceChargeReasonCode', CHANGE_REASON[kind]),
    el('cbc:Amount', amount, { currencyID }),
  ])
}
