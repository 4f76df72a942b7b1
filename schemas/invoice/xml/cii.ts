import type { Candidate } from '../../../core/field.ts'
import type { XmlElement } from '../../../core/xml.ts'
import { readCiiLine } from './cii-line.ts'
import { all, type Collector, compact, createCollector, date, money, one, quantity, text, withAttribute } from './collect.ts'

/**
 * UN/CEFACT Cross Industry Invoice D16B (Factur-X, ZUGFeRD 2, XRechnung) and its predecessor ZUGFeRD 1.0, whose elements bear other names
 * (left of `|` the newer one). Paths: EN 16931-3-3 and the ZUGFeRD 1.0 specification.
 */
export function readCii(root: XmlElement): readonly Candidate[] {
  const out = createCollector()
  const document = one(root, 'ExchangedDocument|HeaderExchangedDocument')
  const transaction = one(root, 'SupplyChainTradeTransaction|SpecifiedSupplyChainTradeTransaction')
  const agreement = one(transaction, 'ApplicableHeaderTradeAgreement|ApplicableSupplyChainTradeAgreement')
  const delivery = one(transaction, 'ApplicableHeaderTradeDelivery|ApplicableSupplyChainTradeDelivery')
  const settlement = one(transaction, 'ApplicableHeaderTradeSettlement|ApplicableSupplyChainTradeSettlement')

  readDocument(out, document, agreement, delivery, settlement)
  readParty(out, 'seller', one(agreement, 'SellerTradeParty'))
  readParty(out, 'buyer', one(agreement, 'BuyerTradeParty'))
  const payee = one(settlement, 'PayeeTradeParty')
  out.put('payee.name', one(payee, 'Name'))
  out.put(
    'payee.taxId',
    one(payee, 'SpecifiedTaxRegistration/ID') ?? one(payee, 'SpecifiedLegalOrganization/ID') ?? one(payee, 'ID'),
    compact,
  )
  const shipTo = one(delivery, 'ShipToTradeParty')
  out.put('shipTo.name', one(shipTo, 'Name'))
  readAddress(out, 'shipTo.address', one(shipTo, 'PostalTradeAddress'))
  readPayment(out, settlement)
  readTotals(out, settlement)
  readTaxes(out, settlement)
  const lines = all(transaction, 'IncludedSupplyChainTradeLineItem').filter((line) => one(line, LINE_TOTAL) && isDetail(line))
  lines.forEach((line, i) => {
    readCiiLine(out, `lines[${i}]`, line)
  })
  if (lines.length > 0) out.putValue('lineAmountsIncludeTax', false, lines.slice(0, 1))
  return out.candidates
}

const LINE_TOTAL =
  'SpecifiedLineTradeSettlement|SpecifiedSupplyChainTradeSettlement/SpecifiedTradeSettlementLineMonetarySummation|SpecifiedTradeSettlementMonetarySummation/LineTotalAmount'

/** ZUGFeRD Extended groups lines: subtotals and remarks carry a status and would count their details twice. */
function isDetail(line: XmlElement): boolean {
  const status = one(line, 'AssociatedDocumentLineDocument/LineStatusReasonCode')?.text
  return status === undefined || status === 'DETAIL'
}

type Part = XmlElement | undefined

function readDocument(out: Collector, document: Part, agreement: Part, delivery: Part, settlement: Part): void {
  out.put('number', one(document, 'ID'))
  out.put('issueDate', one(document, 'IssueDateTime/DateTimeString'), date)
  out.put('typeCode', one(document, 'TypeCode'), compact)
  const notes = all(document, 'IncludedNote/Content')
  if (notes.length > 0) out.putValue('note', notes.map((n) => n.text.replace(/\s+/g, ' ')).join('\n'), notes)
  out.put('currency', one(settlement, 'InvoiceCurrencyCode'), compact)
  out.put('dueDate', one(settlement, 'SpecifiedTradePaymentTerms/DueDateDateTime/DateTimeString'), date)
  out.put('paymentTerms', one(settlement, 'SpecifiedTradePaymentTerms/Description'))
  out.put('buyerReference', one(agreement, 'BuyerReference'))
  out.put('purchaseOrder', one(agreement, 'BuyerOrderReferencedDocument/IssuerAssignedID|ID'))
  out.put('contractRef.number', one(agreement, 'ContractReferencedDocument/IssuerAssignedID|ID'))
  out.put('precedingInvoice.number', one(settlement, 'InvoiceReferencedDocument/IssuerAssignedID|ID'))
  out.put('precedingInvoice.date', one(settlement, 'InvoiceReferencedDocument/FormattedIssueDateTime/DateTimeString'), date)
  out.put('deliveryDate', one(delivery, 'ActualDeliverySupplyChainEvent/OccurrenceDateTime/DateTimeString'), date)
  out.put('period.start', one(settlement, 'BillingSpecifiedPeriod/StartDateTime/DateTimeString'), date)
  out.put('period.end', one(settlement, 'BillingSpecifiedPeriod/EndDateTime/DateTimeString'), date)
}

function readParty(out: Collector, path: string, party: Part): void {
  const registrations = all(party, 'SpecifiedTaxRegistration/ID')
  const contact = one(party, 'DefinedTradeContact')
  out.put(`${path}.name`, one(party, 'Name'))
  out.put(`${path}.tradeName`, one(party, 'SpecifiedLegalOrganization/TradingBusinessName'))
  out.put(`${path}.vatId`, withAttribute(registrations, 'schemeID', 'VA'), compact)
  out.put(`${path}.taxRegId`, withAttribute(registrations, 'schemeID', 'FC'))
  out.put(`${path}.legalId`, one(party, 'SpecifiedLegalOrganization/ID'))
  readAddress(out, `${path}.address`, one(party, 'PostalTradeAddress'))
  out.put(`${path}.contact.name`, one(contact, 'PersonName'))
  out.put(`${path}.contact.phone`, one(contact, 'TelephoneUniversalCommunication/CompleteNumber'))
  out.put(`${path}.contact.email`, one(contact, 'EmailURIUniversalCommunication/URIID|CompleteNumber'))
}

function readAddress(out: Collector, path: string, address: Part): void {
  out.put(`${path}.line1`, one(address, 'LineOne'))
  const rest = all(address, 'LineTwo|LineThree').filter((line) => line.text !== '')
  if (rest.length > 0) out.putValue(`${path}.line2`, rest.map((line) => line.text).join(', '), rest)
  out.put(`${path}.zip`, one(address, 'PostcodeCode'))
  out.put(`${path}.city`, one(address, 'CityName'))
  out.put(`${path}.region`, one(address, 'CountrySubDivisionName'))
  out.put(`${path}.country`, one(address, 'CountryID'), compact)
}

function readPayment(out: Collector, settlement: Part): void {
  const means = all(settlement, 'SpecifiedTradeSettlementPaymentMeans')
  // Several means may be offered; the one with an account is the one that can be paid to.
  const chosen = means.find((m) => one(m, 'PayeePartyCreditorFinancialAccount/IBANID|ProprietaryID')) ?? means[0]
  out.put('payment.meansCode', one(chosen, 'TypeCode'), compact)
  out.put('payment.reference', one(settlement, 'PaymentReference'))
  out.put('payment.iban', one(chosen, 'PayeePartyCreditorFinancialAccount/IBANID'), compact)
  out.put('payment.account', one(chosen, 'PayeePartyCreditorFinancialAccount/ProprietaryID'), compact)
  out.put('payment.bic', one(chosen, 'PayeeSpecifiedCreditorFinancialInstitution/BICID'), compact)
  out.put('payment.bankName', one(chosen, 'PayeeSpecifiedCreditorFinancialInstitution/Name'))
}

function readTotals(out: Collector, settlement: Part): void {
  const sums = one(settlement, 'SpecifiedTradeSettlementHeaderMonetarySummation|SpecifiedTradeSettlementMonetarySummation')
  const currency = one(settlement, 'InvoiceCurrencyCode')?.text ?? ''
  // The tax may be given in the accounting currency as well (BT-111).
  const taxes = all(sums, 'TaxTotalAmount')
  out.put('totals.linesNet', one(sums, 'LineTotalAmount'), money)
  out.put('totals.allowances', one(sums, 'AllowanceTotalAmount'), money)
  out.put('totals.charges', one(sums, 'ChargeTotalAmount'), money)
  out.put('totals.net', one(sums, 'TaxBasisTotalAmount'), money)
  out.put('totals.tax', withAttribute(taxes, 'currencyID', currency) ?? taxes[0], money)
  out.put('totals.gross', one(sums, 'GrandTotalAmount'), money)
  out.put('totals.prepaid', one(sums, 'TotalPrepaidAmount'), money)
  out.put('totals.rounding', one(sums, 'RoundingAmount'), money)
  out.put('totals.due', one(sums, 'DuePayableAmount'), money)
}

function readTaxes(out: Collector, settlement: Part): void {
  all(settlement, 'ApplicableTradeTax').forEach((tax, i) => {
    const type = one(tax, 'TypeCode')
    if (type && type.text !== 'VAT') out.put(`taxes[${i}].type`, type, compact)
    out.put(`taxes[${i}].category`, one(tax, 'CategoryCode'), compact)
    out.put(`taxes[${i}].rate`, one(tax, 'RateApplicablePercent|ApplicablePercent'), quantity)
    out.put(`taxes[${i}].base`, one(tax, 'BasisAmount'), money)
    out.put(`taxes[${i}].amount`, one(tax, 'CalculatedAmount'), money)
    out.put(`taxes[${i}].exemptionReason`, one(tax, 'ExemptionReason'))
  })
  const changes = all(settlement, 'SpecifiedTradeAllowanceCharge')
  const isCharge = (change: XmlElement) => one(change, 'ChargeIndicator/Indicator')?.text === 'true'
  readChanges(
    out,
    'allowances',
    changes.filter((c) => !isCharge(c)),
  )
  readChanges(out, 'charges', [...changes.filter(isCharge), ...all(settlement, 'SpecifiedLogisticsServiceCharge')])
}

function readChanges(out: Collector, list: string, changes: readonly XmlElement[]): void {
  changes.forEach((change, i) => {
    const tax = one(change, 'CategoryTradeTax|AppliedTradeTax')
    out.put(`${list}[${i}].amount`, one(change, 'ActualAmount|AppliedAmount'), money)
    out.put(`${list}[${i}].category`, one(tax, 'CategoryCode'), compact)
    out.put(`${list}[${i}].rate`, one(tax, 'RateApplicablePercent|ApplicablePercent'), quantity)
    out.put(`${list}[${i}].reason`, one(change, 'Reason|Description'), text)
  })
}
