import type { Invoice, InvoiceLine, InvoiceParty } from '../../schemas/invoice/schema.ts'
import { element as el } from './xml.ts'

/** UBL 2.1 invoice with the core rules of EN 16931. The order of elements is the schema's. */
export function ublOf(invoice: Invoice): string {
  const { number, issueDate, dueDate, typeCode, currency, buyerReference, purchaseOrder, deliveryDate, lines } = invoice
  const cur = currency ?? 'EUR'
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el(
    'Invoice',
    [
      el('cbc:CustomizationID', 'urn:cen.eu:en16931:2017'),
      el('cbc:ID', number),
      el('cbc:IssueDate', issueDate),
      el('cbc:DueDate', dueDate),
      el('cbc:InvoiceTypeCode', typeCode),
      el('cbc:Note', 'ОБРАЗЕЦ / SPECIMEN'),
      el('cbc:DocumentCurrencyCode', cur),
      el('cbc:BuyerReference', buyerReference),
      el('cac:OrderReference', [el('cbc:ID', purchaseOrder)]),
      el('cac:AccountingSupplierParty', [party(invoice.seller)]),
      el('cac:AccountingCustomerParty', [party(invoice.buyer)]),
      el('cac:Delivery', [el('cbc:ActualDeliveryDate', deliveryDate)]),
      paymentOf(invoice),
      taxesOf(invoice, cur),
      totalsOf(invoice, cur),
      ...lines.map((line) => lineOf(line, cur)),
    ],
    {
      xmlns: 'urn:oasis:names:specification:ubl:schema:xsd:Invoice-2',
      'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
      'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
    },
  )}\n`
}

const VAT = el('cac:TaxScheme', [el('cbc:ID', 'VAT')])

function party({ name, legalId, vatId, address, contact }: InvoiceParty): string {
  return el('cac:Party', [
    el('cac:PostalAddress', [
      el('cbc:StreetName', address.line1),
      el('cbc:CityName', address.city),
      el('cbc:PostalZone', address.zip),
      el('cac:Country', [el('cbc:IdentificationCode', address.country)]),
    ]),
    vatId ? el('cac:PartyTaxScheme', [el('cbc:CompanyID', vatId), VAT]) : '',
    el('cac:PartyLegalEntity', [el('cbc:RegistrationName', name), el('cbc:CompanyID', legalId)]),
    contact.phone || contact.email ? el('cac:Contact', [el('cbc:Telephone', contact.phone), el('cbc:ElectronicMail', contact.email)]) : '',
  ])
}

function paymentOf({ payment }: Invoice): string {
  return el('cac:PaymentMeans', [
    el('cbc:PaymentMeansCode', '30'),
    el('cac:PayeeFinancialAccount', [el('cbc:ID', payment.iban), el('cac:FinancialInstitutionBranch', [el('cbc:ID', payment.bic)])]),
  ])
}

function taxesOf({ taxes, totals }: Invoice, currencyID: string): string {
  const subtotals = taxes.map((tax) =>
    el('cac:TaxSubtotal', [
      el('cbc:TaxableAmount', tax.base, { currencyID }),
      el('cbc:TaxAmount', tax.amount, { currencyID }),
      el('cac:TaxCategory', [el('cbc:ID', tax.category), el('cbc:Percent', tax.rate), VAT]),
    ]),
  )
  return el('cac:TaxTotal', [el('cbc:TaxAmount', totals.tax, { currencyID }), ...subtotals])
}

function totalsOf({ totals }: Invoice, currencyID: string): string {
  return el('cac:LegalMonetaryTotal', [
    el('cbc:LineExtensionAmount', totals.linesNet, { currencyID }),
    el('cbc:TaxExclusiveAmount', totals.net, { currencyID }),
    el('cbc:TaxInclusiveAmount', totals.gross, { currencyID }),
    el('cbc:PayableAmount', totals.due, { currencyID }),
  ])
}

function lineOf(line: InvoiceLine, currencyID: string): string {
  return el('cac:InvoiceLine', [
    el('cbc:ID', line.no),
    el('cbc:InvoicedQuantity', line.quantity, { unitCode: line.unit ?? 'C62' }),
    el('cbc:LineExtensionAmount', line.net, { currencyID }),
    el('cac:Item', [
      el('cbc:Name', line.name),
      el('cac:SellersItemIdentification', [el('cbc:ID', line.sellerItemId)]),
      el('cac:ClassifiedTaxCategory', [el('cbc:ID', line.taxCategory), el('cbc:Percent', line.taxRate), VAT]),
    ]),
    el('cac:Price', [el('cbc:PriceAmount', line.unitPrice, { currencyID })]),
  ])
}
