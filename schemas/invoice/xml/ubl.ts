import type { Candidate } from '../../../core/field.ts'
import type { XmlElement } from '../../../core/xml.ts'
import { all, type Collector, compact, createCollector, date, money, one, quantity, withAttribute } from './collect.ts'
import { total } from './total.ts'

/** OASIS UBL 2.1 Invoice and CreditNote (EN 16931-3-2, Peppol BIS 3). A credit note has its own names for lines, quantity and type. */
export function readUbl(root: XmlElement): readonly Candidate[] {
  const out = createCollector()
  readDocument(out, root)
  readParty(out, 'seller', one(root, 'AccountingSupplierParty/Party'))
  readParty(out, 'buyer', one(root, 'AccountingCustomerParty/Party'))
  const payee = one(root, 'PayeeParty')
  out.put('payee.name', one(payee, 'PartyName/Name'))
  out.put('payee.taxId', one(payee, 'PartyLegalEntity/CompanyID') ?? one(payee, 'PartyIdentification/ID'), compact)
  const delivery = one(root, 'Delivery')
  out.put('shipTo.name', one(delivery, 'DeliveryParty/PartyName/Name'))
  readAddress(out, 'shipTo.address', one(delivery, 'DeliveryLocation/Address'))
  readPayment(out, root)
  readTotals(out, root)
  const lines = all(root, 'InvoiceLine|CreditNoteLine')
  lines.forEach((line, i) => {
    readLine(out, `lines[${i}]`, line)
  })
  if (lines.length > 0) out.putValue('lineAmountsIncludeTax', false, lines.slice(0, 1))
  return out.candidates
}

type Part = XmlElement | undefined

function readDocument(out: Collector, root: XmlElement): void {
  out.put('number', one(root, 'ID'))
  out.put('issueDate', one(root, 'IssueDate'), date)
  out.put('typeCode', one(root, 'InvoiceTypeCode|CreditNoteTypeCode'), compact)
  const notes = all(root, 'Note')
  if (notes.length > 0) out.putValue('note', notes.map((n) => n.text.replace(/\s+/g, ' ')).join('\n'), notes)
  out.put('currency', one(root, 'DocumentCurrencyCode'), compact)
  out.put('dueDate', one(root, 'DueDate') ?? one(root, 'PaymentMeans/PaymentDueDate'), date)
  out.put('paymentTerms', one(root, 'PaymentTerms/Note'))
  out.put('buyerReference', one(root, 'BuyerReference'))
  out.put('purchaseOrder', one(root, 'OrderReference/ID'))
  out.put('contractRef.number', one(root, 'ContractDocumentReference/ID'))
  out.put('precedingInvoice.number', one(root, 'BillingReference/InvoiceDocumentReference/ID'))
  out.put('precedingInvoice.date', one(root, 'BillingReference/InvoiceDocumentReference/IssueDate'), date)
  out.put('deliveryDate', one(root, 'Delivery/ActualDeliveryDate'), date)
  out.put('period.start', one(root, 'InvoicePeriod/StartDate'), date)
  out.put('period.end', one(root, 'InvoicePeriod/EndDate'), date)
}

function readParty(out: Collector, path: string, party: Part): void {
  const schemes = all(party, 'PartyTaxScheme')
  const isVat = (scheme: XmlElement) => one(scheme, 'TaxScheme/ID')?.text.toUpperCase() === 'VAT'
  const legal = one(party, 'PartyLegalEntity')
  const trade = one(party, 'PartyName/Name')
  const registered = one(legal, 'RegistrationName')
  out.put(`${path}.name`, registered ?? trade)
  if (registered) out.put(`${path}.tradeName`, trade)
  out.put(`${path}.vatId`, one(schemes.find(isVat), 'CompanyID'), compact)
  out.put(
    `${path}.taxRegId`,
    one(
      schemes.find((s) => !isVat(s)),
      'CompanyID',
    ),
  )
  out.put(`${path}.legalId`, one(legal, 'CompanyID'))
  readAddress(out, `${path}.address`, one(party, 'PostalAddress'))
  out.put(`${path}.contact.name`, one(party, 'Contact/Name'))
  out.put(`${path}.contact.phone`, one(party, 'Contact/Telephone'))
  out.put(`${path}.contact.email`, one(party, 'Contact/ElectronicMail'))
}

function readAddress(out: Collector, path: string, address: Part): void {
  out.put(`${path}.line1`, one(address, 'StreetName'))
  const rest = [...all(address, 'AdditionalStreetName'), ...all(address, 'AddressLine/Line')].filter((line) => line.text !== '')
  if (rest.length > 0) out.putValue(`${path}.line2`, rest.map((line) => line.text).join(', '), rest)
  out.put(`${path}.zip`, one(address, 'PostalZone'))
  out.put(`${path}.city`, one(address, 'CityName'))
  out.put(`${path}.region`, one(address, 'CountrySubentity'))
  out.put(`${path}.country`, one(address, 'Country/IdentificationCode'), compact)
}

function readPayment(out: Collector, root: XmlElement): void {
  const means = all(root, 'PaymentMeans')
  // Several means may be offered; the one with an account is the one that can be paid to.
  const chosen = means.find((m) => one(m, 'PayeeFinancialAccount/ID')) ?? means[0]
  const account = one(chosen, 'PayeeFinancialAccount/ID')
  out.put('payment.meansCode', one(chosen, 'PaymentMeansCode'), compact)
  out.put('payment.reference', one(chosen, 'PaymentID'))
  out.put(account && /^[A-Z]{2}[0-9]{2}/.test(account.text) ? 'payment.iban' : 'payment.account', account, compact)
  out.put('payment.bic', one(chosen, 'PayeeFinancialAccount/FinancialInstitutionBranch/ID'), compact)
  out.put('payment.bankName', one(chosen, 'PayeeFinancialAccount/FinancialInstitutionBranch/FinancialInstitution/Name'))
}

function readTotals(out: Collector, root: XmlElement): void {
  const sums = one(root, 'LegalMonetaryTotal')
  const currency = one(root, 'DocumentCurrencyCode')?.text ?? ''
  const taxes = all(root, 'TaxTotal')
  const tax = taxes.find((t) => one(t, 'TaxAmount')?.attributes.currencyID === currency) ?? taxes[0]
  out.put('totals.linesNet', one(sums, 'LineExtensionAmount'), money)
  out.put('totals.allowances', one(sums, 'AllowanceTotalAmount'), money)
  out.put('totals.charges', one(sums, 'ChargeTotalAmount'), money)
  out.put('totals.net', one(sums, 'TaxExclusiveAmount'), money)
  out.put('totals.tax', one(tax, 'TaxAmount'), money)
  out.put('totals.gross', one(sums, 'TaxInclusiveAmount'), money)
  out.put('totals.prepaid', one(sums, 'PrepaidAmount'), money)
  out.put('totals.rounding', one(sums, 'PayableRoundingAmount'), money)
  out.put('totals.due', one(sums, 'PayableAmount'), money)
  all(tax, 'TaxSubtotal').forEach((subtotal, i) => {
    const category = one(subtotal, 'TaxCategory')
    out.put(`taxes[${i}].category`, one(category, 'ID'), compact)
    out.put(`taxes[${i}].rate`, one(category, 'Percent'), quantity)
    out.put(`taxes[${i}].base`, one(subtotal, 'TaxableAmount'), money)
    out.put(`taxes[${i}].amount`, one(subtotal, 'TaxAmount'), money)
    out.put(`taxes[${i}].exemptionReason`, one(category, 'TaxExemptionReason'))
  })
  readChanges(
    out,
    'allowances',
    all(root, 'AllowanceCharge').filter((c) => !isCharge(c)),
  )
  readChanges(out, 'charges', all(root, 'AllowanceCharge').filter(isCharge))
}

function isCharge(change: XmlElement): boolean {
  return one(change, 'ChargeIndicator')?.text === 'true'
}

function readChanges(out: Collector, list: string, changes: readonly XmlElement[]): void {
  changes.forEach((change, i) => {
    out.put(`${list}[${i}].amount`, one(change, 'Amount'), money)
    out.put(`${list}[${i}].category`, one(change, 'TaxCategory/ID'), compact)
    out.put(`${list}[${i}].rate`, one(change, 'TaxCategory/Percent'), quantity)
    out.put(`${list}[${i}].reason`, one(change, 'AllowanceChargeReason'))
  })
}

function readLine(out: Collector, path: string, line: XmlElement): void {
  const item = one(line, 'Item')
  const billed = one(line, 'InvoicedQuantity|CreditedQuantity')
  const changes = all(line, 'AllowanceCharge')
  out.put(`${path}.no`, one(line, 'ID'))
  out.put(`${path}.name`, one(item, 'Name'))
  out.put(`${path}.description`, one(item, 'Description'))
  out.put(`${path}.sellerItemId`, one(item, 'SellersItemIdentification/ID'))
  out.put(`${path}.gtin`, withAttribute(all(item, 'StandardItemIdentification/ID'), 'schemeID', '0160'), compact)
  out.put(`${path}.originCountry`, one(item, 'OriginCountry/IdentificationCode'), compact)
  out.put(`${path}.quantity`, billed, quantity)
  if (billed?.attributes.unitCode) out.putValue(`${path}.unit`, billed.attributes.unitCode, [billed])
  out.put(`${path}.unitPrice`, one(line, 'Price/PriceAmount'), quantity)
  out.put(`${path}.priceBaseQty`, one(line, 'Price/BaseQuantity'), quantity)
  total(
    out,
    `${path}.allowances`,
    changes.filter((c) => !isCharge(c)).flatMap((c) => all(c, 'Amount')),
  )
  total(
    out,
    `${path}.charges`,
    changes.filter(isCharge).flatMap((c) => all(c, 'Amount')),
  )
  out.put(`${path}.net`, one(line, 'LineExtensionAmount'), money)
  out.put(`${path}.taxCategory`, one(item, 'ClassifiedTaxCategory/ID'), compact)
  out.put(`${path}.taxRate`, one(item, 'ClassifiedTaxCategory/Percent'), quantity)
}
