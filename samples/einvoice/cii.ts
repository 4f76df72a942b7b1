import type { Invoice, InvoiceLine, InvoiceParty } from '../../schemas/invoice/schema.ts'
import { element as el } from './xml.ts'

/** UN/CEFACT Cross Industry Invoice D16B in the profile EN 16931 (Factur-X, ZUGFeRD 2). */
export function ciiOf(invoice: Invoice): string {
  const { lines, number, typeCode, issueDate } = invoice
  const context = el('rsm:ExchangedDocumentContext', [
    el('ram:GuidelineSpecifiedDocumentContextParameter', [el('ram:ID', 'urn:cen.eu:en16931:2017')]),
  ])
  const document = el('rsm:ExchangedDocument', [
    el('ram:ID', number),
    el('ram:TypeCode', typeCode),
    el('ram:IssueDateTime', [date(issueDate)]),
    el('ram:IncludedNote', [el('ram:Content', 'ОБРАЗЕЦ / SPECIMEN')]),
  ])
  const transaction = el('rsm:SupplyChainTradeTransaction', [
    ...lines.map(lineOf),
    agreementOf(invoice),
    el('ram:ApplicableHeaderTradeDelivery', [
      el('ram:ActualDeliverySupplyChainEvent', [el('ram:OccurrenceDateTime', [date(invoice.deliveryDate)])]),
    ]),
    settlementOf(invoice),
  ])
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el('rsm:CrossIndustryInvoice', [context, document, transaction], {
    'xmlns:rsm': 'urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100',
    'xmlns:ram': 'urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:100',
    'xmlns:udt': 'urn:un:unece:uncefact:data:standard:UnqualifiedDataType:100',
  })}\n`
}

function date(iso: string | null): string {
  return el('udt:DateTimeString', iso?.replaceAll('-', '') ?? null, { format: '102' })
}

function lineOf(line: InvoiceLine): string {
  const allowance =
    line.allowances &&
    el('ram:SpecifiedTradeAllowanceCharge', [
      el('ram:ChargeIndicator', [el('udt:Indicator', 'false')]),
      el('ram:ActualAmount', line.allowances),
      el('ram:Reason', 'Discount'),
    ])
  return el('ram:IncludedSupplyChainTradeLineItem', [
    el('ram:AssociatedDocumentLineDocument', [el('ram:LineID', line.no)]),
    el('ram:SpecifiedTradeProduct', [el('ram:SellerAssignedID', line.sellerItemId), el('ram:Name', line.name)]),
    el('ram:SpecifiedLineTradeAgreement', [el('ram:NetPriceProductTradePrice', [el('ram:ChargeAmount', line.unitPrice)])]),
    el('ram:SpecifiedLineTradeDelivery', [el('ram:BilledQuantity', line.quantity, { unitCode: line.unit ?? 'C62' })]),
    el('ram:SpecifiedLineTradeSettlement', [
      el('ram:ApplicableTradeTax', [
        el('ram:TypeCode', 'VAT'),
        el('ram:CategoryCode', line.taxCategory),
        el('ram:RateApplicablePercent', line.taxRate),
      ]),
      allowance ?? '',
      el('ram:SpecifiedTradeSettlementLineMonetarySummation', [el('ram:LineTotalAmount', line.net)]),
    ]),
  ])
}

function agreementOf({ buyerReference, seller, buyer, purchaseOrder }: Invoice): string {
  return el('ram:ApplicableHeaderTradeAgreement', [
    el('ram:BuyerReference', buyerReference),
    el('ram:SellerTradeParty', party(seller)),
    el('ram:BuyerTradeParty', party(buyer)),
    el('ram:BuyerOrderReferencedDocument', [el('ram:IssuerAssignedID', purchaseOrder)]),
  ])
}

function party({ name, legalId, vatId, address, contact }: InvoiceParty): readonly string[] {
  const phone = contact.phone && el('ram:TelephoneUniversalCommunication', [el('ram:CompleteNumber', contact.phone)])
  const email = contact.email && el('ram:EmailURIUniversalCommunication', [el('ram:URIID', contact.email)])
  return [
    el('ram:Name', name),
    legalId ? el('ram:SpecifiedLegalOrganization', [el('ram:ID', legalId)]) : '',
    phone || email ? el('ram:DefinedTradeContact', [phone ?? '', email ?? '']) : '',
    el('ram:PostalTradeAddress', [
      el('ram:PostcodeCode', address.zip),
      el('ram:LineOne', address.line1),
      el('ram:CityName', address.city),
      el('ram:CountryID', address.country),
    ]),
    vatId ? el('ram:SpecifiedTaxRegistration', [el('ram:ID', vatId, { schemeID: 'VA' })]) : '',
  ]
}

function settlementOf({ payment, currency, taxes, charges, dueDate, totals }: Invoice): string {
  const cur = currency ?? 'EUR'
  return el('ram:ApplicableHeaderTradeSettlement', [
    el('ram:InvoiceCurrencyCode', cur),
    el('ram:SpecifiedTradeSettlementPaymentMeans', [
      el('ram:TypeCode', '58'),
      el('ram:PayeePartyCreditorFinancialAccount', [el('ram:IBANID', payment.iban)]),
      el('ram:PayeeSpecifiedCreditorFinancialInstitution', [el('ram:BICID', payment.bic)]),
    ]),
    ...taxes.map((tax) =>
      el('ram:ApplicableTradeTax', [
        el('ram:CalculatedAmount', tax.amount),
        el('ram:TypeCode', 'VAT'),
        el('ram:BasisAmount', tax.base),
        el('ram:CategoryCode', tax.category),
        el('ram:RateApplicablePercent', tax.rate),
      ]),
    ),
    ...charges.map((charge) =>
      el('ram:SpecifiedTradeAllowanceCharge', [
        el('ram:ChargeIndicator', [el('udt:Indicator', 'true')]),
        el('ram:ActualAmount', charge.amount),
        el('ram:Reason', 'Freight'),
        el('ram:CategoryTradeTax', [
          el('ram:TypeCode', 'VAT'),
          el('ram:CategoryCode', charge.category),
          el('ram:RateApplicablePercent', charge.rate),
        ]),
      ]),
    ),
    el('ram:SpecifiedTradePaymentTerms', [el('ram:DueDateDateTime', [date(dueDate)])]),
    el('ram:SpecifiedTradeSettlementHeaderMonetarySummation', [
      el('ram:LineTotalAmount', totals.linesNet),
      el('ram:ChargeTotalAmount', totals.charges),
      el('ram:TaxBasisTotalAmount', totals.net),
      el('ram:TaxTotalAmount', totals.tax, { currencyID: cur }),
      el('ram:GrandTotalAmount', totals.gross),
      el('ram:DuePayableAmount', totals.due),
    ]),
  ])
}
