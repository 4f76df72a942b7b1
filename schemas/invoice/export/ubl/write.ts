import { element as el, group } from '../../../../core/xml-write.ts'
import type { Invoice } from '../../schema.ts'
import { CREDIT_NOTE_TYPES } from '../en16931/index.ts'
import { ublLine } from './line.ts'
import { ublAddress, ublParty } from './party.ts'
import { ublChanges, ublTaxes, ublTotals } from './totals.ts'

const NAMESPACES = {
  'xmlns:cac': 'urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2',
  'xmlns:cbc': 'urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2',
} as const

/**
 * OASIS UBL 2.1 in the core invoice of EN 16931-3-2, of a prepared record without lacks. Credit notes (381 and its kin) are a document of their own
 * with their own names for type, lines and quantity; the order of elements is the schema's.
 */
export function writeUbl(data: Invoice): string {
  const credit = CREDIT_NOTE_TYPES.has(data.typeCode ?? '')
  const root = credit ? 'CreditNote' : 'Invoice'
  const currency = data.currency!
  const body = [
    el('cbc:CustomizationID', 'urn:cen.eu:en16931:2017'),
    el('cbc:ID', data.number),
    el('cbc:IssueDate', data.issueDate),
    credit ? null : el('cbc:DueDate', data.dueDate),
    el(`cbc:${root}TypeCode`, data.typeCode),
    ...(data.note?.split('\n') ?? []).map((note) => el('cbc:Note', note)),
    el('cbc:DocumentCurrencyCode', currency),
    el('cbc:BuyerReference', data.buyerReference),
    group('cac:InvoicePeriod', [el('cbc:StartDate', data.period.start), el('cbc:EndDate', data.period.end)]),
    group('cac:OrderReference', [el('cbc:ID', data.purchaseOrder)]),
    precedingOf(data),
    group('cac:ContractDocumentReference', [el('cbc:ID', data.contractRef.number)]),
    el('cac:AccountingSupplierParty', [ublParty(data.seller, 'seller')]),
    el('cac:AccountingCustomerParty', [ublParty(data.buyer, 'buyer')]),
    payeeOf(data),
    deliveryOf(data),
    paymentOf(data, credit),
    group('cac:PaymentTerms', [el('cbc:Note', data.paymentTerms)]),
    ...ublChanges(data, currency),
    ublTaxes(data, currency),
    ublTotals(data, currency),
    ...data.lines.map((line) => ublLine(line, currency, credit)),
  ]
  const xmlns = `urn:oasis:names:specification:ubl:schema:xsd:${root}-2`
  return `<?xml version="1.0" encoding="UTF-8"?>\n${el(root, body, { xmlns, ...NAMESPACES })}\n`
}

function precedingOf({ precedingInvoice: { number, date } }: Invoice): string {
  return group('cac:BillingReference', [group('cac:InvoiceDocumentReference', [el('cbc:ID', number), el('cbc:IssueDate', date)])])
}

function payeeOf({ payee: { name, taxId } }: Invoice): string {
  return group('cac:PayeeParty', [
    group('cac:PartyName', [el('cbc:Name', name)]),
    group('cac:PartyLegalEntity', [el('cbc:CompanyID', taxId)]),
  ])
}

function deliveryOf({ deliveryDate, shipTo }: Invoice): string {
  return group('cac:Delivery', [
    el('cbc:ActualDeliveryDate', deliveryDate),
    group('cac:DeliveryLocation', [ublAddress('cac:Address', shipTo.address)]),
    group('cac:DeliveryParty', [group('cac:PartyName', [el('cbc:Name', shipTo.name)])]),
  ])
}

// UNTDID 4461: «instrument not defined», for a reference or a due date without a means.
const UNDEFINED_MEANS = '1'

/** A credit note has its due date here. */
function paymentOf({ payment, dueDate }: Invoice, credit: boolean): string {
  const { meansCode, reference, iban, account, bic } = payment
  const due = credit ? dueDate : null
  if (meansCode === null && reference === null && due === null) return ''
  return el('cac:PaymentMeans', [
    el('cbc:PaymentMeansCode', meansCode ?? UNDEFINED_MEANS),
    el('cbc:PaymentDueDate', due),
    el('cbc:PaymentID', reference),
    iban === null && account === null
      ? null
      : el('cac:PayeeFinancialAccount', [el('cbc:ID', iban ?? account), group('cac:FinancialInstitutionBranch', [el('cbc:ID', bic)])]),
  ])
}
